package io.nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCostTest {
    private static final String[] CONV = {"x", "w"};

    @Test
    void equalsWhatTheTrainingProgramCounted() throws ModelException {
        ModelPack pack = new PackLibrary(null).byName("image-fidelity");
        Map<String, Long> expected = new TreeMap<>(pack.manifest().macPerUnit());
        expected.remove("row_predictor"); // no graph
        assertEquals(expected, GraphCost.perUnit(pack));
    }

    @Test
    void countsStridesGroupsAndDilations() throws ModelException {
        byte[] graph = new OnnxWriter()
                .weights("w", 12, 2, 3, 5)
                .node(
                        "Conv",
                        CONV,
                        "y",
                        "strides",
                        new int[] {2, 3},
                        "pads",
                        new int[] {1, 0, 2, 4},
                        "group",
                        4,
                        "dilations",
                        new int[] {2, 1})
                .done();
        // Rows: (20 + 3 - 5) / 2 + 1 = 10; columns: (30 + 4 - 5) / 3 + 1 = 10.
        long expected = 10L * 10 * 12 * (2 * 3 * 5);
        assertEquals(expected, GraphCost.multiplyAccumulates(graph, Map.of("x", List.of(1L, 8L, 20L, 30L))));
    }

    @Test
    void countsMatrixProducts() throws ModelException {
        byte[] graph = new OnnxWriter()
                .weights("w", 7, 5)
                .weights("v", 9, 5)
                .node("MatMul", new String[] {"x", "w"}, "a")
                .node("Identity", new String[] {"a"}, "b")
                .node("MatMul", new String[] {"x", "w"}, "c")
                .node("Gemm", new String[] {"q", "v"}, "d", "transB", 1)
                .done();
        long cost = GraphCost.multiplyAccumulates(graph, Map.of("x", List.of(2L, 3L, 11L, 7L), "q", List.of(4L, 5L)));
        assertEquals(2L * (2 * 3 * 11 * 7 * 5) + 4 * 9 * 5, cost);
    }

    @Test
    void shapesPassThroughRearrangements() throws ModelException {
        byte[] graph = new OnnxWriter()
                .weights("w", 4, 24, 1, 1)
                .weights("one")
                .node("SpaceToDepth", new String[] {"x"}, "a", "blocksize", 2)
                .node("Concat", new String[] {"a", "a"}, "b", "axis", -3)
                .node("Mul", new String[] {"one", "b"}, "x2")
                .node("Conv", new String[] {"x2", "w"}, "c")
                .node("DepthToSpace", new String[] {"c"}, "d", "blocksize", 2)
                .node("Add", new String[] {"d", "d"}, "e")
                .done();
        assertEquals(8L * 6 * 4 * 24, GraphCost.multiplyAccumulates(graph, Map.of("x", List.of(1L, 3L, 16L, 12L))));
    }

    @Test
    void countsAlongTime() throws ModelException {
        byte[] graph = new OnnxWriter()
                .weights("w", 6, 4, 3)
                .weights("m", 10, 7)
                .integers("first", 1)
                .integers("last", -1)
                .integers("end", Long.MAX_VALUE)
                .integers("axis", 2)
                .node("Conv", CONV, "a", "pads", new int[] {1, 1})
                .node("Slice", new String[] {"a", "first", "end", "axis"}, "b")
                .node("Slice", new String[] {"b", "last", "end", "axis"}, "c")
                .node("Transpose", new String[] {"b"}, "d", "perm", new int[] {0, 2, 1})
                .node("LayerNormalization", new String[] {"d"}, "e")
                .node("Min", new String[] {"e", "e"}, "f")
                .node("Concat", new String[] {"f", "d"}, "g", "axis", 2)
                .node("Slice", new String[] {"g", "first", "last", "axis"}, "h")
                .node("MatMul", new String[] {"h", "m"}, "i")
                .node("Mul", new String[] {"c", "c"}, "j")
                .done();
        // 20 places of a convolution; 19 of them, of 2 * 6 - 2 channels, go into the product.
        long cost = GraphCost.multiplyAccumulates(graph, Map.of("x", List.of(1L, 4L, 20L)));
        assertEquals(20L * 6 * 4 * 3 + 19 * 10 * 7, cost);
    }

    @Test
    void unknownAndUnfitOperatorsAreNamed() {
        byte[] unknown = new OnnxWriter().node("Einsum", CONV, "y").done();
        assertMessage("Einsum", unknown);
        byte[] unfit = new OnnxWriter()
                .weights("w", 4, 5, 3, 3)
                .node("Conv", CONV, "y")
                .done();
        assertMessage("Conv", unfit);
        byte[] dangling = new OnnxWriter().node("Conv", CONV, "y").done();
        assertMessage("Conv", dangling);
    }

    private static void assertMessage(String part, byte[] graph) {
        Map<String, List<Long>> inputs = Map.of("x", List.of(1L, 8L, 20L, 30L));
        ModelException e = assertThrows(ModelException.class, () -> GraphCost.multiplyAccumulates(graph, inputs));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedGraphsGiveModelExceptionsOnly(long seed) throws ModelException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good = new OnnxWriter()
                .weights("w", 12, 2, 3, 5)
                .node("Conv", CONV, "y", "strides", new int[] {2, 3}, "group", 4)
                .node("Gelu", new String[] {"y"}, "z")
                .done();
        Map<String, List<Long>> inputs = Map.of("x", List.of(1L, 8L, 20L, 30L));
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] bad = Arrays.copyOf(good, good.length - random.nextInt(2) * random.nextInt(good.length));
            if (bad.length > 0) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                GraphCost.multiplyAccumulates(bad, inputs);
            } catch (ModelException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i, e);
            }
        }
        assertTrue(refused > 1000, "seed " + seed + ": " + refused + " of 3000 refused");
    }
}
