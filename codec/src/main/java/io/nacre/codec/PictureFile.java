package io.nacre.codec;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Problem;
import io.nacre.codec.image.DecodedImage;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.codec.raster.AveragedRows;
import io.nacre.codec.raster.ImageOutput;
import io.nacre.codec.raster.ImageTypes;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.RowImages;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageTypeSpecifier;

/**
 * A picture's file, opened: its header and metadata are checked, its samples are decoded when they are asked for, all or
 * those of a region. Holds the file's bytes and nothing that needs closing. Thread-safe.
 *
 * <pre>{@code
 * PictureFile file = codec.openPicture(Path.of("map.nacre"));
 * System.out.println(file.info().width() + " x " + file.info().height());
 * BufferedImage corner = file.decode(new Rectangle(0, 0, 640, 480), new Monitor()).image();
 * file.write(Path.of("map.png"), new Monitor());
 * }</pre>
 */
public final class PictureFile {
    private final Codec codec;
    private final ContainerReader file;
    private final PictureInfo info;
    private final boolean salvaging;

    /** Takes rows of a picture as they are decoded. */
    @FunctionalInterface
    public interface RowReceiver {
        /**
         * Takes a row.
         *
         * @param y row of the region, from 0 on
         * @param rgba four samples for each pixel of the region, 0..255 or 0..65535: red, green, blue and straight
         *     alpha; the array is used again for the next row
         * @throws IOException to end the work
         */
        void row(int y, int[] rgba) throws IOException;
    }

    PictureFile(Codec codec, ContainerReader file, long size, boolean salvaging) {
        this.codec = codec;
        this.file = file;
        this.info = PictureInfo.of(file.header(), size);
        this.salvaging = salvaging;
    }

    /** What the file says of itself. */
    public PictureInfo info() {
        return info;
    }

    /**
     * What is wrong with the file, a sentence for each thing, as far as checksums tell; nothing is decoded. Empty if it is as
     * it was written.
     */
    public List<String> problems() {
        return file.verify().stream().map(Problem::message).toList();
    }

    /** The EXIF block, if there is one: a TIFF structure without the {@code Exif} prefix of JPEG. */
    public Optional<byte[]> exif() {
        return file.exif();
    }

    /** The ICC profile that the samples are to be read with, if they are not sRGB. */
    public Optional<byte[]> icc() {
        return file.icc();
    }

    /** The XMP packet, if there is one. */
    public Optional<byte[]> xmp() {
        return file.xmp();
    }

    /**
     * The type of image that {@link #decode()} makes: {@link BufferedImage#TYPE_3BYTE_BGR}, {@code TYPE_4BYTE_ABGR},
     * {@code TYPE_BYTE_GRAY} or {@code TYPE_USHORT_GRAY} where that holds the samples, else an interleaved one of 16 bits, of
     * grey with alpha, or in the colour space of the file's profile.
     */
    public ImageTypeSpecifier imageType() {
        ImageHeader header = file.header();
        return ImageTypes.of(
                header.grey(), header.alpha(), header.sixteenBit(), file.icc().orElse(null));
    }

    /**
     * Decodes the whole picture.
     *
     * @throws CodecException if the file is damaged, too large for the codec's limits, or needs a model that isn't there
     */
    public Picture decode() throws IOException {
        return decode(whole(), new Monitor());
    }

    /**
     * Decodes a part of the picture; only the tiles that it needs are.
     *
     * @throws IllegalArgumentException if the region is empty or not inside the picture
     * @throws CodecException if the file is damaged, too large for the codec's limits, or needs a model that isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     */
    public Picture decode(Rectangle region, Monitor monitor) throws IOException {
        Rectangle part = inside(region);
        BufferedImage image = codec.decode(monitor, work -> {
            requireDecodable(part);
            try (DecodedImage rows = open(part, work)) {
                return RowImages.of(rows, imageType());
            }
        });
        return Picture.of(image).withMetadata(exif().orElse(null), xmp().orElse(null));
    }

    /**
     * Makes sure that {@link #decode(Rectangle, Monitor)} of a region is allowed; nothing is decoded.
     *
     * @throws IllegalArgumentException if the region is empty or not inside the picture
     * @throws LimitExceededException if it takes more memory than the codec allows or has more samples than an array
     */
    public void requireDecodable(Rectangle region) throws LimitExceededException {
        Rectangle part = inside(region);
        Memory.requireImage(header(), part);
        codec.memory().require(Memory.ofRows(header(), part) + Memory.ofImage(header(), part), "the picture");
    }

