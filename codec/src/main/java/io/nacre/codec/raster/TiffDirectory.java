package io.nacre.codec.raster;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/**
 * The first image file directory of a TIFF (TIFF 6.0) or BigTIFF structure, which EXIF is as well. Only where the
 * values lie is held; a value is read when asked for, and bounded then.
 */
final class TiffDirectory {
    static final int NEW_SUBFILE_TYPE = 0x00FE;
    static final int IMAGE_WIDTH = 0x0100;
    static final int IMAGE_LENGTH = 0x0101;
    static final int BITS_PER_SAMPLE = 0x0102;
    static final int COMPRESSION = 0x0103;
    static final int PHOTOMETRIC_INTERPRETATION = 0x0106;
    static final int STRIP_OFFSETS = 0x0111;
    static final int ORIENTATION = 0x0112;
    static final int SAMPLES_PER_PIXEL = 0x0115;
    static final int ROWS_PER_STRIP = 0x0116;
    static final int STRIP_BYTE_COUNTS = 0x0117;
    static final int EXTRA_SAMPLES = 0x0152;
    static final int SAMPLE_FORMAT = 0x0153;
    static final int XMP = 0x02BC;
    static final int ICC = 0x8773;
    static final int DNG_VERSION = 0xC612;

    private static final int CLASSIC_LE = 0x49492A00;
    private static final int CLASSIC_BE = 0x4D4D002A;
    private static final int BIG_LE = 0x49492B00;
    private static final int BIG_BE = 0x4D4D002B;
    static final int TYPE_SHORT = 3;
    private static final int TYPE_LONG = 4;
    /** More entries than any file has; the bound for a 64-bit count. */
    private static final int MAX_ENTRIES = 1 << 16;

    /**
     * One tag.
     *
     * @param start offset of the entry itself
     * @param position offset of the first value
     */
    record Entry(long start, int type, long count, long position) {}

    private final ImageInputStream in;
    private final Map<Integer, Entry> entries = new HashMap<>();

    private TiffDirectory(ImageInputStream in) {
        this.in = in;
    }

    /** Whether the first four bytes of a file, big-endian, are those of TIFF. */
    static boolean isTiff(int magic) {
        return magic == CLASSIC_LE || magic == CLASSIC_BE || magic == BIG_LE || magic == BIG_BE;
    }

    /**
     * Reads the directory of a structure that begins at offset 0.
     *
     * @throws IOException if it is cut short or no TIFF
     */
    static TiffDirectory read(ImageInputStream in) throws IOException {
        in.seek(0);
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        int magic = in.readInt();
        if (!isTiff(magic)) {
            throw new IOException("not a TIFF structure");
        }
        boolean big = magic == BIG_LE || magic == BIG_BE;
        in.setByteOrder(magic == CLASSIC_LE || magic == BIG_LE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (big) {
            in.seek(8);
        }
        long start = big ? in.readLong() : in.readUnsignedInt();
        if (start < 0) {
            throw new IOException("the TIFF directory lies outside the file");
        }
        in.seek(start);
        TiffDirectory directory = new TiffDirectory(in);
        directory.readEntries(big);
        return directory;
    }

    private void readEntries(boolean big) throws IOException {
        long count = big ? in.readLong() : in.readUnsignedShort();
        if (count < 0 || count > MAX_ENTRIES) {
            throw new IOException("the TIFF directory claims " + Long.toUnsignedString(count) + " entries");
        }
        int valueField = big ? 8 : 4;
        for (long i = 0; i < count; i++) {
            long entryStart = in.getStreamPosition();
            int tag = in.readUnsignedShort();
            int type = in.readUnsignedShort();
            long values = big ? in.readLong() : in.readUnsignedInt();
            long field = in.getStreamPosition();
            boolean inline = values >= 0 && values <= valueField / bytes(type);
            long position = inline ? field : big ? in.readLong() : in.readUnsignedInt();
            entries.put(tag, new Entry(entryStart, type, values, position));
            in.seek(field + valueField);
        }
    }

    private static int bytes(int type) {
        return switch (type) {
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12, 16, 17, 18 -> 8;
            default -> 1;
        };
    }

    /** First value of a SHORT or LONG tag; {@code otherwise} if there is none. */
    long unsigned(int tag, long otherwise) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.count < 1 || (entry.type != TYPE_SHORT && entry.type != TYPE_LONG)) {
            return otherwise;
        }
        in.seek(entry.position);
        return entry.type == TYPE_SHORT ? in.readUnsignedShort() : in.readUnsignedInt();
    }

    /** A tag of the directory, or null. */
    Entry entry(int tag) {
        return entries.get(tag);
    }

    /** The bytes of a BYTE or UNDEFINED tag; null if there are none or more than {@code maximum}. */
    byte[] bytes(int tag, int maximum) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || bytes(entry.type) != 1 || entry.count < 1 || entry.count > maximum) {
            return null;
        }
        if (entry.position < 0 || entry.count > in.length() - entry.position) {
            return null;
        }
        byte[] value = new byte[(int) entry.count];
        in.seek(entry.position);
        in.readFully(value);
        return value;
    }
}
