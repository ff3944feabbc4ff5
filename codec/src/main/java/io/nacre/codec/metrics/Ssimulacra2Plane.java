package io.nacre.codec.metrics;

/**
 * The three error maps of {@link Ssimulacra2} for one component at one scale, fed row by row from the top; only their
 * norms are kept. Not thread-safe.
 *
 * <p>The maps are 1 - SSIM, without SSIM's division of the luminance term, which would weigh dark areas more; artifacts
 * (an edge where the original is smooth); and lost detail (smooth where the original has an edge). The two variances
 * occur only as their sum, so four filtered planes do: a, b, a<sup>2</sup> + b<sup>2</sup> and a b. Sums are in double,
 * because variances are small differences of large numbers.
 */
final class Ssimulacra2Plane {
    /** Norms of a plane: the means of the three maps, then their 4-norms. */
    static final int NORMS = 6;

    private static final double C2 = 0.0009;
    private static final int DELAY = TruncatedCosineWindow.RADIUS;

    private final TruncatedCosineWindow windowA;
    private final TruncatedCosineWindow windowB;
    private final TruncatedCosineWindow windowSquares;
    private final TruncatedCosineWindow windowProduct;
    private final double[] squares;
    private final double[] product;
    private final double[][] rowsA; // the last DELAY + 1 rows, by row number
    private final double[][] rowsB;
    private final double[] sums = new double[NORMS];
    private int rows;

    /** A plane of rows of {@code width} samples. */
    Ssimulacra2Plane(int width) {
        windowA = new TruncatedCosineWindow(width);
        windowB = new TruncatedCosineWindow(width);
        windowSquares = new TruncatedCosineWindow(width);
        windowProduct = new TruncatedCosineWindow(width);
        squares = new double[width];
        product = new double[width];
        rowsA = new double[DELAY + 1][width];
        rowsB = new double[DELAY + 1][width];
    }

    /** Takes the next row of the original and of the distorted picture. The arrays are not kept. */
    void accept(double[] a, double[] b) {
        for (int x = 0; x < squares.length; x++) {
            squares[x] = a[x] * a[x] + b[x] * b[x];
            product[x] = a[x] * b[x];
        }
        windowA.accept(a);
        windowB.accept(b);
        windowSquares.accept(squares);
        windowProduct.accept(product);
        System.arraycopy(a, 0, rowsA[rows % rowsA.length], 0, a.length);
        System.arraycopy(b, 0, rowsB[rows % rowsB.length], 0, b.length);
        rows++;
        if (rows > DELAY) {
            measure(rows - 1 - DELAY);
        }
    }

    /** Ends the plane, which must have had a row, and gives its norms. */
    double[] finish() {
        for (int row = rows; row < rows + DELAY; row++) {
            windowA.acceptZeros();
            windowB.acceptZeros();
            windowSquares.acceptZeros();
            windowProduct.acceptZeros();
            if (row >= DELAY) {
                measure(row - DELAY);
            }
        }
        double samples = (double) rows * squares.length;
        double[] norms = new double[NORMS];
        for (int map = 0; map < NORMS / 2; map++) {
            norms[map] = sums[map] / samples;
            norms[NORMS / 2 + map] = Math.sqrt(Math.sqrt(sums[NORMS / 2 + map] / samples));
        }
        return norms;
    }

    private void measure(int row) {
        double[] a = rowsA[row % rowsA.length];
        double[] b = rowsB[row % rowsB.length];
        double[] meanA = windowA.means();
        double[] meanB = windowB.means();
        double[] meanSquares = windowSquares.means();
        double[] meanProduct = windowProduct.means();
        for (int x = 0; x < a.length; x++) {
            double luminance = 1 - (meanA[x] - meanB[x]) * (meanA[x] - meanB[x]);
            double covariance = meanProduct[x] - meanA[x] * meanB[x];
            double variances = meanSquares[x] - (meanA[x] * meanA[x] + meanB[x] * meanB[x]);
            add(0, 1 - luminance * (2 * covariance + C2) / (variances + C2));
            double edge = (1 + Math.abs(b[x] - meanB[x])) / (1 + Math.abs(a[x] - meanA[x])) - 1;
            add(1, edge);
            add(2, -edge);
        }
    }

    private void add(int map, double error) {
        double positive = Math.max(error, 0);
        double square = positive * positive;
        sums[map] += positive;
        sums[NORMS / 2 + map] += square * square;
    }
}
