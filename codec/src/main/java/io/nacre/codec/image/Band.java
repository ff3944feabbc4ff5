package io.nacre.codec.image;

import io.nacre.codec.LimitExceededException;
import io.nacre.models.Tensor;
import java.awt.Rectangle;
import java.nio.FloatBuffer;

/** Rows of a picture as interleaved RGB samples of 8 or 16 bits. */
final class Band {
    /** Java's longest arrays are a few elements short of 2^31. */
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private final int width;
    private final int firstRow;
    /** Exactly one of the two is there. */
    private final byte[] bytes;

    private final short[] shorts;

    private Band(int width, int firstRow, byte[] bytes, short[] shorts) {
        this.width = width;
        this.firstRow = firstRow;
        this.bytes = bytes;
        this.shorts = shorts;
    }

    /** @throws LimitExceededException if so many samples are more than an array can hold */
    static Band of(int width, int height, boolean sixteenBit) throws LimitExceededException {
        if (width > MAX_ARRAY / 3 / height) {
            throw new LimitExceededException("rows of " + width + " pixels are decoded " + height
                    + " at a time, more than a Java array can hold; decode narrower parts");
        }
        int count = 3 * width * height;
        return sixteenBit ? new Band(width, 0, null, new short[count]) : new Band(width, 0, new byte[count], null);
    }

    /** A band that is part of a larger picture's samples, from a row on. */
    static Band into(byte[] rgb, int firstRow, int width) {
        return new Band(width, firstRow, rgb, null);
    }

    /** One row, four samples a pixel; the fourth is left alone. */
    void read(int row, int[] rgba) {
        int from = (firstRow + row) * width * 3;
        for (int x = 0; x < width; x++) {
            for (int c = 0; c < 3; c++) {
                int i = from + 3 * x + c;
                rgba[4 * x + c] = bytes != null ? bytes[i] & 0xFF : shorts[i] & 0xFFFF;
            }
        }
    }

    /**
     * Takes a window of synthesis samples.
     *
     * @param samples [1, 3, 16 ring.height, 16 ring.width], nominally 0..1
     * @param ring place of the samples in the picture, in latents
     * @param window the part that is wanted, in pixels of the picture
     * @param x column of the band where it goes; its rows are the band's rows
     */
    void put(ImageModel model, Tensor samples, Rectangle ring, Rectangle window, int x) {
        int stride = ReceiverSpec.STRIDE * ring.width;
        int plane = ReceiverSpec.STRIDE * ring.height * stride;
        int left = window.x - ReceiverSpec.STRIDE * ring.x;
        int top = window.y - ReceiverSpec.STRIDE * ring.y;
        model.forRows(window.height, (from, to) -> {
            float[] row = new float[window.width];
            FloatBuffer values = samples.floats();
            for (int y = from; y < to; y++) {
                for (int c = 0; c < 3; c++) {
                    values.get(c * plane + (top + y) * stride + left, row);
                    int out = ((firstRow + y) * width + x) * 3 + c;
                    if (bytes != null) {
                        store8(row, out);
                    } else {
                        store16(row, out);
                    }
                }
            }
        });
    }

    private void store8(float[] row, int out) {
        for (int i = 0; i < row.length; i++) {
            bytes[out + 3 * i] = (byte) (int) (Math.max(0f, Math.min(1f, row[i])) * 255f + 0.5f);
        }
    }

    private void store16(float[] row, int out) {
        for (int i = 0; i < row.length; i++) {
            shorts[out + 3 * i] = (short) (int) (Math.max(0f, Math.min(1f, row[i])) * 65535f + 0.5f);
        }
    }
}
