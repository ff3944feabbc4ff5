package io.nacre.codec.alpha;

import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.RangeDecoder;
import io.nacre.entropy.RangeEncoder;
import java.util.Arrays;

/**
 * Codes the alpha plane of one coding tile into a range coder's stream that may hold other things before and after it.
 * Planes of up to 16 different values come back exactly; others with an error of at most {@code near} (0 to 7), and 0 and
 * 255 exactly in any case: what is fully transparent or opaque stays so, and nothing becomes so that was not. The bytes are
 * described in FORMAT.md, chapter "Alpha".
 *
 * <p>Nothing is kept from one plane to the next, and all arithmetic is in integers. The methods may be used by several
 * threads, each with its own coder.
 */
public final class AlphaCoder {
    /** Longest side of a plane, in pixels. */
    public static final int MAX_SIDE = 1 << 14;

    /** Largest bound of the error, in levels. */
    public static final int MAX_NEAR = PredictiveModel.MAX_NEAR;

    private static final int MAX_LISTED = 16;
    private static final int MODE_BITS = 2;
    private static final int CONSTANT = 0;
    private static final int LISTED = 1;
    private static final int PREDICTIVE = 2;
    private static final int VALUE_BITS = 8;
    private static final int COUNT_BITS = 4;
    private static final int NEAR_BITS = 3;

    private AlphaCoder() {}

    /**
     * Codes a plane.
     *
     * @param alpha unsigned 8-bit values, row-major, {@code width * height}; not changed
     * @param width 1..{@link #MAX_SIDE}
     * @param height 1..{@link #MAX_SIDE}
     * @param near bound of the error, 0..{@link #MAX_NEAR}; it is not used up where being exact takes fewer bytes
     * @throws IllegalArgumentException if an argument is outside that; nothing was coded then
     */
    public static void encode(RangeEncoder encoder, byte[] alpha, int width, int height, int near) {
        if (alpha.length != pixelCount(width, height)) {
            throw new IllegalArgumentException(alpha.length + " values for " + width + " x " + height);
        }
        if (near < 0 || near > MAX_NEAR) {
            throw new IllegalArgumentException("bound of the error " + near + ", not 0.." + MAX_NEAR);
        }
        int[] levels = firstLevels(alpha);
        try {
            if (levels.length == 1) {
                encoder.encodeBits(CONSTANT, MODE_BITS);
                encoder.encodeBits(levels[0], VALUE_BITS);
            } else if (levels.length <= MAX_LISTED) {
                encodeListed(encoder, alpha, width, height, levels);
            } else {
                encodePredictive(encoder, alpha, width, height, betterNear(alpha, width, height, near));
            }
        } catch (CorruptStreamException e) {
            throw new AssertionError("writing reads nothing", e);
        }
    }

    /**
     * Decodes a plane. Allocates that, 76 bytes for each pixel of a row, and at most 8 MiB for the states of contexts.
     *
     * @param width 1..{@link #MAX_SIDE}, checked against the caller's limits before
     * @param height 1..{@link #MAX_SIDE}, likewise
     * @return unsigned 8-bit values, row-major
     * @throws CorruptStreamException if the stream does not hold such a plane
     * @throws IllegalArgumentException if a side is outside its range
     */
    public static byte[] decode(RangeDecoder decoder, int width, int height) throws CorruptStreamException {
        byte[] plane = new byte[pixelCount(width, height)];
        Syntax syntax = Syntax.reading(decoder);
        int mode = decoder.decodeBits(MODE_BITS);
        switch (mode) {
            case CONSTANT -> Arrays.fill(plane, (byte) decoder.decodeBits(VALUE_BITS));
            case LISTED -> {
                int[] levels = decodeLevels(decoder);
                new PlaneScan(syntax, listedModel(levels.length), plane, width, height).run();
                for (int i = 0; i < plane.length; i++) {
                    plane[i] = (byte) levels[plane[i]];
                }
            }
            case PREDICTIVE -> {
                int near = decoder.decodeBits(NEAR_BITS);
                new PlaneScan(syntax, new PredictiveModel(width, near), plane, width, height).run();
            }
            default -> throw new CorruptStreamException("alpha mode " + mode);
        }
        return plane;
    }

    private static void encodeListed(RangeEncoder encoder, byte[] alpha, int width, int height, int[] levels)
            throws CorruptStreamException {
        encoder.encodeBits(LISTED, MODE_BITS);
        encoder.encodeBits(levels.length - 1, COUNT_BITS);
        byte[] indexOf = new byte[1 << VALUE_BITS];
        for (int i = 0; i < levels.length; i++) {
            encoder.encodeBits(levels[i], VALUE_BITS);
            indexOf[levels[i]] = (byte) i;
        }
        byte[] plane = new byte[alpha.length];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = indexOf[alpha[i] & 0xFF];
        }
        new PlaneScan(Syntax.writing(encoder), listedModel(levels.length), plane, width, height).run();
    }

    private static int[] decodeLevels(RangeDecoder decoder) throws CorruptStreamException {
        int count = decoder.decodeBits(COUNT_BITS) + 1;
        if (count == 1) {
            throw new CorruptStreamException("a list of one alpha level");
        }
        int[] levels = new int[count];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = decoder.decodeBits(VALUE_BITS);
            if (i > 0 && levels[i] <= levels[i - 1]) {
                throw new CorruptStreamException("alpha level " + levels[i] + " after " + levels[i - 1]);
            }
        }
        return levels;
    }

    private static PixelModel listedModel(int levels) {
        return levels == 2 ? new BilevelModel() : new LevelsModel(levels);
    }

    private static void encodePredictive(RangeEncoder encoder, byte[] alpha, int width, int height, int near)
            throws CorruptStreamException {
        encoder.encodeBits(PREDICTIVE, MODE_BITS);
        encoder.encodeBits(near, NEAR_BITS);
        // The scan replaces pixels by what the decoder gets.
        byte[] plane = alpha.clone();
        new PlaneScan(Syntax.writing(encoder), new PredictiveModel(width, near), plane, width, height).run();
    }

    /** {@code near}, or 0 if that is no longer: errors disturb the prediction of smooth synthetic planes. */
    private static int betterNear(byte[] alpha, int width, int height, int near) throws CorruptStreamException {
        if (near == 0) {
            return 0;
        }
        RangeEncoder exact = new RangeEncoder();
        encodePredictive(exact, alpha, width, height, 0);
        RangeEncoder bounded = new RangeEncoder();
        encodePredictive(bounded, alpha, width, height, near);
        return exact.size() <= bounded.size() ? 0 : near;
    }

    /** The different values in ascending order, if there are at most {@link #MAX_LISTED}; else at least one more. */
    private static int[] firstLevels(byte[] alpha) {
        boolean[] seen = new boolean[1 << VALUE_BITS];
        int count = 0;
        for (int i = 0; i < alpha.length && count <= MAX_LISTED; i++) {
            int value = alpha[i] & 0xFF;
            if (!seen[value]) {
                seen[value] = true;
                count++;
            }
        }
        int[] levels = new int[count];
        int next = 0;
        for (int value = 0; value < seen.length; value++) {
            if (seen[value]) {
                levels[next++] = value;
            }
        }
        return levels;
    }

    private static int pixelCount(int width, int height) {
        if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "alpha plane of " + width + " x " + height + ", not 1.." + MAX_SIDE + " each");
        }
        return width * height;
    }
}
