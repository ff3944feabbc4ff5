package io.nacre.codec.raster;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.nacre.codec.LimitExceededException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads pictures: PNG, JPEG (CMYK and lossless as well), TIFF, WebP, GIF, BMP, ICO, ICNS, PNM, PAM, PFM, PSD, TGA and
 * PCX, whatever the file's name. Of several frames or pages the first is taken, of icons the largest.
 *
 * <p>EXIF orientation is applied. Profiles are converted to sRGB unless they are to be kept; grey stays grey. PNG's
 * gAMA and cHRM are ignored. Floating-point samples from 0 to 1 are rounded to 16 bits, those beyond refused.
 *
 * <p>Memory: the samples in the form in which the reader leaves them, 3 bytes a pixel for most photographs; they are
 * not copied. All methods are safe for concurrent use.
 */
public final class ImageInput {
    static {
        // Streams of the readers' own making are to stay in memory: no copies of pictures in the temporary folder.
        ImageIO.setUseCache(false);
    }

    private ImageInput() {}

    /**
     * A picture that was read.
     *
     * @param pixels its samples, upright
     * @param metadata what came with them
     * @param format name of the file format in lower case, such as {@code png}
     * @param notes one clause for each thing that the user should know, such as {@code first of 3 frames}; mostly empty
     */
    public record Loaded(Pixels pixels, Metadata metadata, String format, List<String> notes) {
        /** Keeps a copy of the notes. */
        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads a file.
     *
     * @throws NoSuchFileException if there is none
     * @throws AccessDeniedException if it may not be read
     * @throws LimitExceededException if the picture is larger than the options or the Java heap allow
     * @throws UnsupportedImageException if it is no picture or of an unknown kind
     * @throws IOException if it is damaged or cannot be read. All messages are one sentence after the file's name
     */
    public static Loaded load(Path file, ImageInputOptions options) throws IOException {
        String name = file.toString();
        if (Files.notExists(file)) {
            throw new NoSuchFileException(name, null, "no such file");
        }
        if (Files.isDirectory(file)) {
            throw new UnsupportedImageException(name + ": is a folder");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(name, null, "not readable");
        }
        if (file.getFileSystem() != FileSystems.getDefault()) {
            return load(Files.readAllBytes(file), name, options);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            return load(in, name, options);
        }
    }

    /**
     * Reads a file that lies in memory.
     *
     * @param name what to call it in messages
     * @throws LimitExceededException if the picture is larger than the options or the Java heap allow
     * @throws UnsupportedImageException if it is no picture or of an unknown kind
     * @throws IOException if it is damaged. All messages are one sentence after the name
     */
    public static Loaded load(byte[] data, String name, ImageInputOptions options) throws IOException {
        Objects.requireNonNull(data, "data");
        try (ImageInputStream in = new ByteArrayImageInputStream(data)) {
            return load(in, name, options);
        }
    }

    /**
     * Takes an AWT image as {@link #load} takes a file. It is not changed, and must not be while the result is in use.
     * Grey is taken as sRGB-coded, as every file format stores it, although AWT declares its grey space linear.
     *
     * @param keepIcc true to leave samples as they are and hand the profile of their colour space on, false to convert
     *     them to sRGB
     * @throws UnsupportedImageException if the samples are of a kind that has no defined place in 0..1
     */
    public static Loaded of(BufferedImage image, boolean keepIcc) throws UnsupportedImageException {
        List<String> notes = new ArrayList<>();
        ColorConversion conversion = new ColorConversion(keepIcc, notes);
        BufferedImage source = ColorConversion.isBuiltIn(image.getColorModel().getColorSpace()) ? image : copy(image);
        try {
            Pixels pixels = view(conversion.convert(source, null));
            return new Loaded(pixels, new Metadata(null, conversion.keptProfile(), null), "awt", notes);
        } catch (UnsupportedImageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnsupportedImageException("the image's colours cannot be converted: " + e.getMessage());
        }
    }

    /** A conversion may reuse the memory of what it converts. */
    private static BufferedImage copy(BufferedImage image) {
        ColorModel model = image.getColorModel();
        WritableRaster raster = model.createCompatibleWritableRaster(image.getWidth(), image.getHeight());
        raster.setRect(image.getRaster());
        return new BufferedImage(model, raster, model.isAlphaPremultiplied(), null);
    }

    private static Loaded load(ImageInputStream in, String name, ImageInputOptions options) throws IOException {
        try {
            return load(in, options);
        } catch (LimitExceededException e) {
            throw new LimitExceededException(name + ": " + e.getMessage());
        } catch (UnsupportedImageException e) {
            throw new UnsupportedImageException(name + ": " + e.getMessage());
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new IOException(name + ": the picture is damaged", e);
        }
    }

    private static Loaded load(ImageInputStream in, ImageInputOptions options) throws IOException {
        byte[] head = new byte[ForeignFormat.HEAD_BYTES];
        int length = in.read(head);
        if (length <= 0) {
            throw new IOException("the file is empty");
        }
        String advice = ForeignFormat.advice(Arrays.copyOf(head, length));
        if (advice != null) {
            throw new UnsupportedImageException(advice);
        }
        if (PnmReader.isPnm(head)) {
            List<String> notes = new ArrayList<>();
            Pixels pixels = BufferedImagePixels.of(PnmReader.read(in, options, notes));
            return new Loaded(pixels, Metadata.NONE, "pnm", notes);
        }
        return loadWithPlugin(in, options);
    }

    private static Loaded loadWithPlugin(ImageInputStream in, ImageInputOptions options) throws IOException {
        ContainerTraits traits = ContainerScanner.scan(in);
        List<String> notes = new ArrayList<>(traits.notes);
        ColorConversion conversion = new ColorConversion(options.keepIcc(), notes);
        ImageInputStream guarded = new GuardedImageInputStream(in, traits.patches);
        try (FormatReader reader = FormatReader.open(guarded, traits, options, notes)) {
            BufferedImage image = traits.inks == null
                    ? conversion.convert(reader.read(), traits.icc)
                    : conversion.cmykToRgb(reader.readInks(), traits.icc);
            Pixels pixels = OrientedPixels.of(view(image), traits.orientation);
            byte[] exif = traits.orientation == 1 || traits.exif == null ? traits.exif : Exif.upright(traits.exif);
            Metadata metadata = new Metadata(exif, conversion.keptProfile(), traits.xmp);
            return new Loaded(pixels, metadata, reader.format(), notes);
        }
    }

    private static Pixels view(BufferedImage image) throws UnsupportedImageException {
        try {
            return BufferedImagePixels.of(image);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedImageException(e.getMessage());
        }
    }
}
