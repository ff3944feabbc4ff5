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
 * @param framing rate and blocks at which the graphs work
 * @param midSide whether the two channels of a stereo sound are coded as {@link MidSide}
 * @param channels D, latents of a frame, 1..{@value #MAX_CHANNELS}, and at most {@value #MAX_LATENTS_PER_SECOND} of them a
 *     second
 * @param predicted how many of the last of them have means from the frame before, 0..D
 * @param qualities trained quality steps, 2..64
 * @param analysisContext frames on each side that analysis sees of a chunk's neighbours
 * @param synthesisContext frames on each side that synthesis sees of a chunk's neighbours
 */
record SoundSpec(
        Framing framing,
        boolean midSide,
        int channels,
        int predicted,
        QualityScale qualities,
        int analysisContext,
        int synthesisContext) {
    static final int MAX_CHANNELS = 1024;
    /** Bounds what a coding group takes: 2^24 latents of a channel in 256 s. */
    static final int MAX_LATENTS_PER_SECOND = 1 << 16;

    private static final int MAX_CONTEXT = 1024;

    static SoundSpec parse(byte[] json) throws ModelException {
        try {
            JsonObject o = JsonParser.object().from(new String(json, StandardCharsets.UTF_8));
            if (!o.has("hop")) {
                throw new ModelException("the pack's receiver has no hop: it is not for sound");
            }
            if (o.getInt("rows") != RowTables.ROWS || o.getInt("levelCap") != RowContext.LEVEL_CAP) {
                throw new ModelException("the pack's receiver has rows or a cap that this version does not know");
            }
            Framing framing = framing(o);
            int channels =
                    bounded(o, "channels", 1, Math.min(MAX_CHANNELS, MAX_LATENTS_PER_SECOND / framing.perSecond()));
            return new SoundSpec(
                    framing,
                    midSide(o),
                    channels,
                    bounded(o, "predicted", 0, channels),
                    new QualityScale(bounded(o, "qualities", 2, 64)),
                    bounded(o, "analysisContext", 0, MAX_CONTEXT),
                    bounded(o, "synthesisContext", 0, MAX_CONTEXT));
        } catch (JsonParserException e) {
            throw new ModelException("the pack's receiver.json is damaged: " + e.getMessage(), e);
        }
    }

    private static Framing framing(JsonObject o) throws ModelException {
        int rate = bounded(o, "rate", Framing.MIN_RATE, Framing.MAX_RATE);
        int hop = bounded(o, "hop", Framing.MIN_HOP, Framing.MAX_HOP);
        if (rate % hop != 0) {
            throw new ModelException("the pack's receiver.json says hop = " + hop + ", which does not divide " + rate);
        }
        return new Framing(rate, hop);
    }

    private static boolean midSide(JsonObject o) throws ModelException {
        if (o.has("midSide") && !o.isBoolean("midSide")) {
            throw new ModelException("the pack's receiver.json says midSide = " + o.get("midSide"));
        }
        return o.getBoolean("midSide", false);
    }

    /** Whether a sound of so many coded channels is coded as mid and side. */
    boolean midSide(int codedChannels) {
        return midSide && codedChannels == 2;
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
