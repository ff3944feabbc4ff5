package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes of a stream are part of the file format: these may never change. Computed by a separate implementation. */
class StreamFormatTest {
    @Test
    void tablesAndPlainBits() {
        FrequencyTable skewed = FrequencyTable.of(new int[] {60000, 5000, 500, 36});
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < 64; i++) {
            encoder.encode(skewed, i * i % 11 % 4);
            encoder.encodeBits(((i * 2654435) >>> 3) & 0x1F, 5);
        }
        assertBytes(
                "0734fa10dc8ec4205ac6b43d304a8d6a85ae31fd2c1f5face1a662be003487e912a5ce0803c999d610cdbf58"
                        + "86a3c9e0bc867c7e5bbe56f9541510c467ec798af04a065b41094c4fe0",
                encoder);
    }

    @Test
    void adaptiveModels() {
        AdaptiveBits bits = new AdaptiveBits(3);
        AdaptiveModel model = new AdaptiveModel(7);
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < 100; i++) {
            bits.encode(encoder, i % 3, i * i % 7 < 2 ? 1 : 0);
            model.encode(encoder, i * i % 7);
        }
        assertBytes("07f77c28d59d2e6c54005d94c36c1e2c80e0daec90d727f93d865aa831b62ebc0604650f12b9d324", encoder);
    }

    @Test
    void escapes() {
        SignedTable signed = new SignedTable(new int[] {8000, 50000, 7000, 536});
        ExpGolomb escape = new ExpGolomb(15);
        FactorizedTable factorized = new FactorizedTable(-1, new int[] {9000, 50000, 6000, 536}, -20, 30);
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < 12; i++) {
            int power = 8 << i;
            signed.encode(encoder, i % 2 == 0 ? power : -power, escape);
            signed.encode(encoder, i % 3 - 1, escape);
            factorized.encode(encoder, 4 * i - 20);
        }
        assertBytes(
                "fe3cc3998a995ea30b371c1dad16ca857e8a422875c9a2569d551ff387dc3b95bce747a4fd453dd3b9b5a25f"
                        + "55648c5ceaffbce365df6a88",
                encoder);
    }

    private static void assertBytes(String hex, RangeEncoder encoder) {
        assertEquals(hex, HexFormat.of().formatHex(encoder.finish()));
    }
}
