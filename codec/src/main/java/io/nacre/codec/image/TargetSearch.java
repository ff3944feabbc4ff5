package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.raster.Pixels;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Finds the quality that meets a size or a PSNR, by encoding: no estimate stands between the target and the file. Higher
 * efforts first look for the quality that meets the target without their search, then try a few qualities near it.
 */
final class TargetSearch {
    /** What a step of a header's quality does to the logarithm of the size and to PSNR, on average. */
    private static final double LOG_SIZE_STEP = Math.log(18) / ImageHeader.MAX_QUALITY;

    private static final double PSNR_STEP = 13.3 / ImageHeader.MAX_QUALITY;
    /** Encodings with search for one target. */
    private static final int SEARCHED_TRIES = 5;

    private final ImageModel model;
    private final Pixels pixels;
    private final EncodePass pass;
    private final Effort effort;

    TargetSearch(ImageModel model, Pixels pixels, EncodePass pass, Effort effort) {
        this.model = model;
        this.pixels = pixels;
        this.pass = pass;
        this.effort = effort;
    }

    /** A file without search, and its header's quality. */
    private record Plain(int quality, byte[] file) {}

    private Plain plain(int quality) throws IOException {
        return new Plain(quality, pass.encode(quality, Effort.PLAIN));
    }

    /** The largest file within a size. */
    byte[] largestWithin(long size) throws IOException {
        Plain plain = plainWithin(size);
        return searched(plain, 1, file -> Math.log((double) size / file.length) / LOG_SIZE_STEP, 0.015 / LOG_SIZE_STEP);
    }

    /**
     * Size grows with quality but for small steps back at whole quality steps, where the integers of the row predictor
     * change: after the bisection the next few qualities are tried as well.
     */
    private Plain plainWithin(long size) throws IOException {
        Plain best = plain(0);
        if (best.file.length > size) {
            throw new TargetException(
                    "the smallest file for this picture has " + best.file.length + " bytes, not " + size);
        }
        int low = 0;
        int high = ImageHeader.MAX_QUALITY + 1;
        double logLow = Math.log(best.file.length);
        double logHigh = Double.NaN;
        while (high - low > 1) {
            Plain middle = plain(guess(low, high, logLow, logHigh, Math.log(size)));
            if (middle.file.length <= size) {
                low = middle.quality;
                logLow = Math.log(middle.file.length);
                if (middle.file.length >= best.file.length) {
                    best = middle;
                }
                if (best.file.length >= 0.995 * size) {
                    return best;
                }
            } else {
                high = middle.quality;
                logHigh = Math.log(middle.file.length);
            }
        }
        for (int next = high + 1; next <= Math.min(high + 3, ImageHeader.MAX_QUALITY); next++) {
            Plain file = plain(next);
            if (file.file.length <= size && file.file.length > best.file.length) {
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

    /** The smallest file that reaches a PSNR. */
    byte[] smallestReaching(double psnr) throws IOException {
        Plain plain = plainReaching(psnr);
        return searched(plain, -1, file -> (psnr - psnr(file)) / PSNR_STEP, 0.02 / PSNR_STEP);
    }

    private Plain plainReaching(double psnr) throws IOException {
        Plain best = plain(ImageHeader.MAX_QUALITY);
        double reached = psnr(best.file);
        if (reached < psnr) {
            throw new TargetException(String.format(
                    java.util.Locale.ROOT, "this picture reaches %.2f dB at most, not %.2f", reached, psnr));
        }
        int low = -1;
        int high = ImageHeader.MAX_QUALITY;
        while (high - low > 1) {
            Plain middle = plain((low + high) >>> 1);
            reached = psnr(middle.file);
            if (reached >= psnr) {
                high = middle.quality;
                best = middle;
                if (reached < psnr + 0.01) {
                    return best;
                }
            } else {
                low = middle.quality;
            }
        }
        return best;
    }

    /** How many steps of quality a file is below its target, above it if negative. */
    @FunctionalInterface
    private interface Distance {
        double of(byte[] file) throws IOException;
    }

    /**
     * The best file with search, or the plain one if none of those that were tried meets the target.
     *
     * @param side 1 if the highest quality that meets the target is the best one, -1 if the lowest is
     * @param near this close to the target is near enough, in steps of quality
     */
    private byte[] searched(Plain plain, int side, Distance distance, double near) throws IOException {
        if (!effort.searches()) {
            return plain.file;
        }
        // A little towards the side that meets the target, so that the next try rather does.
        double aim = side * near / 3;
        byte[] best = plain.file;
        int low = -1;
        int high = ImageHeader.MAX_QUALITY + 1;
        double belowAtLow = Double.NaN;
        double belowAtHigh = Double.NaN;
        int quality = plain.quality;
        for (int i = 0; i < SEARCHED_TRIES && high - low > 1; i++) {
            byte[] file = pass.encode(quality, effort);
            double below = distance.of(file);
            boolean met = side * below >= 0;
            if (met) {
                best = file;
            }
            if (met && Math.abs(below) <= near) {
                break;
            }
            double next = quality + below - aim;
            if (met == side > 0) {
                low = quality;
                belowAtLow = below;
            } else {
                high = quality;
                belowAtHigh = below;
            }
            if (!Double.isNaN(belowAtLow + belowAtHigh)) {
                next = low + (high - low) * (belowAtLow - aim) / (belowAtLow - belowAtHigh);
            }
            quality = Math.max(low + 1, Math.min(high - 1, (int) Math.round(next)));
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
