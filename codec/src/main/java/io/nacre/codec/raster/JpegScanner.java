package io.nacre.codec.raster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.nacre.codec.raster.ContainerTraits.InkCoding;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.stream.ImageInputStream;

/**
 * Walks through the marker segments of a JPEG file (ITU-T T.81) up to its first scan. Segments that make no sense end
 * the walk and are left to the reader.
 */
final class JpegScanner {
    static final String EXIF = "Exif\0\0";
    static final String ICC = "ICC_PROFILE\0";
    static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    private static final String ADOBE = "Adobe";
    /** Offset of the colour transform in the Adobe segment. */
    private static final int ADOBE_TRANSFORM = 11;

    private static final int ADOBE_YCCK = 2;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;

    private final ImageInputStream in;
    private final ContainerTraits traits;
    /** Parts of the ICC profile by their number, which counts from 1. */
    private final Map<Integer, byte[]> profileParts = new TreeMap<>();

    private int profilePartCount;
    private int components;
    private int adobeTransform = -1;

    private JpegScanner(ImageInputStream in, ContainerTraits traits) {
        this.in = in;
        this.traits = traits;
    }

    static void scan(ImageInputStream in, ContainerTraits traits) throws IOException {
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        JpegScanner scanner = new JpegScanner(in, traits);
        try {
            scanner.scanSegments();
        } catch (EOFException e) {
            throw new IOException("the JPEG file is cut short", e);
        }
        scanner.finish();
    }

    private void scanSegments() throws IOException {
        in.seek(2);
        while (in.readUnsignedByte() == 0xFF) {
            int marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                return;
            }
            int length = in.readUnsignedShort() - 2;
            if (length < 0) {
                return;
            }
            long start = in.getStreamPosition();
            if (marker == APP1 || marker == APP2 || marker == APP14 || isFrame(marker)) {
                byte[] payload = new byte[length];
                in.readFully(payload);
                take(marker, payload, start);
            }
            in.seek(start + length);
        }
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void take(int marker, byte[] payload, long start) {
        if (isFrame(marker) && payload.length > 5) {
            components = payload[5];
            // SOF2, 6, 10 and 14.
            traits.progressive = (marker & 3) == 2;
        } else if (marker == APP14 && startsWith(payload, ADOBE) && payload.length > ADOBE_TRANSFORM) {
            adobeTransform = payload[ADOBE_TRANSFORM];
        } else if (marker == APP1 && startsWith(payload, EXIF) && traits.exif == null) {
            traits.exif = Arrays.copyOfRange(payload, EXIF.length(), payload.length);
        } else if (marker == APP1 && startsWith(payload, XMP) && traits.xmp == null) {
            traits.xmp = Arrays.copyOfRange(payload, XMP.length(), payload.length);
        } else if (marker == APP2 && startsWith(payload, ICC) && payload.length > ICC.length() + 2) {
            int number = payload[ICC.length()] & 0xFF;
            profilePartCount = payload[ICC.length() + 1] & 0xFF;
            profileParts.put(number, Arrays.copyOfRange(payload, ICC.length() + 2, payload.length));
            traits.patches.put(start, (byte) '-');
        }
    }

    private static boolean startsWith(byte[] payload, String signature) {
        byte[] expected = signature.getBytes(ISO_8859_1);
        return payload.length >= expected.length
                && Arrays.equals(payload, 0, expected.length, expected, 0, expected.length);
    }

    private void finish() {
        if (components == 4) {
            traits.inks = adobeTransform == ADOBE_YCCK
                    ? InkCoding.YCCK
                    : adobeTransform >= 0 ? InkCoding.INVERTED_CMYK : InkCoding.CMYK;
        }
        if (profileParts.isEmpty()) {
            return;
        }
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profileParts.values().forEach(profile::writeBytes);
        if (profileParts.size() == profilePartCount && profile.size() <= ContainerTraits.MAX_ICC) {
            traits.icc = profile.toByteArray();
        } else {
            traits.notes.add(ColorConversion.UNUSABLE_PROFILE);
        }
    }
}
