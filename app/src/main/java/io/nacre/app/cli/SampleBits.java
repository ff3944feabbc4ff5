package io.nacre.app.cli;

import io.nacre.codec.container.SampleFormat;
import io.nacre.codec.pcm.SampleEncoding;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Samples that are written to WAV. */
enum SampleBits {
    INTEGER_16("16", SampleFormat.PCM_16, SampleEncoding.INT_16),
    INTEGER_24("24", SampleFormat.PCM_24, SampleEncoding.INT_24),
    FLOAT_32("32f", SampleFormat.FLOAT, SampleEncoding.FLOAT_32);

    private final String text;
    private final SampleFormat format;

    @SuppressWarnings("ImmutableEnumChecker") // a record of a boolean and a number
    private final SampleEncoding encoding;

    SampleBits(String text, SampleFormat format, SampleEncoding encoding) {
        this.text = text;
        this.format = format;
        this.encoding = encoding;
    }

    /** What a Nacre file suggests. */
    static SampleBits of(SampleFormat format) {
        for (SampleBits bits : values()) {
            if (bits.format == format) {
                return bits;
            }
        }
        throw new IllegalArgumentException("No samples for " + format);
    }

    SampleEncoding encoding() {
        return encoding;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reads 16, 24 or 32f. */
    static final class Converter implements ITypeConverter<SampleBits> {
        @Override
        public SampleBits convert(String value) {
            for (SampleBits bits : values()) {
                if (bits.text.equals(value)) {
                    return bits;
                }
            }
            throw new TypeConversionException("'" + value + "' is none of 16, 24 and 32f");
        }
    }
}
