package io.nacre.codec.image;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.nacre.codec.latent.RowTables;
import io.nacre.models.ModelException;
import java.nio.charset.StandardCharsets;

/**
 * Shape of a picture pack's receiver: its receiver.json.
 *
 * @param latentChannels M, channels of y, 1..1024
 * @param hyperChannels N, channels of z, 1..1024
 * @param featureChannels D, channels of the features that hyper_mean hands to context, 1..1024
 * @param qualities trained quality steps; a header's quality counts sixteenths of them
 * @param levelCap larger |s| count as this in the row context
 * @param ring latents of the neighbours that synthesis sees around a window
 */
record ReceiverSpec(int latentChannels, int hyperChannels, int featureChannels, int qualities, int levelCap, int ring) {
    /** Pixels a side of one latent position, and of one hyperlatent position. */
    static final int STRIDE = 16;

    static final int HYPER_STRIDE = 64;
    /** Table rows of the format. */
    static final int ROWS = RowTables.ROWS;

    static ReceiverSpec parse(byte[] json) throws ModelException {
        try {
            JsonObject o = JsonParser.object().from(new String(json, StandardCharsets.UTF_8));
            if (o.getInt("stride") != STRIDE || o.getInt("hyperStride") != HYPER_STRIDE || o.getInt("rows") != ROWS) {
                throw new ModelException("the pack's receiver has strides or rows that this version does not know");
            }
            return new ReceiverSpec(
                    bounded(o, "latentChannels", 1024),
                    bounded(o, "hyperChannels", 1024),
                    bounded(o, "featureChannels", 1024),
                    bounded(o, "qualities", 64),
                    bounded(o, "levelCap", 127),
                    bounded(o, "ring", 64));
        } catch (JsonParserException e) {
            throw new ModelException("the pack's receiver.json is damaged: " + e.getMessage(), e);
        }
    }

    private static int bounded(JsonObject o, String key, int most) throws ModelException {
        int value = o.getInt(key, -1);
        if (value < 1 || value > most) {
            throw new ModelException("the pack's receiver.json says " + key + " = " + value + ", not 1.." + most);
        }
        return value;
    }
}
