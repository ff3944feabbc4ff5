package io.nacre.codec.raster;

import io.nacre.codec.LimitExceededException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * One of ImageIO's readers on one file: limits before allocation, the choice among several pictures, and a checked
 * exception in place of the many unchecked ones that readers throw at damaged files.
 */
final class FormatReader implements AutoCloseable {
    private static final String TWELVEMONKEYS = "com.twelvemonkeys.";
    private static final String JDK = "com.sun.imageio.";
    /** Pictures of an icon file that are looked at. */
    private static final int MAX_ICONS = 1024;

    private static final String NOT_IMPLEMENTED = "not implemented";
    private static final String JPEG_DAMAGE = "Corrupt JPEG data";
    private static final String JPEG_HARMLESS = "extraneous bytes before marker";
    private static final String JPEG_NO_END = "Missing EOI";

    private final ImageReader reader;
    private final String format;
    private final ContainerTraits traits;
    private final List<String> notes;
    private final List<String> warnings = new ArrayList<>();
    private int index;

    private FormatReader(ImageReader reader, String format, ContainerTraits traits, List<String> notes) {
        this.reader = reader;
        this.format = format;
        this.traits = traits;
        this.notes = notes;
    }

    /** A step of an ImageIO reader. */
    private interface Step<T> {
        T run() throws IOException;
    }

    /**
     * Finds the reader of a stream and checks the size of its picture.
     *
     * @param traits what is known of the file
     * @param notes receives what the user should know
     */
    static FormatReader open(ImageInputStream in, ContainerTraits traits, ImageInputOptions options, List<String> notes)
            throws IOException {
        // TwelveMonkeys' readers cut floating-point samples at 1, the JDK's do not.
        String preferred = traits.floatingPoint ? JDK : TWELVEMONKEYS;
        List<ImageReader> readers = new ArrayList<>();
        ImageIO.getImageReaders(in).forEachRemaining(readers::add);
        ImageReader chosen = readers.stream()
                .min(Comparator.comparing(r -> !r.getClass().getName().startsWith(preferred)))
                .orElseThrow(() -> new UnsupportedImageException("not a picture of a known format"));
        readers.stream().filter(reader -> reader != chosen).forEach(ImageReader::dispose);
        String name = chosen.getOriginatingProvider().getFormatNames()[0].toLowerCase(Locale.ROOT);
        FormatReader opened = new FormatReader(chosen, name.equals("tif") ? "tiff" : name, traits, notes);
        try {
            opened.prepare(in, options);
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /** Lower-case name of the format. */
    String format() {
        return format;
    }

    private void prepare(ImageInputStream in, ImageInputOptions options) throws IOException {
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        guarded(() -> {
            // The readers' metadata is not wanted, and PNG's would be inflated without need.
            reader.setInput(in, false, true);
            index = format.equals("ico") || format.equals("icns") ? largest() : 0;
            SizeLimits.check(reader.getWidth(index), reader.getHeight(index), bitsPerPixel(), options);
            return null;
        });
    }

    private int largest() throws IOException {
        int count = Math.min(reader.getNumImages(true), MAX_ICONS);
        int largest = 0;
        long most = -1;
        for (int i = 0; i < count; i++) {
            long area = (long) reader.getWidth(i) * reader.getHeight(i);
            if (area > most) {
                most = area;
                largest = i;
            }
        }
        if (count > 1) {
            notes.add("largest of " + count + " pictures");
        }
        return largest;
    }

    private long bitsPerPixel() throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(index);
        if (!types.hasNext()) {
            return 24;
        }
        SampleModel model = types.next().getSampleModel();
        return (long) model.getNumDataElements() * DataBuffer.getDataTypeSize(model.getDataType());
    }

    /** Decodes the picture. */
    BufferedImage read() throws IOException {
        BufferedImage image = guarded(() -> reader.read(index));
        checkDamage();
        countPictures();
        return image;
    }

    /** Decodes a JPEG whose {@link ContainerTraits#inks} are known to CMYK; 0 is no ink. */
    Raster readInks() throws IOException {
        Raster stored = guarded(() -> reader.readRaster(index, null));
        checkDamage();
        WritableRaster inks = Raster.createWritableRaster(stored.getSampleModel(), stored.getDataBuffer(), null);
        CmykJpeg.toInks(inks, traits.inks);
        return inks;
    }

    /** Some readers only warn when data are missing or of a kind that they do not know, and make something up. */
    private void checkDamage() throws IOException {
        boolean noEnd = false;
        for (String warning : warnings) {
            if (warning.contains(NOT_IMPLEMENTED)) {
                throw new UnsupportedImageException("not supported: " + warning);
            }
            noEnd |= warning.contains(JPEG_NO_END);
            if (warning.contains(JPEG_DAMAGE) && !warning.contains(JPEG_HARMLESS)) {
                throw new IOException("the JPEG file is cut short or damaged");
            }
        }
        if (noEnd && traits.progressive) {
            throw new IOException("the JPEG file is cut short");
        }
        if (noEnd) {
            notes.add("the JPEG file lacks its end marker and may be cut short");
        }
    }

    private void countPictures() throws IOException {
        switch (format) {
            case "gif", "webp", "tiff" -> {
                int count = guarded(() -> reader.getNumImages(true));
                if (count > 1) {
                    notes.add("first of " + count + (format.equals("tiff") ? " pages" : " frames"));
                }
            }
            default -> {}
        }
    }

    private <T> T guarded(Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (LimitExceededException | UnsupportedImageException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("the " + format + " data is damaged or not supported" + detail(e), e);
        } catch (RuntimeException e) {
            throw new IOException("the " + format + " data is damaged", e);
        } catch (OutOfMemoryError e) {
            // Thrown by a single large allocation of a reader: nothing else has failed.
            throw new LimitExceededException("not enough memory for the picture; raise it with java -Xmx");
        }
    }

    private static String detail(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? ""
                : " (" + message.lines().findFirst().orElse("") + ")";
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
