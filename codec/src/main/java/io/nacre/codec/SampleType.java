package io.nacre.codec;

/**
 * The samples that a sound is offered in when it is decoded; all are coded as floating-point numbers.
 *
 * <pre>{@code
 * SoundSettings settings = SoundSettings.ofKbps(6).withSampleType(SampleType.INT_24);
 * }</pre>
 */
public enum SampleType {
    /** Integers of 16 bits. */
    INT_16,
    /** Integers of 24 bits. */
    INT_24,
    /** Floating-point numbers of 32 bits, full scale at 1. */
    FLOAT_32
}
