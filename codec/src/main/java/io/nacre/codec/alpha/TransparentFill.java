package io.nacre.codec.alpha;

import java.util.Arrays;

/**
 * Replaces colour that nobody sees, under alpha 0, by one that costs little and does not ring into what is seen: pull-push
 * interpolation (S. J. Gortler et al., "The Lumigraph", 1996, section 4.3) with binary weights. Going up a pyramid, each
 * pixel is the mean of those of its four children that are known; going down, an unknown pixel is interpolated bilinearly
 * from the level above.
 *
 * <p>The result is the same on every machine: each pixel's sums are taken in a fixed order. The methods may be used by
 * several threads on different arrays.
 */
public final class TransparentFill {
    /** What a plane becomes of which nothing is seen: the middle of the range 0..1. */
    private static final float MID_GREY = 0.5f;

    private TransparentFill() {}

    /**
     * Fills in place. Visible samples are not touched; filled ones lie between the least and the greatest visible sample
     * of their plane. Takes time and memory in proportion to the pixels (a third of the planes, while it runs).
     *
     * @param rgb planes of samples in 0..1, row-major, {@code width * height} each; any number of planes
     * @param alpha one value for each pixel, of which only 0 or not 0 matters
     * @throws IllegalArgumentException if a plane has not {@code width * height} values, or a side is below 1
     */
    public static void fill(float[][] rgb, byte[] alpha, int width, int height) {
        long pixels = (long) width * height;
        if (width < 1 || height < 1 || alpha.length != pixels) {
            throw new IllegalArgumentException(alpha.length + " alpha values for " + width + " x " + height);
        }
        for (float[] plane : rgb) {
            if (plane.length != pixels) {
                throw new IllegalArgumentException(plane.length + " samples for " + width + " x " + height);
            }
        }
        if (!contains(alpha, true)) {
            for (float[] plane : rgb) {
                Arrays.fill(plane, MID_GREY);
            }
        } else {
            fillUnknown(rgb, alpha, width, height);
        }
    }

    /** Fills one level, where at least one pixel is known, by way of the coarser ones. */
    private static void fillUnknown(float[][] planes, byte[] known, int width, int height) {
        if (!contains(known, false)) {
            return;
        }
        int coarseWidth = (width + 1) / 2;
        int coarseHeight = (height + 1) / 2;
        float[][] coarse = new float[planes.length][coarseWidth * coarseHeight];
        byte[] coarseKnown = new byte[coarseWidth * coarseHeight];
        pull(planes, known, width, height, coarse, coarseKnown);
        fillUnknown(coarse, coarseKnown, coarseWidth, coarseHeight);
        for (int p = 0; p < planes.length; p++) {
            push(coarse[p], planes[p], known, width, height);
        }
    }

    private static void pull(
            float[][] planes, byte[] known, int width, int height, float[][] coarse, byte[] coarseKnown) {
        int coarseWidth = (width + 1) / 2;
        for (int parent = 0; parent < coarseKnown.length; parent++) {
            int x = parent % coarseWidth * 2;
            int y = parent / coarseWidth * 2;
            int count = 0;
            for (int childY = y; childY < Math.min(y + 2, height); childY++) {
                for (int childX = x; childX < Math.min(x + 2, width); childX++) {
                    int child = childY * width + childX;
                    if (known[child] == 0) {
                        continue;
                    }
                    count++;
                    for (int p = 0; p < planes.length; p++) {
                        coarse[p][parent] += planes[p][child];
                    }
                }
            }
            if (count > 0) {
                coarseKnown[parent] = 1;
                for (float[] plane : coarse) {
                    plane[parent] /= count;
                }
            }
        }
    }

    private static void push(float[] coarse, float[] plane, byte[] known, int width, int height) {
        int coarseWidth = (width + 1) / 2;
        int coarseHeight = (height + 1) / 2;
        for (int y = 0; y < height; y++) {
            int near = y / 2 * coarseWidth;
            int far = clamp(y / 2 + (y % 2 == 0 ? -1 : 1), coarseHeight) * coarseWidth;
            for (int x = 0; x < width; x++) {
                if (known[y * width + x] != 0) {
                    continue;
                }
                int nearX = x / 2;
                int farX = clamp(nearX + (x % 2 == 0 ? -1 : 1), coarseWidth);
                // A child's centre lies a quarter of the coarse distance away from its parent's.
                float nearRow = 0.75f * coarse[near + nearX] + 0.25f * coarse[near + farX];
                float farRow = 0.75f * coarse[far + nearX] + 0.25f * coarse[far + farX];
                plane[y * width + x] = 0.75f * nearRow + 0.25f * farRow;
            }
        }
    }

    private static int clamp(int index, int size) {
        return Math.max(0, Math.min(size - 1, index));
    }

    private static boolean contains(byte[] mask, boolean set) {
        for (byte value : mask) {
            if ((value != 0) == set) {
                return true;
            }
        }
        return false;
    }
}
