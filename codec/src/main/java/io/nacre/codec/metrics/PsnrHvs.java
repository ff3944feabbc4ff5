package io.nacre.codec.metrics;

import java.util.OptionalDouble;

/**
 * PSNR of luma in 8 x 8 blocks of the DCT, weighted by the eye's contrast sensitivity: PSNR-HVS (Egiazarian, Astola,
 * Ponomarenko, Lukin, Battisti and Carli, "New full-reference quality metrics based on HVS", VPQM 2006), and
 * PSNR-HVS-M, which also leaves out what the texture of the block hides (Ponomarenko, Silvestri, Egiazarian, Carli,
 * Astola and Lukin, "On between-coefficient contrast masking of DCT basis functions", VPQM 2007).
 *
 * <p>As the authors' program {@code psnrhvsm.m}: blocks side by side from the top left corner, of which up to seven
 * last rows and columns fall outside and are not measured. Luma is BT.601, full range, not rounded. Memory is constant.
 * Thread-safe.
 */
public final class PsnrHvs {
    /** The smallest width and height that hold a block. */
    public static final int MIN_SIDE = HvsBlock.SIDE;

    /** By vertical, then horizontal frequency: 25.735 over JPEG's luminance steps, rounded as published. */
    private static final double[][] SENSITIVITY = {
        {1.608443, 2.339554, 2.573509, 1.608443, 1.072295, 0.643377, 0.504610, 0.421887},
        {2.144591, 2.144591, 1.838221, 1.354478, 0.989811, 0.443708, 0.428918, 0.467911},
        {1.838221, 1.979622, 1.608443, 1.072295, 0.643377, 0.451493, 0.372972, 0.459555},
        {1.838221, 1.513829, 1.169777, 0.887417, 0.504610, 0.295806, 0.321689, 0.415082},
        {1.429727, 1.169777, 0.695543, 0.459555, 0.378457, 0.236102, 0.249855, 0.334222},
        {1.072295, 0.735288, 0.467911, 0.402111, 0.317717, 0.247453, 0.227744, 0.279729},
        {0.525206, 0.402111, 0.329937, 0.295806, 0.249855, 0.212687, 0.214459, 0.254803},
        {0.357432, 0.279729, 0.270896, 0.262603, 0.229778, 0.257351, 0.249855, 0.259950}
    };

    private PsnrHvs() {}

    /**
     * PSNR-HVS between two pictures.
     *
     * @param a interleaved RGB, row by row, 3 width height unsigned bytes
     * @param b the same
     * @param width pixels a row
     * @param height rows
     * @return decibels; positive infinity if the blocks are equal; empty if a side is shorter than {@link #MIN_SIDE}
     * @throws IllegalArgumentException if a side is less than 1 or an array's length does not fit the sides
     */
    public static OptionalDouble of(byte[] a, byte[] b, int width, int height) {
        return measure(a, b, width, height, false);
    }

    /**
     * PSNR-HVS-M between two pictures; never below {@link #of}.
     *
     * @param a interleaved RGB, row by row, 3 width height unsigned bytes
     * @param b the same
     * @param width pixels a row
     * @param height rows
     * @return decibels; positive infinity if no difference shows; empty if a side is shorter than {@link #MIN_SIDE}
     * @throws IllegalArgumentException if a side is less than 1 or an array's length does not fit the sides
     */
    public static OptionalDouble masked(byte[] a, byte[] b, int width, int height) {
        return measure(a, b, width, height, true);
    }

    private static OptionalDouble measure(byte[] a, byte[] b, int width, int height, boolean masked) {
        PictureArguments.check(a, b, width, height);
        if (Math.min(width, height) < MIN_SIDE) {
            return OptionalDouble.empty();
        }
        HvsBlock blockA = new HvsBlock();
        HvsBlock blockB = new HvsBlock();
        double sum = 0;
        long samples = 0;
        for (int y = 0; y <= height - HvsBlock.SIDE; y += HvsBlock.SIDE) {
            for (int x = 0; x <= width - HvsBlock.SIDE; x += HvsBlock.SIDE) {
                blockA.load(a, width, x, y);
                blockB.load(b, width, x, y);
                double masking = masked ? Math.max(blockA.masking(), blockB.masking()) : 0;
                sum += weightedError(blockA.coefficients(), blockB.coefficients(), masking);
                samples += HvsBlock.SIDE * HvsBlock.SIDE;
            }
        }
        return OptionalDouble.of(Psnr.decibels(sum / samples));
    }

    /** Squared differences, less what is hidden; the DC coefficient hides nothing. */
    private static double weightedError(double[][] a, double[][] b, double masking) {
        double sum = 0;
        for (int k = 0; k < HvsBlock.SIDE; k++) {
            for (int l = 0; l < HvsBlock.SIDE; l++) {
                double hidden = k + l == 0 ? 0 : masking / HvsBlock.MASK[k][l];
                double seen = Math.max(Math.abs(a[k][l] - b[k][l]) - hidden, 0) * SENSITIVITY[k][l];
                sum += seen * seen;
            }
        }
        return sum;
    }
}
