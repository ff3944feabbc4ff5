package io.nacre.codec.metrics;

/**
 * One scale of {@link MsSsim} for one channel, fed row by row from the top; passes 2 x 2 averages on to the next
 * coarser scale. Not thread-safe.
 *
 * <p>Finer scales measure contrast and structure, the coarsest luminance as well. The two variances occur only as their
 * sum, so four filtered planes do: a, b, a<sup>2</sup> + b<sup>2</sup> and a b. Sums are in double, because variances
 * are small differences of large numbers.
 */
final class SsimScale {
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;

    private final SsimScale coarser; // null at the coarsest
    private final GaussianWindow windowA;
    private final GaussianWindow windowB;
    private final GaussianWindow windowSquares;
    private final GaussianWindow windowProduct;
    private final double[] squares;
    private final double[] product;
    private final double[] halfA;
    private final double[] halfB;
    private int rows;
    private long windows;
    private double sum;

    /**
     * A scale of rows of {@code width} samples, at least {@link GaussianWindow#SIDE}.
     *
     * @param coarser the next scale, of {@code width / 2}; null for the coarsest
     */
    SsimScale(int width, SsimScale coarser) {
        this.coarser = coarser;
        windowA = new GaussianWindow(width);
        windowB = new GaussianWindow(width);
        windowSquares = new GaussianWindow(width);
        windowProduct = new GaussianWindow(width);
        squares = new double[width];
        product = new double[width];
        halfA = new double[width / 2];
        halfB = new double[width / 2];
    }

    /** Takes the next row of both pictures, samples in 0..1. The arrays are not kept. */
    void accept(double[] a, double[] b) {
        for (int x = 0; x < squares.length; x++) {
            squares[x] = a[x] * a[x] + b[x] * b[x];
            product[x] = a[x] * b[x];
        }
        windowA.accept(a);
        windowB.accept(b);
        windowSquares.accept(squares);
        windowProduct.accept(product);
        rows++;
        if (rows >= GaussianWindow.SIDE) {
            measure(windowA.means(), windowB.means(), windowSquares.means(), windowProduct.means());
        }
        if (coarser != null) {
            boolean second = rows % 2 == 0;
            halve(a, halfA, second);
            halve(b, halfB, second);
            if (second) {
                coarser.accept(halfA, halfB);
            }
        }
    }

    /** Mean similarity over all windows so far, at least one; may be negative. */
    double mean() {
        return sum / windows;
    }

    private void measure(double[] meanA, double[] meanB, double[] meanSquares, double[] meanProduct) {
        for (int x = 0; x < meanA.length; x++) {
            double products = meanA[x] * meanB[x];
            double powers = meanA[x] * meanA[x] + meanB[x] * meanB[x];
            double similarity = (2 * (meanProduct[x] - products) + C2) / (meanSquares[x] - powers + C2);
            if (coarser == null) {
                similarity *= (2 * products + C1) / (powers + C1);
            }
            sum += similarity;
        }
        windows += meanA.length;
    }

    /** Half of a 2 x 2 average: the first row sets it, the second adds to it. */
    private static void halve(double[] row, double[] half, boolean second) {
        for (int x = 0; x < half.length; x++) {
            double quarter = (row[2 * x] + row[2 * x + 1]) / 4;
            half[x] = second ? half[x] + quarter : quarter;
        }
    }
}
