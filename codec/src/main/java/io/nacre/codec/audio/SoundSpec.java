package io.nacre.codec.audio;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.nacre.codec.latent.QualityScale;
import io.nacre.codec.latent.RowTables;
import io.nacre.models.ModelException;
import java.nio.charset.StandardCharsets;

/**
 * Shape of a sound pack's receiver: its receiver.json.
 *
 * @param channels D, latents of a frame, 1..{@value #MAX_CHANNELS}
 * @param predicted how many of the last of them have means from the frame before, 0..D
 * @param qualities trained quality steps, 2..64
 * @param analysisContext frames on each side that analysis sees of a chunk's neighbours
 * @param synthesisContext frames on each side that synthesis sees of a chunk's neighbours
 */
record SoundSpec(int channels, int predicted, QualityScale qualities, int analysisContext, int synthesisContext) {
    static final int MAX_CHANNELS = 512;
    private static final int MAX_CONTEXT = 1024;

    static SoundSpec parse(byte[] json) throws ModelException {
        try {
            JsonObject o = JsonParser.object().from(new String(json, StandardCharsets.UTF_8));
            if (!o.has("hop")) {
                throw new ModelException("the pack's receiver has no hop: it is not for sound");
            }
            if (o.getInt("rate") != FrameGrid.RATE
                    || o.getInt("hop") != FrameGrid.HOP
                    || o.getInt("rows") != RowTables.ROWS
                    || o.getInt("levelCap") != RowContext.LEVEL_CAP) {
                throw new ModelException(
                        "the pack's receiver has a rate, a hop, rows or a cap that this version does not know");
            }
            int channels = bounded(o, "channels", 1, MAX_CHANNELS);
            return new SoundSpec(
                    channels,
                    bounded(o, "predicted", 0, channels),
                    new QualityScale(bounded(o, "qualities", 2, 64)),
                    bounded(o, "analysisContext", 0, MAX_CONTEXT),
                    bounded(o, "synthesisContext", 0, MAX_CONTEXT));
        } catch (JsonParserException e) {
            throw new ModelException("the pack's receiver.json is damaged: " + e.getMessage(), e);
        }
    }

    private static int bounded(JsonObject o, String key, int least, int most) throws ModelException {
        int value = o.getInt(key, -1);
        if (value < least || value > most) {
            throw new ModelException(
                    "the pack's receiver.json says " + key + " = " + value + ", not " + least + ".." + most);
        }
        return value;
    }
}
