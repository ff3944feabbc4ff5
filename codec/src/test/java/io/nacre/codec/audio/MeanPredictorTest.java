package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.models.ModelException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeanPredictorTest {
    /** Of seven channels the last two are predicted. */
    private static final SoundSpec SPEC = spec(7);

    private static SoundSpec spec(int channels) {
        try {
            SoundSpec spec = SoundSpec.parse(MadePack.receiver(channels));
            assertEquals(channels / 3, spec.predicted());
            return spec;
        } catch (ModelException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] file(int count, float... weights) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * weights.length).putInt(count);
        for (float weight : weights) {
            file.putFloat(weight);
        }
        return file.array();
    }

    @Test
    void rowsOfTheMatrixMakeMeans() throws Exception {
        float[] means = {9, 9, 9, 9, 9, 9, 9};
        MeanPredictor.parse(SPEC, file(2, 0.5f, -1, 2, 4)).predict(new float[] {7, 7, 7, 7, 7, 3, 0.25f}, means);
        assertArrayEquals(new float[] {9, 9, 9, 9, 9, 1.25f, 7}, means);
    }

    @Test
    void otherSizesAndWhatIsNoNumberAreRefused() {
        assertThrows(ModelException.class, () -> MeanPredictor.parse(SPEC, file(3, new float[9])));
        assertThrows(ModelException.class, () -> MeanPredictor.parse(SPEC, file(2, new float[3])));
        assertThrows(ModelException.class, () -> MeanPredictor.parse(SPEC, file(2, new float[5])));
        assertThrows(ModelException.class, () -> MeanPredictor.parse(SPEC, file(2, 1, 2, Float.NaN, 3)));
        assertThrows(ModelException.class, () -> MeanPredictor.parse(SPEC, new byte[3]));
    }

    /** Whatever the symbols are, sender and receiver stay together: the error does not grow along a group. */
    @Test
    void meansDoNotDriftApart() throws Exception {
        int frames = 2000;
        try (SoundModel model = MadePack.transparent(1)) {
            int channels = model.receiver().spec.channels();
            SplittableRandom random = new SplittableRandom(1);
            short[] latents = new short[frames * channels];
            for (int i = 0; i < latents.length; i++) {
                latents[i] = HalfFloat.fromFloat((float) random.nextDouble(-1, 1));
            }
            int quality = 1008;
            ChannelSymbols symbols = new GroupQuantizer(model.receiver(), model.sender(), quality).quantize(latents);
            float[] gains = model.receiver().gains.at(1);
            float[] decoded = new DecodedChannel(model.receiver(), gains, symbols).latents;
            for (int i = 0; i < latents.length; i++) {
                // Steps are of a thousandth; the last third of the channels is predicted.
                assertEquals(HalfFloat.toFloat(latents[i]), decoded[i], 0.51e-3, "seed 1, latent " + i);
            }
            int last = latents.length - 1;
            assertTrue(Math.abs(symbols.s[last] - 1000 * HalfFloat.toFloat(latents[last])) > 1, "a mean was taken off");
        }
    }
}
