package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.ContainerReader;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.Device;
import io.nacre.models.Graph;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.Tensor;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** No float steers the parse: whatever the receiver's graphs compute, the symbols are those that were sent. */
class ExactnessTest {
    private static final TestPicture PICTURE = TestPicture.of(TestPicture.Kind.SCENE, 300, 260);

    /** Adds noise to every output, as another processor might, only far more of it. */
    private static final class NoisyGraph implements Graph {
        private final Graph graph;
        private final float amount;

        NoisyGraph(Graph graph, float amount) {
            this.graph = graph;
            this.amount = amount;
        }

        @Override
        public void run(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
            graph.run(inputs, outputs);
            SplittableRandom random = new SplittableRandom(outputs.size());
            for (Tensor output : outputs.values()) {
                FloatBuffer values = output.floats();
                for (int i = 0; i < values.capacity(); i++) {
                    values.put(i, values.get(i) + amount * (float) (2 * random.nextDouble() - 1));
                }
            }
        }

        @Override
        public void close() {
            graph.close();
        }
    }

    private static ImageModel noisy(float amount) throws ModelException {
        GraphRuntime runtime = GraphRuntime.on(Device.CPU);
        return new ImageModel(
                Fixture.tinyPack(), (onnx, threads) -> new NoisyGraph(runtime.open(onnx, threads), amount), 2);
    }

    private static TileSymbols symbols(ImageModel model, byte[] file, int tile) throws Exception {
        ContainerReader reader = Fixture.open(file);
        TileGrid grid =
                new TileGrid(PICTURE.width(), PICTURE.height(), reader.header().tileSize());
        return new TileParser(model.receiver(), reader.header().quality(), false)
                .parse(reader.tile(tile), grid.geometry(tile))
                .symbols();
    }

    @Test
    void noiseInTheReceiversGraphsLeavesTheSymbolsAlone() throws Exception {
        try (ImageModel clean = Fixture.tiny(1);
                ImageModel slightly = noisy(1e-3f);
                ImageModel wildly = noisy(10f)) {
            for (double quality : new double[] {5, 50, 95}) {
                byte[] file = Fixture.encode(clean, PICTURE, quality, 128);
                int[] reference = Fixture.decode(clean, file);
                int[] near = Fixture.decode(slightly, file); // throws if a checksum of symbols differed
                assertTrue(Fixture.largestDifference(reference, near) <= 3);
                assertNotEquals(0, Fixture.largestDifference(reference, Fixture.decode(wildly, file)));
                for (int tile = 0; tile < 9; tile++) {
                    TileSymbols expected = symbols(clean, file, tile);
                    assertArrayEquals(expected.s, symbols(slightly, file, tile).s);
                    assertArrayEquals(expected.z, symbols(wildly, file, tile).z);
                    assertArrayEquals(expected.rows, symbols(wildly, file, tile).rows);
                }
            }
        }
    }

    @Test
    void optimisationAndThreadsMoveNoSymbol() throws Exception {
        try (ImageModel plain = Fixture.tiny(1);
                ImageModel two = Fixture.tiny(2);
                ImageModel slow = new ImageModel(
                        Fixture.tinyPack(), GraphRuntime.on(Device.CPU).withoutOptimisation(), 1)) {
            byte[] file = Fixture.encode(plain, PICTURE, 70, 512);
            int[] reference = Fixture.decode(plain, file);
            assertArrayEquals(reference, Fixture.decode(two, file));
            assertTrue(Fixture.largestDifference(reference, Fixture.decode(slow, file)) <= 1);
            assertEquals(symbols(plain, file, 0).check(), symbols(slow, file, 0).check());
            Fixture.decode(plain, Fixture.encode(slow, PICTURE, 70, 512));
        }
    }

    @Test
    void theGoldenFileDecodesToTheSameSymbolsForEver() throws Exception {
        byte[] file;
        try (InputStream in = ExactnessTest.class.getResourceAsStream("golden.nacre")) {
            file = in.readAllBytes();
        }
        try (ImageModel model = Fixture.tiny(1)) {
            TileSymbols symbols = symbols(model, file, 3);
            assertEquals(865927412, Arrays.hashCode(symbols.s), "hash of the symbols of tile 3");
            double psnr = Fixture.psnr(Fixture.samples(PICTURE), Fixture.decode(model, file), 255);
            assertEquals(32.97, psnr, 0.01);
        }
    }

    @Test
    void corruptTilesEndInOneExceptionOrInSymbols() throws Exception {
        try (ImageModel model = Fixture.tiny(1)) {
            byte[] file = Fixture.encode(model, PICTURE, 40, 128);
            ContainerReader reader = Fixture.open(file);
            TileParser parser = new TileParser(model.receiver(), reader.header().quality(), false);
            TileGeometry geometry = new TileGeometry(128, 128);
            byte[] payload = reader.tile(0);
            parser.parse(payload, geometry);
            SplittableRandom random = new SplittableRandom(11);
            int refused = 0;
            for (int i = 0; i < 3000; i++) {
                byte[] bad = payload.clone();
                if (i % 3 == 0) {
                    bad = Arrays.copyOf(bad, random.nextInt(bad.length));
                } else {
                    for (int k = random.nextInt(1, 6); k > 0; k--) {
                        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                    }
                }
                try {
                    parser.parse(bad, geometry);
                    assertTrue(Arrays.equals(bad, payload), "round " + i + " of seed 11: damage passed unseen");
                } catch (CorruptStreamException e) {
                    refused++;
                }
            }
            assertTrue(refused > 2900, refused + " refused");
            assertThrows(CorruptStreamException.class, () -> parser.parse(new byte[1], geometry));
        }
    }
}