    /**
     * Decodes a part of the picture row by row, in memory that is bounded by its width.
     *
     * @throws IllegalArgumentException if the region is empty or not inside the picture
     * @throws CodecException if the file is damaged, too large for the codec's limits, or needs a model that isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     */
    public void readRows(Rectangle region, RowReceiver receiver, Monitor monitor) throws IOException {
        Rectangle part = inside(region);
        codec.<Void>decode(monitor, work -> {
            try (DecodedImage rows = openBounded(part, work)) {
                int[] rgba = new int[Math.multiplyExact(4, part.width)];
                for (int y = 0; y < part.height; y++) {
                    rows.readRow(y, rgba);
                    receiver.row(y, rgba);
                }
            }
            return null;
        });
    }

    /**
     * The picture made smaller by a whole factor, so that no side is longer than asked; pixels are averaged. The whole
     * picture is decoded for it, in memory that is bounded by its width.
     *
     * @param maxSide in pixels, at least 1
     * @throws CodecException if the file is damaged, too large for the codec's limits, or needs a model that isn't there
     */
    public Picture thumbnail(int maxSide, Monitor monitor) throws IOException {
        if (maxSide < 1) {
            throw new IllegalArgumentException("a thumbnail of " + maxSide + " pixels");
        }
        int factor = (Math.max(info.width(), info.height()) - 1) / maxSide + 1;
        Rectangle small = new Rectangle((info.width() - 1) / factor + 1, (info.height() - 1) / factor + 1);
        return Picture.of(codec.decode(monitor, work -> {
            Memory.requireImage(header(), small);
            codec.memory().require(Memory.ofImage(header(), small), "the thumbnail");
            try (DecodedImage rows = openBounded(whole(), work)) {
                return RowImages.of(new AveragedRows(rows, factor), imageType());
            }
        }));
    }

    /**
     * Writes the picture as another format: PNG, JPEG, TIFF, BMP, PPM, PGM or PAM by the file's name. The file appears
     * whole or not at all and replaces what was there.
     *
     * @throws UnsupportedMediaException if the format is unknown or cannot hold the picture
     * @throws IOException if the file can't be written, or as {@link #readRows}
     */
    public void write(Path target, Monitor monitor) throws IOException {
        String name = target.getFileName().toString();
        String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        FileBytes.write(target, out -> write(new BufferedOutputStream(out, 1 << 16), format, monitor));
    }

    /**
     * Writes the picture as another format. PNG, TIFF and the Netpbm formats need memory for some rows, JPEG and BMP for
     * the whole picture.
     *
     * @param out is flushed, not closed
     * @param format png, jpg, tif, bmp, ppm, pgm or pam
     * @throws UnsupportedMediaException if the format is unknown or cannot hold the picture; nothing was written then
     * @throws IOException if the stream fails, or as {@link #readRows}
     */
    public void write(OutputStream out, String format, Monitor monitor) throws IOException {
        codec.<Void>decode(monitor, work -> {
            try (DecodedImage rows = openBounded(whole(), work)) {
                Metadata metadata = new Metadata(exif().orElse(null), icc().orElse(null), xmp().orElse(null));
                ImageOutput.write(rows, out, format, metadata);
                out.flush();
            }
            return null;
        });
    }

    private ImageHeader header() {
        return file.header();
    }

    private Rectangle whole() {
        return new Rectangle(info.width(), info.height());
    }

    private Rectangle inside(Rectangle region) {
        if (region.isEmpty() || !whole().contains(region)) {
            throw new IllegalArgumentException("the region " + region.x + "," + region.y + "," + region.width + ","
                    + region.height + " is not inside the picture of " + info.width() + " x " + info.height());
        }
        return new Rectangle(region);
    }

    private DecodedImage openBounded(Rectangle region, Work work) throws IOException {
        codec.memory().require(Memory.ofRows(header(), region), "rows of the picture");
        return open(region, work);
    }

    private DecodedImage open(Rectangle region, Work work) throws IOException {
        ImageDecoder decoder = new ImageDecoder(codec.models().image(header().packId()));
        long tiles = Memory.tiles(header(), region);
        return (salvaging ? decoder.salvaging() : decoder)
                .decode(file, region, (done, total) -> work.done(Math.min(1, (double) done / tiles)));
    }
}
