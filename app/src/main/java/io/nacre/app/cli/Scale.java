package io.nacre.app.cli;

import io.nacre.codec.raster.AveragedRows;
import io.nacre.codec.raster.RowSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How much smaller a decoded picture is written. */
enum Scale {
    FULL("1", 1),
    HALF("1/2", 2),
    QUARTER("1/4", 4),
    EIGHTH("1/8", 8);

    private final String text;
    private final int factor;

    Scale(String text, int factor) {
        this.text = text;
        this.factor = factor;
    }

    RowSource apply(RowSource rows) {
        return this == FULL ? rows : new AveragedRows(rows, factor);
    }

    /** Reads 1, 1/2, 1/4 or 1/8. */
    static final class Converter implements ITypeConverter<Scale> {
        @Override
        public Scale convert(String value) {
            for (Scale scale : values()) {
                if (scale.text.equals(value)) {
                    return scale;
                }
            }
            throw new TypeConversionException("'" + value + "' is none of 1, 1/2, 1/4 and 1/8");
        }
    }
}
