package io.nacre.codec.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitRepairTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsOneBitAndNoMore(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int length : new int[] {1, 4, 5, 100}) {
            byte[] message = Samples.bytes(random, length);
            int stored = RawFile.crc32c(message);
            for (int bit = 0; bit < 8 * length; bit++) {
                byte[] bad = message.clone();
                bad[bit / 8] ^= (byte) (1 << bit % 8);
                String what = "seed " + seed + ", length " + length + ", bit " + bit;
                assertEquals(bit, BitRepair.flippedBit(RawFile.crc32c(bad) ^ stored, length), what);
                int second = (bit + 1 + random.nextInt(8 * length - 1)) % (8 * length);
                bad[second / 8] ^= (byte) (1 << second % 8);
                assertEquals(-1, BitRepair.flippedBit(RawFile.crc32c(bad) ^ stored, length), what + " and " + second);
            }
            for (int bit = 0; bit < 32; bit++) {
                assertEquals(8L * length + bit, BitRepair.flippedBit(1 << bit, length), "checksum's bit " + bit);
            }
        }
    }
}
