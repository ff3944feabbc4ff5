package io.nacre.codec.raster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Walks through the chunks of a PNG file (W3C PNG, third edition) and checks their CRCs, which the JDK's reader does
 * not. Damage to a critical chunk is an error, a damaged ancillary chunk is left out. gAMA and cHRM are ignored, as
 * most programs do.
 */
final class PngScanner {
    private static final int SIGNATURE_BYTES = 8;
    /** Length, type and CRC. */
    private static final int CHUNK_OVERHEAD = 12;
    /** Bit 5 of the first letter. */
    private static final int ANCILLARY = 0x20000000;

    static final String XMP_KEYWORD = "XML:com.adobe.xmp";
    private static final int TRANSFER_PQ = 16;
    private static final int TRANSFER_HLG = 18;

    private final ImageInputStream in;
    private final ContainerTraits traits;
    private final byte[] buffer = new byte[1 << 16];

    private PngScanner(ImageInputStream in, ContainerTraits traits) {
        this.in = in;
        this.traits = traits;
    }

    static void scan(ImageInputStream in, ContainerTraits traits) throws IOException {
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        new PngScanner(in, traits).scanChunks();
    }

    private void scanChunks() throws IOException {
        long end = in.length();
        long at = SIGNATURE_BYTES;
        String type = "";
        while (!type.equals("IEND")) {
            if (at + CHUNK_OVERHEAD > end) {
                throw new IOException("the PNG file is cut short");
            }
            in.seek(at);
            long length = in.readUnsignedInt();
            int typeCode = in.readInt();
            if (at + CHUNK_OVERHEAD + length > end) {
                throw new IOException("the PNG file is cut short");
            }
            type = name(typeCode);
            boolean wanted = isMetadata(type) && length <= ContainerTraits.MAX_METADATA;
            byte[] payload = wanted ? new byte[(int) length] : null;
            if (checksum(typeCode, length, payload) == in.readInt()) {
                if (wanted) {
                    take(type, payload);
                }
            } else if ((typeCode & ANCILLARY) == 0) {
                throw new IOException("the PNG file is damaged: the checksum of its " + type + " chunk is wrong");
            } else {
                traits.notes.add("PNG chunk " + type + " is damaged and was left out");
            }
            at += CHUNK_OVERHEAD + length;
        }
    }

    private static boolean isMetadata(String type) {
        return switch (type) {
            case "eXIf", "iCCP", "iTXt", "acTL", "cICP" -> true;
            default -> false;
        };
    }

    /** CRC of a chunk whose payload is next in the stream; keeps the payload if an array is given. */
    private int checksum(int typeCode, long length, byte[] payload) throws IOException {
        CRC32 crc = new CRC32();
        for (int shift = 24; shift >= 0; shift -= 8) {
            crc.update(typeCode >> shift);
        }
        for (long done = 0; done < length; ) {
            int count = (int) Math.min(buffer.length, length - done);
            in.readFully(buffer, 0, count);
            crc.update(buffer, 0, count);
            if (payload != null) {
                System.arraycopy(buffer, 0, payload, (int) done, count);
            }
            done += count;
        }
        return (int) crc.getValue();
    }

    private void take(String type, byte[] payload) {
        switch (type) {
            case "eXIf" -> traits.exif = payload;
            case "iCCP" -> takeProfile(payload);
            case "iTXt" -> takeText(payload);
            case "acTL" -> {
                if (payload.length == 8) {
                    long frames =
                            Integer.toUnsignedLong(ByteBuffer.wrap(payload).getInt());
                    traits.notes.add("animated PNG: only the still picture of " + frames + " frames is used");
                }
            }
            default -> { // cICP
                if (payload.length == 4 && (payload[1] == TRANSFER_PQ || payload[1] == TRANSFER_HLG)) {
                    traits.notes.add("the file declares high dynamic range (cICP), its samples are taken as sRGB");
                }
            }
        }
    }

    private void takeProfile(byte[] payload) {
        int nameEnd = indexOfZero(payload, 0);
        byte[] profile = nameEnd < 0 ? null : inflate(payload, nameEnd + 2, ContainerTraits.MAX_ICC);
        if (profile == null) {
            traits.notes.add(ColorConversion.UNUSABLE_PROFILE);
        } else {
            traits.icc = profile;
        }
    }

    /** Keeps XMP: keyword, 0, compression flag and method, language, 0, translated keyword, 0, text. */
    private void takeText(byte[] payload) {
        int keywordEnd = indexOfZero(payload, 0);
        if (keywordEnd < 0 || !new String(payload, 0, keywordEnd, ISO_8859_1).equals(XMP_KEYWORD)) {
            return;
        }
        int languageEnd = indexOfZero(payload, keywordEnd + 3);
        int translationEnd = languageEnd < 0 ? -1 : indexOfZero(payload, languageEnd + 1);
        if (translationEnd >= 0) {
            boolean compressed = payload[keywordEnd + 1] != 0;
            traits.xmp = compressed
                    ? inflate(payload, translationEnd + 1, ContainerTraits.MAX_METADATA)
                    : Arrays.copyOfRange(payload, translationEnd + 1, payload.length);
        }
    }

    /** Inflates the rest of an array; null if that is damaged or longer than {@code maximum}. */
    private static byte[] inflate(byte[] data, int from, int maximum) {
        if (from > data.length) {
            return null;
        }
        try (InputStream zlib = new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
            byte[] inflated = zlib.readNBytes(maximum + 1);
            return inflated.length > maximum ? null : inflated;
        } catch (IOException e) {
            return null;
        }
    }

    private static int indexOfZero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String name(int typeCode) {
        byte[] letters = {(byte) (typeCode >> 24), (byte) (typeCode >> 16), (byte) (typeCode >> 8), (byte) typeCode};
        return new String(letters, ISO_8859_1);
    }
}
