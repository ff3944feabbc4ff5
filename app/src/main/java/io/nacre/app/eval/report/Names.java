package io.nacre.app.eval.report;

import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.codec.CodecInfo;
import java.util.HashMap;
import java.util.Map;

/** Names of codecs for people, by their ids; references have none but their own. */
final class Names {
    private final Map<String, String> titles = new HashMap<>();

    Names(EvalRun run) {
        for (CodecInfo codec : run.codecs()) {
            titles.put(codec.id(), codec.title());
        }
    }

    String of(String codec) {
        return titles.getOrDefault(codec, codec);
    }
}
