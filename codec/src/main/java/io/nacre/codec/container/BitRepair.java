package io.nacre.codec.container;

/**
 * Finds the one bit that was flipped under a CRC-32C. A checksum is linear: what it differs by depends on the place of the
 * bit alone, and for messages below 2^31 bits every place gives another difference.
 */
final class BitRepair {
    private static final int CASTAGNOLI_REVERSED = 0x82F63B78;

    private BitRepair() {}

    /**
     * The place of the bit.
     *
     * @param difference of the checksum that was computed and the one that was stored, by exclusive or; not 0
     * @param length bytes of the message
     * @return bits from the start of the message, least significant bit of each byte first; {@code 8 * length} and up: a bit
     *     of the stored checksum, the message is right; -1 if it was more than one bit
     */
    static long flippedBit(int difference, int length) {
        if (Integer.bitCount(difference) == 1) {
            return 8L * length + Integer.numberOfTrailingZeros(difference);
        }
        int trace = CASTAGNOLI_REVERSED; // of the message's last bit
        for (long bit = 8L * length - 1; bit >= 0; bit--) {
            if (trace == difference) {
                return bit;
            }
            trace = trace >>> 1 ^ CASTAGNOLI_REVERSED & -(trace & 1);
        }
        return -1;
    }
}
