package io.nacre.codec.pcm;

/**
 * How precisely a file holds its samples. A-law and mu-law count as the 16-bit integers that they expand to.
 *
 * @param floating true for IEEE 754 floating point, false for integers
 * @param bits of a sample that carry sound: 8 to 64 for integers, 32 or 64 for floating point
 */
public record SampleEncoding(boolean floating, int bits) {
    /** Integers of 16 bits. */
    public static final SampleEncoding INT_16 = new SampleEncoding(false, 16);

    /** Integers of 24 bits. */
    public static final SampleEncoding INT_24 = new SampleEncoding(false, 24);

    /** Floating point of 32 bits. */
    public static final SampleEncoding FLOAT_32 = new SampleEncoding(true, 32);

    /** Floating point of 64 bits. */
    public static final SampleEncoding FLOAT_64 = new SampleEncoding(true, 64);

    static final int MIN_BITS = 8;
    static final int MAX_BITS = 64;

    /** @throws IllegalArgumentException if there are no samples of so many bits */
    public SampleEncoding {
        if (floating ? bits != 32 && bits != 64 : bits < MIN_BITS || bits > MAX_BITS) {
            throw new IllegalArgumentException(
                    "No " + (floating ? "floating-point " : "") + "samples of " + bits + " bits");
        }
    }

    /** Such as {@code 16-bit} or {@code 32-bit float}. */
    @Override
    public String toString() {
        return bits + "-bit" + (floating ? " float" : "");
    }
}
