package io.nacre.codec.raster;

import io.nacre.codec.raster.ContainerTraits.InkCoding;
import java.awt.image.WritableRaster;

/**
 * Inks from the stored components of a four-component JPEG. The readers offer finished RGB as well, but TwelveMonkeys
 * looks for a CMYK profile on the machine to make it, so the result would differ from one machine to the next.
 */
final class CmykJpeg {
    private CmykJpeg() {}

    /** Brings stored components to CMYK in which 0 is no ink, in place. */
    static void toInks(WritableRaster raster, InkCoding coding) {
        if (coding == InkCoding.CMYK) {
            return;
        }
        int width = raster.getWidth();
        int[] row = new int[4 * width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int i = 0; i < row.length; i += 4) {
                if (coding == InkCoding.YCCK) {
                    yccToInks(row, i);
                } else {
                    row[i] = 255 - row[i];
                    row[i + 1] = 255 - row[i + 1];
                    row[i + 2] = 255 - row[i + 2];
                }
                row[i + 3] = 255 - row[i + 3];
            }
            raster.setPixels(0, y, width, 1, row);
        }
    }

    /** Inverted inks are coded as if they were the complement of RGB, so the matrix of ITU-T T.871 yields the inks. */
    private static void yccToInks(int[] row, int at) {
        double luma = row[at];
        double cb = row[at + 1] - 128.0;
        double cr = row[at + 2] - 128.0;
        row[at] = clamp(luma + 1.402 * cr);
        row[at + 1] = clamp(luma - 0.344136 * cb - 0.714136 * cr);
        row[at + 2] = clamp(luma + 1.772 * cb);
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
