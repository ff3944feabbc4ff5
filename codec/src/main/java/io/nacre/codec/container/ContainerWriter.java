package io.nacre.codec.container;

import io.nacre.codec.LimitExceededException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Writes one Nacre file from front to back. Tiles are given all at once ({@link #writeTiles}, which puts the index in
 * front of them, for readers that want a crop) or one by one as they are ready ({@link #writeTile}, which puts it
 * behind, for pipes). Metadata go before or after all tiles, the ICC profile before. Without {@link #finish} there is no
 * ENDN and no reader takes the file for a whole one.
 *
 * <p>Calls out of order are answered with {@link IllegalStateException}. For one thread. After an
 * {@link IOException} the writer is of no further use.
 */
public final class ContainerWriter {
    private final Header header;
    private final CRC32C fileChecksum = new CRC32C();
    private final OutputStream out;
    private final Set<BoxType> written = EnumSet.noneOf(BoxType.class);
    private long length;
    private int[] tileLengths = new int[1];
    private int tiles;

    /**
     * Writes magic and HEAD.
     *
     * @param out written to in pieces of a box's parts, so buffered with advantage; flushed by {@link #finish} and never
     *     closed
     */
    public ContainerWriter(OutputStream out, Header header) throws IOException {
        this.header = Objects.requireNonNull(header, "header");
        this.out = new CheckedOutputStream(Objects.requireNonNull(out, "out"), fileChecksum);
        write(Magic.bytes());
        writeBox(BoxType.HEAD, HeadCodec.write(header));
    }

    /**
     * Writes an EXIF block, a TIFF structure without the {@code Exif} prefix of JPEG.
     *
     * @throws LimitExceededException if it is longer than {@link Limits#DEFAULT} allows
     */
    public void writeExif(byte[] exif) throws IOException {
        writeMetadata(BoxType.EXIF, exif);
    }

    /**
     * Writes the ICC profile, before the tiles and only if {@link Header#iccKept()}.
     *
     * @throws LimitExceededException if it is longer than {@link Limits#DEFAULT} allows
     */
    public void writeIcc(byte[] profile) throws IOException {
        require(header.iccKept(), "the header says that samples are sRGB");
        require(tiles == 0, "the profile goes before the tiles");
        writeMetadata(BoxType.ICC, profile);
    }

    /**
     * Writes an XMP packet.
     *
     * @throws LimitExceededException if it is longer than {@link Limits#DEFAULT} allows
     */
    public void writeXmp(byte[] xmp) throws IOException {
        writeMetadata(BoxType.XMP, xmp);
    }

    /** Writes all tiles, in raster order or in the order of time, and before them their index if there is more than one. */
    public void writeTiles(List<byte[]> payloads) throws IOException {
        require(tiles == 0, "tiles have been written");
        if (payloads.size() != header.tileCount()) {
            throw new IllegalArgumentException(payloads.size() + " tiles for a file of " + header.tileCount());
        }
        if (payloads.size() > 1) {
            int[] lengths =
                    payloads.stream().mapToInt(payload -> payload.length).toArray();
            writeSingle(BoxType.INDEX, TileTable.writeLengths(lengths));
        }
        for (byte[] payload : payloads) {
            writeTile(payload);
        }
    }

    /** Writes the next tile; after the last one follows the index, if one is needed. */
    public void writeTile(byte[] payload) throws IOException {
        require(!written.contains(BoxType.END), "the file is finished");
        require(tiles < header.tileCount(), "all tiles have been written");
        require(written.contains(BoxType.ICC) || !header.iccKept(), "the ICC profile is missing");
        writeBox(BoxType.TILE, payload);
        if (tiles == tileLengths.length) {
            tileLengths = Arrays.copyOf(tileLengths, 2 * tiles);
        }
        tileLengths[tiles++] = payload.length;
        if (tiles == header.tileCount() && tiles > 1 && !written.contains(BoxType.INDEX)) {
            writeSingle(BoxType.INDEX, TileTable.writeLengths(Arrays.copyOf(tileLengths, tiles)));
        }
    }

    /** Writes ENDN and flushes the stream. */
    public void finish() throws IOException {
        require(tiles == header.tileCount(), "tiles are missing");
        FieldOutput end = new FieldOutput();
        end.varint(length);
        writeSingle(BoxType.END, end.toByteArray());
        out.flush();
    }

    private void writeMetadata(BoxType type, byte[] payload) throws IOException {
        require(tiles == 0 || tiles == header.tileCount(), "metadata go before or after all tiles");
        Limits.DEFAULT.checkMetadata(type, payload.length);
        writeSingle(type, payload);
    }

    private void writeSingle(BoxType type, byte[] payload) throws IOException {
        require(!written.contains(BoxType.END), "the file is finished");
        require(written.add(type), "there is one " + type.code() + " already");
        writeBox(type, payload);
    }

    private void writeBox(BoxType type, byte[] payload) throws IOException {
        FieldOutput payloadLength = new FieldOutput();
        payloadLength.varint(payload.length);
        write(type.bytes());
        write(payloadLength.toByteArray());
        write(payload);
        FieldOutput checksum = new FieldOutput();
        checksum.fixed(type == BoxType.END ? fileChecksum.getValue() : checksum(type, payload), Box.CHECKSUM_LENGTH);
        write(checksum.toByteArray());
    }

    private static long checksum(BoxType type, byte[] payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(type.bytes());
        checksum.update(payload);
        return checksum.getValue();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes, 0, bytes.length);
        length += bytes.length;
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalStateException(problem);
        }
    }
}
