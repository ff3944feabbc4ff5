package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.raster.Pixels;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Finds the quality that meets a size or a PSNR, by encoding: no estimate stands between the target and the file. */
final class TargetSearch {
    private final ImageModel model;
    private final Pixels pixels;
    private final EncodePass pass;

    TargetSearch(ImageModel model, Pixels pixels, EncodePass pass) {
        this.model = model;
        this.pixels = pixels;
        this.pass = pass;
    }

    /**
     * The largest file within a size. Size grows with quality but for small steps back at whole quality steps, where
     * the integers of the row predictor change: after the bisection the next few qualities are tried as well.
     */
    byte[] largestWithin(long size) throws IOException {
        byte[] best = pass.encode(0);
        if (best.length > size) {
            throw new TargetException("the smallest file for this picture has " + best.length + " bytes, not " + size);
        }
        int low = 0;
        int high = ImageHeader.MAX_QUALITY + 1;
        double logLow = Math.log(best.length);
        double logHigh = Double.NaN;
        while (high - low > 1) {
            int middle = guess(low, high, logLow, logHigh, Math.log(size));
            byte[] file = pass.encode(middle);
            if (file.length <= size) {
                low = middle;
                logLow = Math.log(file.length);
                if (file.length >= best.length) {
                    best = file;
                }
                if (best.length >= 0.995 * size) {
                    return best;
                }
            } else {
                high = middle;
                logHigh = Math.log(file.length);
            }
        }
        for (int next = high + 1; next <= Math.min(high + 3, ImageHeader.MAX_QUALITY); next++) {
            byte[] file = pass.encode(next);
            if (file.length <= size && file.length > best.length) {
                best = file;
            }
        }
        return best;
    }

    /** Interpolates the logarithm of the size, kept away from the ends so that every probe narrows the range. */
    private static int guess(int low, int high, double logLow, double logHigh, double logTarget) {
        double share = Double.isNaN(logHigh) ? 0.5 : (logTarget - logLow) / (logHigh - logLow);
        int margin = Math.max(1, (high - low) / 16);
        int middle = low + (int) Math.round((high - low) * share);
        return Math.max(low + margin, Math.min(high - margin, middle));
    }

    byte[] smallestReaching(double psnr) throws IOException {
        byte[] best = pass.encode(ImageHeader.MAX_QUALITY);
        double reached = psnr(best);
        if (reached < psnr) {
            throw new TargetException(String.format(
                    java.util.Locale.ROOT, "this picture reaches %.2f dB at most, not %.2f", reached, psnr));
        }
        int low = -1;
        int high = ImageHeader.MAX_QUALITY;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            byte[] file = pass.encode(middle);
            reached = psnr(file);
            if (reached >= psnr) {
                high = middle;
                best = file;
                if (reached < psnr + 0.01) {
                    return best;
                }
            } else {
                low = middle;
            }
        }
        return best;
    }

    private double psnr(byte[] file) throws IOException {
        Limits limits = Limits.DEFAULT.withPixels(Long.MAX_VALUE).withSide(Integer.MAX_VALUE);
        ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(file), limits);
        int width = pixels.width();
        int[] original = new int[4 * width];
        int[] decoded = new int[4 * width];
        double scale = 255.0 / pixels.maximum();
        double sum = 0;
        try (DecodedImage image = new ImageDecoder(model).decode(reader, null, Progress.NONE)) {
            for (int y = 0; y < pixels.height(); y++) {
                pixels.read(0, y, width, original);
                image.readRow(y, decoded);
                for (int i = 0; i < 4 * width; i++) {
                    double d = (i & 3) == 3 ? 0 : (original[i] - decoded[i]) * scale;
                    sum += d * d;
                }
            }
        }
        return 10 * Math.log10(255.0 * 255.0 * 3 * width * pixels.height() / sum);
    }
}
