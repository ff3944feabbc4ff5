package io.nacre.codec.container;

import io.nacre.codec.LimitExceededException;
import io.nacre.models.PackId;
import java.util.EnumMap;
import java.util.Map;

/** The payload of HEAD. Reading and writing walk the same list of fields, so that they cannot drift. */
final class HeadCodec {
    private static final int MAJOR = 1;
    private static final int MINOR = 0;
    private static final int PICTURE = 0;
    private static final int SOUND = 1;

    private static final int GREY = 1;
    private static final int ALPHA = 1 << 1;
    private static final int SIXTEEN_BIT = 1 << 2;
    private static final int ICC_KEPT = 1 << 3;
    private static final int REGION_OF_INTEREST = 1 << 4;
    private static final int RESERVED = 0xE0;

    /** {@link Coding#bytes} of a number without a fixed size. */
    private static final int VARIABLE = 0;

    private enum Coding {
        U8(1),
        U16(2),
        U64(8),
        VARINT(VARIABLE);

        final int bytes;

        Coding(int bytes) {
            this.bytes = bytes;
        }

        long read(FieldInput in) throws FormatException {
            return bytes == VARIABLE ? in.varint() : in.fixed(bytes);
        }

        void write(FieldOutput out, long value) {
            if (bytes == VARIABLE) {
                out.varint(value);
            } else {
                out.fixed(value, bytes);
            }
        }
    }

    /** The fields of a picture's HEAD in file order. */
    private enum Field {
        VERSION(Coding.U8),
        KIND(Coding.U8),
        WIDTH(Coding.VARINT),
        HEIGHT(Coding.VARINT),
        FLAGS(Coding.U8),
        PACK_ID(Coding.U64),
        QUALITY(Coding.U16),
        TILE_SIZE(Coding.U8);

        final Coding coding;

        Field(Coding coding) {
            this.coding = coding;
        }
    }

    private HeadCodec() {}

    static byte[] write(ImageHeader header) {
        FieldOutput out = new FieldOutput();
        for (Field field : Field.values()) {
            field.coding.write(out, value(field, header));
        }
        return out.toByteArray();
    }

    static ImageHeader read(FieldInput in, Limits limits) throws FormatException, LimitExceededException {
        int start = in.position();
        Map<Field, Long> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            int at = in.position();
            long value = field.coding.read(in);
            String refusal = refusal(field, value);
            if (refusal != null) { // at once: what follows may mean something else
                throw new FormatException(at, BoxType.HEAD.code(), refusal);
            }
            values.put(field, value);
        }
        if ((values.get(Field.VERSION) & 15) <= MINOR) { // a later minor version may have appended fields
            in.expectEnd();
        }
        limits.checkSize(values.get(Field.WIDTH), values.get(Field.HEIGHT));
        try {
            return header(values);
        } catch (IllegalArgumentException e) {
            throw new FormatException(start, BoxType.HEAD.code(), e.getMessage());
        }
    }

    /** Says why this version cannot read a file with such a field, or null. */
    private static String refusal(Field field, long value) {
        if (field == Field.VERSION && value >> 4 != MAJOR) {
            return "format version " + (value >> 4) + "." + (value & 15) + " needs another version of Nacre";
        }
        if (field == Field.KIND && value == SOUND) {
            return "sound files need a newer version of Nacre";
        }
        if (field == Field.KIND && value != PICTURE) {
            return "unknown kind " + value;
        }
        if (field == Field.FLAGS && (value & REGION_OF_INTEREST) != 0) {
            return "region-of-interest levels need a newer version of Nacre";
        }
        if (field == Field.FLAGS && (value & RESERVED) != 0) {
            return "reserved flags are set; a newer version of Nacre is needed";
        }
        return null;
    }

    private static long value(Field field, ImageHeader header) {
        return switch (field) {
            case VERSION -> MAJOR << 4 | MINOR;
            case KIND -> PICTURE;
            case WIDTH -> header.width();
            case HEIGHT -> header.height();
            case FLAGS -> flags(header);
            case PACK_ID -> header.packId().value();
            case QUALITY -> header.quality();
            case TILE_SIZE -> header.tileSize() / ImageHeader.TILE_SIZE_UNIT - 1;
        };
    }

    private static ImageHeader header(Map<Field, Long> values) {
        long flags = values.get(Field.FLAGS);
        return new ImageHeader(
                values.get(Field.WIDTH).intValue(),
                values.get(Field.HEIGHT).intValue(),
                (flags & GREY) != 0,
                (flags & ALPHA) != 0,
                (flags & SIXTEEN_BIT) != 0,
                (flags & ICC_KEPT) != 0,
                new PackId(values.get(Field.PACK_ID)),
                values.get(Field.QUALITY).intValue(),
                (values.get(Field.TILE_SIZE).intValue() + 1) * ImageHeader.TILE_SIZE_UNIT);
    }

    private static int flags(ImageHeader header) {
        return (header.grey() ? GREY : 0)
                | (header.alpha() ? ALPHA : 0)
                | (header.sixteenBit() ? SIXTEEN_BIT : 0)
                | (header.iccKept() ? ICC_KEPT : 0);
    }
}
