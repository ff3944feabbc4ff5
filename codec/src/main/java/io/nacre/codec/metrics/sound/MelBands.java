package io.nacre.codec.metrics.sound;

/**
 * Triangular bands, evenly spaced on the HTK mel scale 2595 log10(1 + f / 700) from 0 to Nyquist; height 1, each
 * reaching from the centre of its left to that of its right neighbour. Immutable.
 */
final class MelBands {
    private final int[] first; // bin of each band's first weight
    private final double[][] weights;

    /** {@code bands} bands over the bins of a DFT of {@code window} samples at {@code rate} Hz. */
    MelBands(int bands, int window, int rate) {
        double top = 2595 * Math.log10(1 + rate / 2.0 / 700);
        double[] edges = new double[bands + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = 700 * (Math.pow(10, top * i / (bands + 1) / 2595) - 1);
        }
        first = new int[bands];
        weights = new double[bands][];
        double spacing = (double) rate / window;
        for (int band = 0; band < bands; band++) {
            first[band] = (int) Math.ceil(edges[band] / spacing);
            int last = Math.min((int) Math.floor(edges[band + 2] / spacing), window / 2);
            weights[band] = new double[last - first[band] + 1];
            for (int i = 0; i < weights[band].length; i++) {
                double frequency = (first[band] + i) * spacing;
                double rising = (frequency - edges[band]) / (edges[band + 1] - edges[band]);
                double falling = (edges[band + 2] - frequency) / (edges[band + 2] - edges[band + 1]);
                weights[band][i] = Math.max(Math.min(rising, falling), 0);
            }
        }
    }

    int count() {
        return weights.length;
    }

    /** Weighted sum of a spectrum over one band. */
    double sum(int band, double[] spectrum) {
        double sum = 0;
        for (int i = 0; i < weights[band].length; i++) {
            sum += weights[band][i] * spectrum[first[band] + i];
        }
        return sum;
    }
}
