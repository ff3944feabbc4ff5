package io.nacre.codec.audio;

import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.image.TargetException;
import java.io.IOException;

/** Finds the quality that meets a size, by coding: no estimate stands between the target and the file. */
final class SizeSearch {
    /** A file of more than this share of the size is near enough. */
    private static final double NEAR = 0.995;

    private SizeSearch() {}

    /** Makes the file at a header's quality, 0..1008. */
    @FunctionalInterface
    interface FileAtQuality {
        byte[] encode(int quality) throws IOException;
    }

    /**
     * The largest file found within a size. Logarithms of sizes grow with quality nearly in a line: each probe is where
     * the line through the ends of the range meets the size.
     *
     * @throws TargetException if the smallest one is larger
     */
    static byte[] largestWithin(long size, FileAtQuality files) throws IOException {
        byte[] best = files.encode(0);
        if (best.length > size) {
            throw new TargetException("the smallest file for this sound has " + best.length + " bytes, not " + size);
        }
        byte[] most = files.encode(ImageHeader.MAX_QUALITY);
        if (most.length <= size) {
            return most;
        }
        int low = 0;
        int high = ImageHeader.MAX_QUALITY;
        double sizeLow = best.length;
        double sizeHigh = most.length;
        while (high - low > 1 && best.length < NEAR * size) {
            int margin = Math.max(1, (high - low) / 16); // so that every probe narrows the range
            double share = Math.log(size / sizeLow) / Math.log(sizeHigh / sizeLow);
            int middle = low + (int) (share * (high - low));
            middle = Math.max(low + margin, Math.min(high - margin, middle));
            byte[] file = files.encode(middle);
            if (file.length <= size) {
                low = middle;
                sizeLow = file.length;
                best = file;
            } else {
                high = middle;
                sizeHigh = file.length;
            }
        }
        return best;
    }
}
