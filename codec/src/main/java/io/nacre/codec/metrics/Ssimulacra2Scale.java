package io.nacre.codec.metrics;

import java.util.List;

/**
 * One scale of {@link Ssimulacra2}, fed row by row from the top; passes 2 x 2 averages of linear light on to the next
 * coarser scale, an odd last column or row counting twice. Not thread-safe.
 */
final class Ssimulacra2Scale {
    /** The smallest side that is still measured, and that is still halved for the next scale. */
    static final int MIN_SIDE = 8;

    private static final int COMPONENTS = PictureArguments.CHANNELS;

    private final Ssimulacra2Scale coarser; // null at the coarsest
    private final Ssimulacra2Plane[] planes = new Ssimulacra2Plane[COMPONENTS];
    private final double[][] xybA;
    private final double[][] xybB;
    private final double[][] halfA;
    private final double[][] halfB;
    private int rows;

    /**
     * This scale and the coarser ones.
     *
     * @param scales number of scales at most, this one included, at least 1; fewer for small pictures
     */
    Ssimulacra2Scale(int width, int height, int scales) {
        for (int c = 0; c < COMPONENTS; c++) {
            planes[c] = new Ssimulacra2Plane(width);
        }
        xybA = new double[COMPONENTS][width];
        xybB = new double[COMPONENTS][width];
        int halfWidth = (width + 1) / 2;
        halfA = new double[COMPONENTS][halfWidth];
        halfB = new double[COMPONENTS][halfWidth];
        boolean last = scales == 1 || Math.min(width, height) < MIN_SIDE;
        coarser = last ? null : new Ssimulacra2Scale(halfWidth, (height + 1) / 2, scales - 1);
    }

    /** Takes the next row of both pictures, linear RGB in 0..1. The arrays are not kept. */
    void accept(double[][] a, double[][] b) {
        Xyb.fromLinear(a, xybA);
        Xyb.fromLinear(b, xybB);
        for (int c = 0; c < COMPONENTS; c++) {
            planes[c].accept(xybA[c], xybB[c]);
        }
        rows++;
        if (coarser != null) {
            boolean second = rows % 2 == 0;
            halve(a, halfA, second);
            halve(b, halfB, second);
            if (second) {
                coarser.accept(halfA, halfB);
            }
        }
    }

    /** Ends the picture and adds the norms of this and the coarser scales: {@code [scale][component][norm]}. */
    void finish(List<double[][]> norms) {
        double[][] own = new double[COMPONENTS][];
        for (int c = 0; c < COMPONENTS; c++) {
            own[c] = planes[c].finish();
        }
        norms.add(own);
        if (coarser != null) {
            if (rows % 2 == 1) {
                repeatHalf(halfA);
                repeatHalf(halfB);
                coarser.accept(halfA, halfB);
            }
            coarser.finish(norms);
        }
    }

    /** Half of a 2 x 2 average: the first row sets it, the second adds to it. */
    private static void halve(double[][] rows, double[][] halves, boolean second) {
        for (int c = 0; c < COMPONENTS; c++) {
            double[] row = rows[c];
            double[] half = halves[c];
            for (int x = 0; x < half.length; x++) {
                double quarter = (row[2 * x] + row[Math.min(2 * x + 1, row.length - 1)]) / 4;
                half[x] = second ? half[x] + quarter : quarter;
            }
        }
    }

    private static void repeatHalf(double[][] halves) {
        for (double[] half : halves) {
            for (int x = 0; x < half.length; x++) {
                half[x] *= 2;
            }
        }
    }
}
