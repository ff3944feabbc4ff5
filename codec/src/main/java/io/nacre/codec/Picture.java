package io.nacre.codec;

import io.nacre.codec.raster.BufferedImagePixels;
import io.nacre.codec.raster.ImageTypes;
import io.nacre.codec.raster.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture in memory: samples, and EXIF and XMP if there are any. It is a view of the array or image that it was made
 * from, which must not be changed while the picture is in use; nothing is copied.
 *
 * <pre>{@code
 * byte[] rgb = new byte[3 * 640 * 480];                   // R G B R G B ..., row by row
 * byte[] file = codec.encode(Picture.of(640, 480, 3, rgb), PictureSettings.ofQuality(60));
 * byte[] decoded = codec.openPicture(file).decode().bytes();
 * BufferedImage image = codec.openPicture(file).decode().image();
 * }</pre>
 *
 * <p>Samples are sRGB-coded unless the image's colour space says otherwise, alpha is straight. Grey is sRGB-coded too,
 * although AWT declares the grey space of its images linear: {@link BufferedImage#getRGB} makes grey images brighter
 * than they are, {@link BufferedImage#getRaster} has the true samples. Safe for concurrent use.
 */
public final class Picture {
    private final BufferedImage image;
    private final byte[] exif;
    private final byte[] xmp;

    private Picture(BufferedImage image, byte[] exif, byte[] xmp) {
        this.image = image;
        this.exif = exif;
        this.xmp = xmp;
    }

    /** The picture in an image: RGB, grey or palette, at most 16 bits a sample, with or without alpha. */
    public static Picture of(BufferedImage image) {
        return new Picture(Objects.requireNonNull(image, "image"), null, null);
    }

    /**
     * A picture of 8 bits a sample.
     *
     * @param channels 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha
     * @param samples {@code channels} for each pixel, row by row
     * @throws IllegalArgumentException if a size is below 1, or there are more or fewer samples than pixels need
     */
    public static Picture of(int width, int height, int channels, byte[] samples) {
        requireCount(width, height, channels, samples.length);
        return of(width, height, channels, new DataBufferByte(samples, samples.length));
    }

    /**
     * A picture of 16 bits a sample.
     *
     * @param channels 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha
     * @param samples {@code channels} unsigned ones for each pixel, row by row
     * @throws IllegalArgumentException if a size is below 1, or there are more or fewer samples than pixels need
     */
    public static Picture of(int width, int height, int channels, short[] samples) {
        requireCount(width, height, channels, samples.length);
        return of(width, height, channels, new DataBufferUShort(samples, samples.length));
    }

    private static void requireCount(int width, int height, int channels, int samples) {
        if (width < 1 || height < 1 || channels < 1 || channels > 4) {
            throw new IllegalArgumentException(
                    "no picture of " + width + " x " + height + " pixels with " + channels + " channels");
        }
        // No overflow: the product of two ints is below 2^62.
        if ((long) width * height != samples / channels || samples % channels != 0) {
            throw new IllegalArgumentException(
                    samples + " samples for " + width + " x " + height + " pixels with " + channels + " channels");
        }
    }

    private static Picture of(int width, int height, int channels, DataBuffer samples) {
        int[] bands = new int[channels];
        for (int i = 0; i < channels; i++) {
            bands[i] = i;
        }
        WritableRaster raster =
                Raster.createInterleavedRaster(samples, width, height, channels * width, channels, bands, null);
        ColorModel model = ImageTypes.colourModel(
                channels < 3, channels % 2 == 0, samples.getDataType() == DataBuffer.TYPE_USHORT);
        return of(new BufferedImage(model, raster, false, null));
    }

    /**
     * The same with metadata.
     *
     * @param newExif a TIFF structure, without the {@code Exif} prefix of JPEG, or null; its orientation is taken to be
     *     applied to the samples already
     * @param newXmp an XMP packet, or null
     */
    public Picture withMetadata(byte[] newExif, byte[] newXmp) {
        return new Picture(image, newExif, newXmp);
    }

    /** The samples as an image: not a copy. */
    public BufferedImage image() {
        return image;
    }

    public int width() {
        return image.getWidth();
    }

    public int height() {
        return image.getHeight();
    }

    /** The EXIF block, if there is one. */
    public Optional<byte[]> exif() {
        return Optional.ofNullable(exif);
    }

    /** The XMP packet, if there is one. */
    public Optional<byte[]> xmp() {
        return Optional.ofNullable(xmp);
    }

    /** Channels of {@link #bytes} and {@link #shorts}: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha. */
    public int channels() {
        ColorModel model = image.getColorModel();
        return (grey(model) ? 1 : 3) + (model.hasAlpha() ? 1 : 0);
    }

    private static boolean grey(ColorModel model) {
        return model.getNumColorComponents() == 1;
    }

    /**
     * A copy of the samples, {@link #channels} for each pixel, row by row; those of 16 bits rounded to 8.
     *
     * @throws IllegalArgumentException if the image is neither RGB nor grey
     */
    public byte[] bytes() {
        byte[] bytes = new byte[count()];
        boolean wide = pixels().maximum() > 255;
        copy((index, sample) -> bytes[index] = (byte) (wide ? (sample * 255 + 32767) / 65535 : sample));
        return bytes;
    }

    /**
     * A copy of the samples, {@link #channels} unsigned ones for each pixel, row by row; those of 8 bits times 257.
     *
     * @throws IllegalArgumentException if the image is neither RGB nor grey
     */
    public short[] shorts() {
        short[] shorts = new short[count()];
        int factor = pixels().maximum() > 255 ? 1 : 257;
        copy((index, sample) -> shorts[index] = (short) (factor * sample));
        return shorts;
    }

    private int count() {
        return Math.multiplyExact(channels(), Math.multiplyExact(width(), height()));
    }

    private Pixels pixels() {
        return BufferedImagePixels.of(image);
    }

    private interface Sink {
        void put(int index, int sample);
    }

    private void copy(Sink sink) {
        Pixels pixels = pixels();
        int channels = channels();
        boolean alpha = channels % 2 == 0;
        int colours = alpha ? channels - 1 : channels;
        int[] row = new int[4 * width()];
        int index = 0;
        for (int y = 0; y < height(); y++) {
            pixels.read(0, y, width(), row);
            for (int i = 0; i < row.length; i += 4) {
                for (int c = 0; c < colours; c++) {
                    sink.put(index++, row[i + c]);
                }
                if (alpha) {
                    sink.put(index++, row[i + 3]);
                }
            }
        }
    }
}
