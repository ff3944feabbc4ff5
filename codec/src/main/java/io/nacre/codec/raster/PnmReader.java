package io.nacre.codec.raster;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads the formats of Netpbm: P1 to P6, PAM (P7) and PFM. TwelveMonkeys' reader takes samples above 127 or 32767 for
 * negative where the maximum is not 255 or 65535, and cuts PFM at 1.
 */
final class PnmReader {
    private static final int MAX_TOKEN = 32;

    private final ImageInputStream in;
    private final char kind;
    private int width;
    private int height;
    /** Samples of a pixel. */
    private int depth;
    /** Largest sample, 1 to 65535; of no use for PFM. */
    private int maximum = 1;

    private boolean alpha;

    private PnmReader(ImageInputStream in, char kind) {
        this.in = in;
        this.kind = kind;
    }

    /** Whether a file begins as one of these formats does. */
    static boolean isPnm(byte[] head) {
        return head.length > 3
                && head[0] == 'P'
                && "1234567Ff".indexOf(head[1]) >= 0
                && (Character.isWhitespace(head[2]) || head[2] == '#');
    }

    /**
     * Reads a picture for whose head {@link #isPnm} holds.
     *
     * @param notes receives what the user should know
     * @return grey or RGB with or without alpha, 8 bits a sample, or 16 if its maximum is above 255
     * @throws IOException if it is damaged, cut short or larger than the options allow
     */
    static BufferedImage read(ImageInputStream in, ImageInputOptions options, List<String> notes) throws IOException {
        try {
            in.seek(1);
            PnmReader reader = new PnmReader(in, (char) in.readUnsignedByte());
            reader.readHeader();
            if (reader.pfm()) {
                notes.add(FloatSamples.REDUCED);
            }
            return reader.readImage(options);
        } catch (EOFException e) {
            throw new IOException("the PNM file is cut short", e);
        }
    }

    private boolean plain() {
        return kind <= '3';
    }

    private boolean pfm() {
        return kind == 'F' || kind == 'f';
    }

    private int bytesPerSample() {
        return pfm() ? 4 : maximum > 255 ? 2 : 1;
    }

    private void readHeader() throws IOException {
        if (kind == '7') {
            readPamHeader();
        } else {
            width = number(token());
            height = number(token());
            depth = kind == '3' || kind == '6' || kind == 'F' ? 3 : 1;
            if (pfm()) {
                in.setByteOrder(token().startsWith("-") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            } else if (kind != '1' && kind != '4') {
                maximum = number(token());
            }
        }
        if (maximum < 1 || maximum > 65535 || depth < 1 || depth > 4) {
            throw new IOException("the PNM header is damaged: depth " + depth + ", maximum " + maximum);
        }
    }

    private void readPamHeader() throws IOException {
        String type = "";
        for (String key = token(); !key.equals("ENDHDR"); key = token()) {
            String value = token();
            switch (key) {
                case "WIDTH" -> width = number(value);
                case "HEIGHT" -> height = number(value);
                case "DEPTH" -> depth = number(value);
                case "MAXVAL" -> maximum = number(value);
                case "TUPLTYPE" -> type = value;
                default -> throw new IOException("the PAM header is damaged at " + key);
            }
        }
        if (type.startsWith("CMYK")) {
            throw new UnsupportedImageException("PAM of CMYK cannot be read; convert it to RGB first");
        }
        alpha = depth == 2 || depth == 4;
    }

    /** The next word; takes the single white space behind it. */
    private String token() throws IOException {
        StringBuilder token = new StringBuilder();
        while (token.length() < MAX_TOKEN) {
            int c = in.read();
            while (c == '#') {
                do {
                    c = in.read();
                } while (c >= 0 && c != '\n' && c != '\r');
            }
            if (c > ' ') {
                token.append((char) c);
            } else if (token.length() > 0) {
                return token.toString();
            } else if (c < 0) {
                throw new EOFException();
            }
        }
        throw new IOException("the PNM file is damaged");
    }

    private static int number(String token) throws IOException {
        try {
            return Integer.parseInt(token);
        } catch (NumberFormatException e) {
            throw new IOException("the PNM file has \"" + token.replaceAll("\\P{Graph}", "?") + "\" for a number", e);
        }
    }

    private BufferedImage readImage(ImageInputOptions options) throws IOException {
        SizeLimits.check(width, height, 8L * depth * bytesPerSample(), options);
        if (leastBytes() > in.length() - in.getStreamPosition()) {
            throw new EOFException();
        }
        boolean wide = bytesPerSample() > 1;
        int type = wide ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(depth <= 2 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                type);
        WritableRaster raster = Raster.createInterleavedRaster(type, width, height, depth, null);
        int[] samples = new int[Math.multiplyExact(depth, width)];
        for (int y = 0; y < height; y++) {
            readRow(samples);
            raster.setPixels(0, pfm() ? height - 1 - y : y, width, 1, samples);
        }
        return new BufferedImage(model, raster, false, null);
    }

    /** Bytes that the samples take at least: text has a character for each. */
    private long leastBytes() {
        long samples = (long) width * height * depth;
        if (plain()) {
            return samples;
        }
        return kind == '4' ? (width + 7L) / 8 * height : samples * bytesPerSample();
    }

    private void readRow(int[] samples) throws IOException {
        switch (kind) {
            case '1' -> {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = plainBit() == 0 ? 255 : 0;
                }
            }
            case '2', '3' -> {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = scale(number(token()));
                }
            }
            case '4' -> {
                byte[] bits = readBytes((samples.length + 7) / 8);
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = ((bits[i / 8] >> (7 - i % 8)) & 1) == 0 ? 255 : 0;
                }
            }
            case 'F', 'f' -> {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = FloatSamples.toShort(in.readFloat());
                }
            }
            default -> readBinary(samples);
        }
    }

    private void readBinary(int[] samples) throws IOException {
        byte[] bytes = readBytes(Math.multiplyExact(samples.length, bytesPerSample()));
        if (bytesPerSample() == 1) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = scale(bytes[i] & 0xFF);
            }
        } else {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = scale((bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF));
            }
        }
    }

    private byte[] readBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }

    /** A digit of P1, which need no space between them. */
    private int plainBit() throws IOException {
        int c = in.readUnsignedByte();
        while (c <= ' ') {
            c = in.readUnsignedByte();
        }
        if (c != '0' && c != '1') {
            throw new IOException("the PNM file is damaged");
        }
        return c - '0';
    }

    private int scale(int sample) throws IOException {
        if (sample < 0 || sample > maximum) {
            throw new IOException("the PNM file has a sample of " + sample + " above its maximum of " + maximum);
        }
        int full = maximum > 255 ? 65535 : 255;
        return maximum == full ? sample : (int) (((long) sample * full + maximum / 2) / maximum);
    }
}
