package io.nacre.codec.raster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes uncompressed TIFF (TIFF 6.0) row by row. Without compression the places of all strips are known beforehand, so
 * the stream need not be seekable; the JDK's writer holds the picture, and its Deflate loses the end of strips of
 * noise.
 */
final class TiffWriter {
    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    private static final int STRIP_BYTES = 1 << 16;
    private static final long MAX_FILE_BYTES = 0xFFFFFFFFL;

    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int UNDEFINED = 7;

    private static final int UNCOMPRESSED = 1;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int UNASSOCIATED_ALPHA = 2;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Field(int type, int count, byte[] value) {}

    private final Map<Integer, Field> fields = new TreeMap<>();

    private TiffWriter() {}

    /** @throws UnsupportedImageException if the file would be larger than 4 GiB; nothing was written then */
    static void write(RowSource source, OutputStream out, Metadata metadata) throws IOException {
        new TiffWriter().writeFile(source, out, metadata);
    }

    private void writeFile(RowSource source, OutputStream out, Metadata metadata) throws IOException {
        SampleRows rows = new SampleRows(source);
        int rowsPerStrip = Math.max(1, STRIP_BYTES / rows.length());
        int strips = (source.height() + rowsPerStrip - 1) / rowsPerStrip;
        putDescription(source, rowsPerStrip);
        if (metadata.xmp() != null) {
            fields.put(TiffDirectory.XMP, new Field(BYTE, metadata.xmp().length, metadata.xmp()));
        }
        if (metadata.icc() != null) {
            fields.put(TiffDirectory.ICC, new Field(UNDEFINED, metadata.icc().length, metadata.icc()));
        }
        // Once without the places, to learn where the samples begin.
        int[] places = new int[strips];
        put(TiffDirectory.STRIP_OFFSETS, LONG, places);
        put(TiffDirectory.STRIP_BYTE_COUNTS, LONG, places);
        long samplesStart = (long) HEADER_BYTES + directory().length;
        if (samplesStart + (long) rows.length() * source.height() > MAX_FILE_BYTES) {
            throw new UnsupportedImageException("TIFF ends at 4 GiB; choose png");
        }
        int[] counts = new int[strips];
        for (int strip = 0; strip < strips; strip++) {
            int first = strip * rowsPerStrip;
            places[strip] = (int) (samplesStart + (long) first * rows.length());
            counts[strip] = Math.min(rowsPerStrip, source.height() - first) * rows.length();
        }
        put(TiffDirectory.STRIP_OFFSETS, LONG, places);
        put(TiffDirectory.STRIP_BYTE_COUNTS, LONG, counts);
        out.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, HEADER_BYTES});
        out.write(directory());
        rows.writeAll(out);
    }

    private void putDescription(RowSource source, int rowsPerStrip) {
        int channels = (source.grey() ? 1 : 3) + (source.alpha() ? 1 : 0);
        int[] bits = new int[channels];
        Arrays.fill(bits, source.maximum() > 255 ? 16 : 8);
        put(TiffDirectory.IMAGE_WIDTH, LONG, source.width());
        put(TiffDirectory.IMAGE_LENGTH, LONG, source.height());
        put(TiffDirectory.BITS_PER_SAMPLE, SHORT, bits);
        put(TiffDirectory.COMPRESSION, SHORT, UNCOMPRESSED);
        put(TiffDirectory.PHOTOMETRIC_INTERPRETATION, SHORT, source.grey() ? BLACK_IS_ZERO : RGB);
        put(TiffDirectory.SAMPLES_PER_PIXEL, SHORT, channels);
        put(TiffDirectory.ROWS_PER_STRIP, LONG, rowsPerStrip);
        if (source.alpha()) {
            put(TiffDirectory.EXTRA_SAMPLES, SHORT, UNASSOCIATED_ALPHA);
        }
    }

    private void put(int tag, int type, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, type == SHORT ? 2 : 4));
        for (int value : values) {
            if (type == SHORT) {
                bytes.putShort((short) value);
            } else {
                bytes.putInt(value);
            }
        }
        fields.put(tag, new Field(type, values.length, bytes.array()));
    }

    /** The directory, followed by the values that do not fit into it. */
    private byte[] directory() {
        int entriesBytes = 2 + ENTRY_BYTES * fields.size() + 4;
        int valuesBytes = fields.values().stream()
                .mapToInt(field -> field.value.length <= 4 ? 0 : even(field.value.length))
                .reduce(0, Math::addExact);
        ByteBuffer directory = ByteBuffer.allocate(Math.addExact(entriesBytes, valuesBytes));
        directory.putShort((short) fields.size());
        int valueAt = entriesBytes;
        for (Map.Entry<Integer, Field> entry : fields.entrySet()) {
            Field field = entry.getValue();
            directory.putShort(entry.getKey().shortValue());
            directory.putShort((short) field.type).putInt(field.count);
            if (field.value.length <= 4) {
                directory.put(field.value).position(directory.position() + 4 - field.value.length);
            } else {
                directory.putInt(HEADER_BYTES + valueAt);
                System.arraycopy(field.value, 0, directory.array(), valueAt, field.value.length);
                valueAt += even(field.value.length);
            }
        }
        return directory.array();
    }

    private static int even(int length) {
        return length + (length & 1);
    }
}
