package io.nacre.codec.container;

import io.nacre.codec.LimitExceededException;
import io.nacre.models.PackId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a sound's HEAD. Reading and writing walk the same list, so that they cannot drift. */
final class SoundFields {
    private static final int ALIKE = 1;
    private static final int FORMAT_SHIFT = 1;
    private static final int FORMAT_MASK = 3;
    private static final int RESERVED = 0xF8;

    private enum Field {
        SAMPLE_RATE(FieldCoding.VARINT),
        SAMPLES(FieldCoding.VARINT),
        CHANNELS(FieldCoding.U8),
        FLAGS(FieldCoding.U8),
        PACK_ID(FieldCoding.U64),
        QUALITY(FieldCoding.U16),
        GROUP_SECONDS(FieldCoding.U8);

        final FieldCoding coding;

        Field(FieldCoding coding) {
            this.coding = coding;
        }
    }

    private SoundFields() {}

    static void write(FieldOutput out, SoundHeader header) {
        for (Field field : Field.values()) {
            field.coding.write(out, value(field, header));
        }
    }

    /** @throws IllegalArgumentException if a value is outside its range */
    static SoundHeader read(FieldInput in, Limits limits) throws FormatException, LimitExceededException {
        Map<Field, Long> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            int at = in.position();
            long value = field.coding.read(in);
            if (field == Field.FLAGS && reserved(value)) { // at once: what follows may mean something else
                throw new FormatException(
                        at, BoxType.HEAD.code(), "reserved flags are set; a newer version of Nacre is needed");
            }
            values.put(field, value);
        }
        SoundHeader.require("sample rate", values.get(Field.SAMPLE_RATE), 1, SoundHeader.MAX_SAMPLE_RATE);
        SoundHeader header = header(values);
        limits.checkSound(header);
        return header;
    }

    private static boolean reserved(long flags) {
        return (flags & RESERVED) != 0 || format(flags).isEmpty();
    }

    private static Optional<SampleFormat> format(long flags) {
        return SampleFormat.of((int) (flags >> FORMAT_SHIFT) & FORMAT_MASK);
    }

    private static long value(Field field, SoundHeader header) {
        return switch (field) {
            case SAMPLE_RATE -> header.sampleRate();
            case SAMPLES -> header.samples();
            case CHANNELS -> header.channels();
            case FLAGS -> (header.alike() ? ALIKE : 0) | (header.format().code() << FORMAT_SHIFT);
            case PACK_ID -> header.packId().value();
            case QUALITY -> header.quality();
            case GROUP_SECONDS -> header.groupSeconds() - 1;
        };
    }

    private static SoundHeader header(Map<Field, Long> values) {
        long flags = values.get(Field.FLAGS);
        return new SoundHeader(
                values.get(Field.SAMPLE_RATE).intValue(),
                values.get(Field.SAMPLES),
                values.get(Field.CHANNELS).intValue(),
                (flags & ALIKE) != 0,
                format(flags).orElseThrow(),
                new PackId(values.get(Field.PACK_ID)),
                values.get(Field.QUALITY).intValue(),
                values.get(Field.GROUP_SECONDS).intValue() + 1);
    }
}
