package io.nacre.app.picture;

import io.nacre.codec.LimitExceededException;
import io.nacre.codec.raster.Pixels;
import io.nacre.codec.raster.RowSource;
import java.io.IOException;

/**
 * A picture to be measured: 8 bits a sample; what is transparent shows white, for colour that can't be seen does not count.
 *
 * @param width pixels
 * @param height pixels
 * @param rgb interleaved samples, row by row; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the metrics, compared by nobody
public record RgbPicture(int width, int height, byte[] rgb) {
    /**
     * Reads all rows; 16 bits are rounded to 8.
     *
     * @throws LimitExceededException if there are more samples than an array holds
     */
    public static RgbPicture of(RowSource source) throws IOException {
        int width = source.width();
        int height = source.height();
        long samples = 3L * width * height;
        if (samples > Integer.MAX_VALUE - 8) {
            throw new LimitExceededException("pictures of more than 715 megapixels can't be compared");
        }
        byte[] rgb = new byte[(int) samples];
        int[] row = new int[Math.multiplyExact(4, width)];
        int unit = source.maximum() / 255;
        int to = 0;
        for (int y = 0; y < height; y++) {
            source.readRow(y, row);
            for (int x = 0; x < width; x++) {
                int alpha = (row[4 * x + 3] + unit / 2) / unit;
                for (int c = 0; c < 3; c++) {
                    int sample = (row[4 * x + c] + unit / 2) / unit;
                    rgb[to++] = (byte) ((sample * alpha + 255 * (255 - alpha) + 127) / 255);
                }
            }
        }
        return new RgbPicture(width, height, rgb);
    }

    /** A view of the picture for encoders and writers. */
    public Pixels pixels() {
        return new RgbPixels(this);
    }
}
