package io.nacre.codec.metrics.sound;

/**
 * Power spectra of real frames: a radix-2 FFT of half the size over the even and odd samples as real and imaginary
 * parts. Not thread-safe.
 */
final class RealFft {
    private final int size;
    private final int half;
    private final int[] bitReversed;
    private final double[] cosines; // of 2 pi k / size, k below half
    private final double[] sines;
    private final double[] re;
    private final double[] im;

    /** Spectra of {@code size} samples, a power of two, at least 4. */
    RealFft(int size) {
        this.size = size;
        half = size / 2;
        bitReversed = new int[half];
        int shift = Integer.numberOfLeadingZeros(half) + 1;
        cosines = new double[half];
        sines = new double[half];
        for (int k = 0; k < half; k++) {
            bitReversed[k] = Integer.reverse(k) >>> shift;
            cosines[k] = Math.cos(2 * Math.PI * k / size);
            sines[k] = Math.sin(2 * Math.PI * k / size);
        }
        re = new double[half];
        im = new double[half];
    }

    /**
     * Squared magnitudes of the DFT, without scaling.
     *
     * @param frame {@code size} samples
     * @param power receives size / 2 + 1 values, from frequency 0 to Nyquist
     */
    void power(double[] frame, double[] power) {
        for (int i = 0; i < half; i++) {
            re[bitReversed[i]] = frame[2 * i];
            im[bitReversed[i]] = frame[2 * i + 1];
        }
        for (int span = 1; span < half; span *= 2) {
            butterflies(span);
        }
        for (int k = 0; k <= half; k++) {
            power[k] = separatedPower(k);
        }
    }

    private void butterflies(int span) {
        int stride = size / (2 * span); // a turn of 2 pi / (2 span) in steps of 2 pi / size
        for (int start = 0; start < half; start += 2 * span) {
            for (int j = 0; j < span; j++) {
                double c = cosines[j * stride];
                double s = -sines[j * stride];
                int low = start + j;
                int high = low + span;
                double turnedRe = c * re[high] - s * im[high];
                double turnedIm = c * im[high] + s * re[high];
                re[high] = re[low] - turnedRe;
                im[high] = im[low] - turnedIm;
                re[low] += turnedRe;
                im[low] += turnedIm;
            }
        }
    }

    /** Separates the spectra of even and odd samples, and puts them together. */
    private double separatedPower(int k) {
        int low = k % half;
        int high = (half - k) % half;
        double evenRe = (re[low] + re[high]) / 2;
        double evenIm = (im[low] - im[high]) / 2;
        double oddRe = (im[low] + im[high]) / 2;
        double oddIm = (re[high] - re[low]) / 2;
        double c = k == half ? -1 : cosines[k];
        double s = k == half ? 0 : -sines[k];
        double x = evenRe + c * oddRe - s * oddIm;
        double y = evenIm + c * oddIm + s * oddRe;
        return x * x + y * y;
    }
}
