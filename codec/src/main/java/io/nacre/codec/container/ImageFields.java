package io.nacre.codec.container;

import io.nacre.codec.LimitExceededException;
import io.nacre.models.PackId;
import java.util.EnumMap;
import java.util.Map;

/** The fields of a picture's HEAD. Reading and writing walk the same list, so that they cannot drift. */
final class ImageFields {
    private static final int GREY = 1;
    private static final int ALPHA = 1 << 1;
    private static final int SIXTEEN_BIT = 1 << 2;
    private static final int ICC_KEPT = 1 << 3;
    private static final int REGION_OF_INTEREST = 1 << 4;
    private static final int RESERVED = 0xE0;

    private enum Field {
        WIDTH(FieldCoding.VARINT),
        HEIGHT(FieldCoding.VARINT),
        FLAGS(FieldCoding.U8),
        PACK_ID(FieldCoding.U64),
        QUALITY(FieldCoding.U16),
        TILE_SIZE(FieldCoding.U8);

        final FieldCoding coding;

        Field(FieldCoding coding) {
            this.coding = coding;
        }
    }

    private ImageFields() {}

    static void write(FieldOutput out, ImageHeader header) {
        for (Field field : Field.values()) {
            field.coding.write(out, value(field, header));
        }
    }

    /** @throws IllegalArgumentException if a value is outside its range */
    static ImageHeader read(FieldInput in, Limits limits) throws FormatException, LimitExceededException {
        Map<Field, Long> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            int at = in.position();
            long value = field.coding.read(in);
            String refusal = field == Field.FLAGS ? refusal(value) : null;
            if (refusal != null) { // at once: what follows may mean something else
                throw new FormatException(at, BoxType.HEAD.code(), refusal);
            }
            values.put(field, value);
        }
        limits.checkSize(values.get(Field.WIDTH), values.get(Field.HEIGHT));
        return header(values);
    }

    /** Says why this version cannot read a file with such flags, or null. */
    private static String refusal(long flags) {
        if ((flags & REGION_OF_INTEREST) != 0) {
            return "region-of-interest levels need a newer version of Nacre";
        }
        return (flags & RESERVED) != 0 ? "reserved flags are set; a newer version of Nacre is needed" : null;
    }

    private static long value(Field field, ImageHeader header) {
        return switch (field) {
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
