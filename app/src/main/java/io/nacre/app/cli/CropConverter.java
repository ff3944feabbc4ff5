package io.nacre.app.cli;

import java.awt.Rectangle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads x,y,width,height. */
final class CropConverter implements ITypeConverter<Rectangle> {
    @Override
    public Rectangle convert(String value) {
        String[] parts = value.split(",", -1);
        try {
            if (parts.length == 4) {
                return new Rectangle(
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3]));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new TypeConversionException("'" + value + "' is not x,y,width,height");
    }
}
