package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.FormatException;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.Device;
import io.nacre.models.Graph;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No float steers the parse, and damage is found where it is. */
class SoundExactnessTest {
    /** Adds noise to every output, as another processor might, only far more of it. */
    private record NoisyGraph(Graph graph, float amount) implements Graph {
        @Override
        public void run(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
            graph.run(inputs, outputs);
            SplittableRandom random = new SplittableRandom(outputs.size());
            for (Tensor output : outputs.values()) {
                FloatBuffer values = output.floats();
                for (int i = 0; i < values.capacity(); i++) {
                    values.put(i, values.get(i) + amount * (float) random.nextDouble(-1, 1));
                }
            }
        }

        @Override
        public void close() {
            graph.close();
        }
    }

    private static SoundModel noisy(float amount) throws ModelException {
        GraphRuntime runtime = GraphRuntime.on(Device.CPU);
        return new SoundModel(SoundFixture.tinyPack(), onnx -> new NoisyGraph(runtime.open(onnx, 1), amount), 2);
    }

    private static byte[] file(SoundModel model) throws IOException {
        return SoundFixture.encode(model, TestSound.of(16_000, 2, 100_000), SoundFixture.quality(70, 1));
    }

    private static GroupParser parser(SoundModel model) {
        return new GroupParser(model.receiver(), 2, 706);
    }

    @Test
    void noiseInTheReceiversGraphLeavesTheSymbolsAlone() throws Exception {
        try (SoundModel clean = SoundFixture.tiny(1);
                SoundModel slightly = noisy(1e-3f);
                SoundModel wildly = noisy(10f)) {
            byte[] file = file(clean);
            float[] reference = SoundFixture.decode(clean, file);
            double loudest = 0;
            for (float sample : reference) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
            // Throws if a checksum of symbols differed.
            float near = SoundFixture.largestDifference(reference, SoundFixture.decode(slightly, file));
            assertTrue(near > 0 && near < 0.01 * loudest, near + " of " + loudest);
            assertTrue(SoundFixture.largestDifference(reference, SoundFixture.decode(wildly, file)) > near);
        }
    }

    @Test
    void optimisationMovesNoSymbol() throws Exception {
        try (SoundModel plain = SoundFixture.tiny(1);
                SoundModel slow = new SoundModel(
                        SoundFixture.tinyPack(), GraphRuntime.on(Device.CPU).withoutOptimisation(), 1)) {
            byte[] file = file(plain);
            float[] reference = SoundFixture.decode(plain, file);
            assertTrue(SoundFixture.largestDifference(reference, SoundFixture.decode(slow, file)) < 1e-3);
            assertEquals(file(slow).length, file.length, 20);
        }
    }

    /** Today's file stays tomorrow's: written once, by the frozen pack at quality 70 with groups of one second. */
    @Test
    void theGoldenFileDecodesToTheSameSymbolsForEver() throws Exception {
        byte[] file;
        try (InputStream in = SoundExactnessTest.class.getResourceAsStream("golden.nacre")) {
            file = in.readAllBytes();
        }
        try (SoundModel model = SoundFixture.tiny(1)) {
            ContainerReader reader = SoundFixture.open(file);
            ChannelSymbols second = parser(model).parse(reader.tile(4), 50)[1];
            assertEquals(801180704, Arrays.hashCode(second.s), "hash of the symbols of group 4");
            assertEquals(-220862359, Arrays.hashCode(second.rows), "hash of the rows of group 4");
            assertEquals(66, second.level);
            float[] decoded = SoundFixture.decode(model, file);
            double power = 0;
            for (float sample : decoded) {
                power += (double) sample * sample / decoded.length;
            }
            assertEquals(-22.71, 10 * Math.log10(power), 0.01);
        }
    }

    private static byte[] rebuilt(byte[] file, int group, byte[] payload) throws IOException {
        ContainerReader reader = SoundFixture.open(file);
        List<byte[]> payloads = new ArrayList<>();
        for (int g = 0; g < reader.tileCount(); g++) {
            payloads.add(g == group ? payload : reader.tile(g));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, reader.soundHeader());
        writer.writeTiles(payloads);
        writer.finish();
        return out.toByteArray();
    }

    /** What comes before the damage is delivered, what comes behind can be reached. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void damageIsNamedAndCanBePassed(boolean checksumsMended) throws Exception {
        try (SoundModel model = SoundFixture.tiny(2)) {
            byte[] good = file(model);
            float[] whole = SoundFixture.decode(model, good);
            byte[] payload = SoundFixture.open(good).tile(3);
            payload[payload.length / 2] ^= 16;
            byte[] bad = rebuilt(good, 3, payload);
            if (!checksumsMended) {
                bad = good.clone();
                long at = SoundFixture.open(good).boxes().get(5).offset();
                bad[(int) at + 20] ^= 16;
            }
            ContainerReader reader = SoundFixture.open(bad);
            List<String> problems = new SoundDecoder(model).check(reader, SoundProgress.NONE);
            assertEquals(1, problems.size());
            try (DecodedSound sound = new SoundDecoder(model).decode(reader)) {
                float[] block = new float[2 * 1000];
                int read = 0;
                IOException e = null;
                while (e == null) {
                    try {
                        int n = sound.read(block, 0, 1000);
                        for (int i = 0; i < 2 * n; i++) {
                            assertEquals(whole[2 * read + i], block[i]);
                        }
                        read += n;
                    } catch (CorruptStreamException | FormatException found) {
                        e = found;
                    }
                }
                assertEquals(problems.get(0), e.getMessage());
                assertTrue(e.getMessage().contains(checksumsMended ? "group 3 is corrupt: " : "TILE 3: checksum"));
                // Up to the centre of the group before, from which on the gain would need the damaged one's level.
                assertTrue(read >= 31_900, "samples before the damage: " + read);
                sound.skipTo(6); // its first samples are made with those of the second before
                assertTrue(sound.read(block, 0, 1000) > 0);
                assertEquals(whole[2 * 96_000], block[0], 1e-4);
            }
        }
    }

    @Test
    void corruptGroupsEndInOneException() throws Exception {
        try (SoundModel model = SoundFixture.tiny(1)) {
            byte[] payload = SoundFixture.open(file(model)).tile(1);
            GroupParser parser = parser(model);
            parser.parse(payload, 50);
            for (int bit = 0; bit < 8 * payload.length; bit++) {
                byte[] bad = payload.clone();
                bad[bit / 8] ^= (byte) (1 << bit % 8);
                assertThrows(CorruptStreamException.class, () -> parser.parse(bad, 50), "bit " + bit);
            }
        }
    }
}
