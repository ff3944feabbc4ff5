package io.nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedWeightsTest {
    private static final byte[] LENDER = new OnnxWriter()
            .weights("w", 12, 8, 3, 3)
            .weights("v", 4, 12, 1, 1)
            .node("Conv", new String[] {"x", "w"}, "a")
            .node("Conv", new String[] {"a", "v"}, "y")
            .done();
    private static final byte[] BORROWER = new OnnxWriter()
            .property("author", "nobody")
            .property("weights", "lender.onnx")
            .weights("own", 8, 4, 1, 1)
            .node("Conv", new String[] {"x", "own"}, "b")
            .node("Conv", new String[] {"b", "w"}, "z")
            .done();

    @Test
    void theJoinedGraphIsTheBorrowersWithAllWeights() throws ModelException {
        assertNull(SharedWeights.lender(LENDER));
        assertEquals("lender.onnx", SharedWeights.lender(BORROWER));
        byte[] joined = SharedWeights.join(BORROWER, LENDER);
        OnnxStructure structure = OnnxStructure.parse(joined);
        assertEquals(Set.of("own", "w", "v"), structure.constants().keySet());
        assertEquals(2, structure.nodes().size());
        assertEquals("b", structure.nodes().get(0).outputs().get(0));
        long cost = 6L * 6 * 8 * 4 + 4L * 4 * 12 * 8 * 9;
        assertEquals(cost, GraphCost.multiplyAccumulates(joined, Map.of("x", List.of(1L, 4L, 6L, 6L))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedGraphsGiveModelExceptionsOnly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            boolean first = random.nextBoolean();
            byte[] good = first ? BORROWER : LENDER;
            byte[] bad = Arrays.copyOf(good, good.length - random.nextInt(2) * random.nextInt(good.length));
            if (bad.length > 0) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                SharedWeights.lender(bad);
                OnnxStructure.parse(SharedWeights.join(first ? bad : BORROWER, first ? LENDER : bad));
            } catch (ModelException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i, e);
            }
        }
        assertTrue(refused > 1000, "seed " + seed + ": " + refused + " of 3000 refused");
    }
}
