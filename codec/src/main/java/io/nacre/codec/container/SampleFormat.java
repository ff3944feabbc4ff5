package io.nacre.codec.container;

import java.util.Optional;

/** How the samples of a sound are offered on output; all are coded as floating-point numbers. */
public enum SampleFormat {
    /** Integers of 16 bits. */
    PCM_16(0),
    /** Integers of 24 bits. */
    PCM_24(1),
    /** Floating-point numbers of 32 bits, full scale at 1. */
    FLOAT(2);

    private final int code;

    SampleFormat(int code) {
        this.code = code;
    }

    /** Its number in HEAD. */
    int code() {
        return code;
    }

    static Optional<SampleFormat> of(int code) {
        for (SampleFormat format : values()) {
            if (format.code == code) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
