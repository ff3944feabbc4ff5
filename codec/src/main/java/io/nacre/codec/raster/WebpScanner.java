package io.nacre.codec.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/** Walks through the chunks of a WebP file (RFC 9649). */
final class WebpScanner {
    private static final int RIFF_HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int FRAME_HEADER_BYTES = 16;
    private static final int VP8X = fourCc("VP8X");
    private static final int VP8 = fourCc("VP8 ");
    private static final int VP8L = fourCc("VP8L");
    private static final int ANMF = fourCc("ANMF");
    private static final int ICCP = fourCc("ICCP");
    private static final int EXIF = fourCc("EXIF");
    private static final int XMP = fourCc("XMP ");
    private static final int ICC_FLAG = 0x20;
    private static final byte[] JPEG_SIGNATURE = {'E', 'x', 'i', 'f', 0, 0};

    private final ImageInputStream in;
    private final ContainerTraits traits;
    /** Size of the canvas; the samples themselves claim a size as well, which may not be larger. */
    private int canvasWidth = Integer.MAX_VALUE;

    private int canvasHeight = Integer.MAX_VALUE;

    private WebpScanner(ImageInputStream in, ContainerTraits traits) {
        this.in = in;
        this.traits = traits;
    }

    static void scan(ImageInputStream in, ContainerTraits traits) throws IOException {
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(4);
        long end = CHUNK_HEADER_BYTES + in.readUnsignedInt();
        if (end > in.length()) {
            throw new IOException("the WebP file is cut short");
        }
        try {
            new WebpScanner(in, traits).scanChunks(RIFF_HEADER_BYTES, end);
        } catch (EOFException e) {
            throw new IOException("the WebP file is cut short", e);
        }
    }

    private void scanChunks(long from, long end) throws IOException {
        long at = from;
        while (at + CHUNK_HEADER_BYTES <= end) {
            in.seek(at);
            int type = in.readInt();
            long length = in.readUnsignedInt();
            long start = at + CHUNK_HEADER_BYTES;
            if (start + length > end) {
                throw new IOException("the WebP file is damaged: a chunk reaches past its end");
            }
            if (type == ANMF && from == RIFF_HEADER_BYTES) {
                scanChunks(start + FRAME_HEADER_BYTES, start + length);
            } else {
                scanChunk(type, at, length);
            }
            at = start + length + (length & 1);
        }
    }

    /** Looks at a chunk whose payload is next in the stream. */
    private void scanChunk(int type, long at, long length) throws IOException {
        if (type == VP8X) {
            int flags = in.readUnsignedByte();
            if ((flags & ICC_FLAG) != 0) {
                traits.patches.put(at + CHUNK_HEADER_BYTES, (byte) (flags & ~ICC_FLAG));
            }
            in.skipBytes(3);
            canvasWidth = 1 + readInt24();
            canvasHeight = 1 + readInt24();
        } else if (type == VP8) {
            in.skipBytes(6);
            checkSize(in.readUnsignedShort() & 0x3FFF, in.readUnsignedShort() & 0x3FFF);
        } else if (type == VP8L) {
            in.skipBytes(1);
            int sizes = in.readInt();
            checkSize(1 + (sizes & 0x3FFF), 1 + (sizes >> 14 & 0x3FFF));
        } else if (type == ICCP) {
            traits.patches.put(at, (byte) '-');
            traits.icc = read(length, ContainerTraits.MAX_ICC);
        } else if (type == EXIF) {
            traits.exif = withoutJpegSignature(read(length, ContainerTraits.MAX_METADATA));
        } else if (type == XMP) {
            traits.xmp = read(length, ContainerTraits.MAX_METADATA);
        }
    }

    private int readInt24() throws IOException {
        return in.readUnsignedShort() | in.readUnsignedByte() << 16;
    }

    private void checkSize(int width, int height) throws IOException {
        if (width > canvasWidth || height > canvasHeight) {
            throw new IOException("the WebP file is damaged: samples of " + width + "x" + height + " on a canvas of "
                    + canvasWidth + "x" + canvasHeight);
        }
    }

    private byte[] read(long length, int maximum) throws IOException {
        if (length > maximum) {
            traits.notes.add("metadata of " + length + " bytes left out");
            return null;
        }
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        return payload;
    }

    /** Some programs copy the signature of JPEG's APP1 into the chunk. */
    private static byte[] withoutJpegSignature(byte[] exif) {
        int length = JPEG_SIGNATURE.length;
        boolean signed =
                exif != null && exif.length >= length && Arrays.equals(exif, 0, length, JPEG_SIGNATURE, 0, length);
        return signed ? Arrays.copyOfRange(exif, length, exif.length) : exif;
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
