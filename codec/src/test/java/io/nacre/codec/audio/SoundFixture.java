package io.nacre.codec.audio;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The frozen toy packs of the tests, and the arrays that the exporter wrote beside the one for speech. */
final class SoundFixture {
    private SoundFixture() {}

    static ModelPack tinyPack() {
        return pack("audio-tiny.zip");
    }

    /** A pack of 48 kHz, whose stereo is mid and side. */
    static ModelPack stereoPack() {
        return pack("sound-stereo-tiny.zip");
    }

    private static ModelPack pack(String name) {
        try (InputStream in = SoundFixture.class.getResourceAsStream(name)) {
            return ModelPack.open(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SoundModel tiny(int threads) throws ModelException {
        return new SoundModel(tinyPack(), GraphRuntime.on(Device.CPU), threads);
    }

    static SoundModel stereo(int threads) throws ModelException {
        return new SoundModel(stereoPack(), GraphRuntime.on(Device.CPU), threads);
    }

    /** An array of the exporter's, row-major. */
    record Values(int[] shape, float[] values) {}

    static Map<String, Values> arrays() throws IOException {
        Map<String, Values> arrays = new HashMap<>();
        try (DataInputStream in = new DataInputStream(SoundFixture.class.getResourceAsStream("audio-tiny.fixtures"))) {
            while (true) {
                byte[] name;
                try {
                    name = new byte[in.readUnsignedShort()];
                } catch (EOFException e) {
                    return arrays;
                }
                in.readFully(name);
                int[] shape = new int[in.readUnsignedByte()];
                int count = 1;
                for (int i = 0; i < shape.length; i++) {
                    shape[i] = in.readInt();
                    count *= shape[i];
                }
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = in.readFloat();
                }
                arrays.put(new String(name, StandardCharsets.UTF_8), new Values(shape, values));
            }
        }
    }

    static byte[] encode(SoundModel model, SoundSource source, SoundOptions options) throws IOException {
        return new SoundEncoder(model).encode(source, options, SoundProgress.NONE);
    }

    static SoundOptions quality(double quality, int groupSeconds) {
        return SoundOptions.DEFAULT.withTarget(new SoundTarget.Quality(quality)).withGroupSeconds(groupSeconds);
    }

    static ContainerReader open(byte[] file) throws IOException {
        return ContainerReader.openSound(ByteBuffer.wrap(file), Limits.DEFAULT);
    }

    /** All samples, interleaved. */
    static float[] decode(SoundModel model, byte[] file) throws IOException {
        try (DecodedSound sound = new SoundDecoder(model).decode(open(file))) {
            return readRest(sound, 4096);
        }
    }

    /** Samples from where the sound stands to its end, interleaved, read in blocks of some length. */
    static float[] readRest(DecodedSound sound, int block) throws IOException {
        int channels = sound.channels();
        float[] all = new float[Math.toIntExact((sound.samples() - sound.position()) * channels)];
        int done = 0;
        float[] buffer = new float[block * channels];
        for (int n = sound.read(buffer, 0, block); n >= 0; n = sound.read(buffer, 0, block)) {
            System.arraycopy(buffer, 0, all, done, n * channels);
            done += n * channels;
        }
        if (done != all.length) {
            throw new AssertionError(done + " samples came, not " + all.length);
        }
        return all;
    }

    static float largestDifference(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new AssertionError(a.length + " samples and " + b.length);
        }
        float most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
