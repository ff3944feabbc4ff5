package io.nacre.codec;

import io.nacre.codec.container.SampleFormat;
import io.nacre.codec.pcm.SampleEncoding;

/** What a {@link SampleType} is called elsewhere. */
final class SampleTypes {
    private SampleTypes() {}

    static SampleType of(SampleFormat format) {
        return switch (format) {
            case PCM_16 -> SampleType.INT_16;
            case PCM_24 -> SampleType.INT_24;
            case FLOAT -> SampleType.FLOAT_32;
        };
    }

    /** Decoders offer no fewer bits than the input had, up to 24, since what is decoded is no more precise. */
    static SampleType of(SampleEncoding encoding) {
        if (encoding.floating()) {
            return SampleType.FLOAT_32;
        }
        return encoding.bits() > 16 ? SampleType.INT_24 : SampleType.INT_16;
    }

    static SampleFormat format(SampleType type) {
        return switch (type) {
            case INT_16 -> SampleFormat.PCM_16;
            case INT_24 -> SampleFormat.PCM_24;
            case FLOAT_32 -> SampleFormat.FLOAT;
        };
    }

    static SampleEncoding encoding(SampleType type) {
        return switch (type) {
            case INT_16 -> SampleEncoding.INT_16;
            case INT_24 -> SampleEncoding.INT_24;
            case FLOAT_32 -> SampleEncoding.FLOAT_32;
        };
    }
}
