package io.nacre.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.pcm.SoundOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;

/** WAV, RF64, W64, AIFF, AU and FLAC from strangers, and WAV of our own. */
class SoundInputFuzzTest {
    private static final int BLOCK = 1000;
    private static final int MAX_BLOCKS = 200;

    @FuzzTest
    void bytes(byte[] file) {
        SoundInput.recognises(file);
        try (SoundInput in = SoundInput.open(new ByteArrayInputStream(file), "sound")) {
            in.declaredFrames();
            int channels = in.format().channels();
            float[] block = new float[BLOCK * channels];
            int blocks = 0;
            for (int n = in.read(block, 0, BLOCK); n >= 0 && blocks < MAX_BLOCKS; n = in.read(block, 0, BLOCK)) {
                for (int i = 0; i < n * channels; i++) {
                    if (!Float.isFinite(block[i])) {
                        throw new AssertionError("a sample is " + block[i]);
                    }
                }
                blocks++;
            }
            in.warnings();
        } catch (IOException e) {
            if (e.getMessage() == null || !e.getMessage().startsWith("sound: ")) {
                throw new AssertionError("not a sentence after the name: " + e.getMessage(), e);
            }
        }
    }

    @FuzzTest
    void roundTrip(byte[] input) throws IOException {
        FuzzBytes in = new FuzzBytes(input);
        SampleEncoding[] encodings = {SampleEncoding.INT_16, SampleEncoding.INT_24, SampleEncoding.FLOAT_32};
        SampleEncoding encoding = encodings[in.between(0, 2)];
        int channels = in.between(1, 4);
        int rate = in.between(1, 192_000);
        boolean known = in.bit();
        byte[] content = in.rest();
        float[] samples = new float[content.length / channels * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = content[i] / 100f; // some beyond full scale
        }
        int frames = samples.length / channels;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SoundFormat format = new SoundFormat(rate, channels, encoding);
        OptionalLong length = known ? OptionalLong.of(frames) : OptionalLong.empty();
        try (SoundOutput wav = SoundOutput.open(out, format, length)) {
            wav.write(samples, 0, frames);
        }
        float[] back = new float[samples.length + channels];
        try (SoundInput wav = SoundInput.open(new ByteArrayInputStream(out.toByteArray()), "sound")) {
            if (!wav.format().equals(format)) {
                throw new AssertionError(format + " became " + wav.format());
            }
            int count = Math.max(0, wav.read(back, 0, frames + 1));
            if (count != frames) {
                throw new AssertionError(frames + " frames became " + count);
            }
        }
        double step = encoding.floating() ? 0 : Math.scalb(1.0, 1 - encoding.bits());
        for (int i = 0; i < samples.length; i++) {
            float clipped = encoding.floating() ? samples[i] : Math.max(-1, Math.min((float) (1 - step), samples[i]));
            if (Math.abs(back[i] - clipped) > step) {
                throw new AssertionError(Arrays.toString(new float[] {samples[i], back[i]}) + " in " + encoding);
            }
        }
    }
}
