package io.nacre.app.eval;

import io.nacre.app.eval.codec.CodecInfo;
import java.util.List;

/**
 * What a result is found by: what was coded, and how.
 *
 * @param sha256 of the item's file
 * @param revision of the codec
 */
record ResultKey(String item, String sha256, String codec, String revision, String setting) {
    static ResultKey of(Item item, CodecInfo codec, String setting) {
        return new ResultKey(item.name(), item.sha256(), codec.id(), codec.revision(), setting);
    }

    /** Where the result stands in a report, whatever it was made from. */
    List<String> place() {
        return List.of(item, codec, setting);
    }
}
