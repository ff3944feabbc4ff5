package io.nacre.codec.spectrum;

/**
 * Discrete Fourier transform of real frames and back: a radix-2 FFT of half the size over the even and odd samples as
 * real and imaginary parts (Cooley and Tukey, 1965). Spectra have size / 2 + 1 bins, from frequency 0 to Nyquist. Not
 * thread-safe: the work space is the object's.
 */
public final class RealFft {
    private final int size;
    private final int half;
    private final int[] bitReversed;
    private final double[] cosines; // of 2 pi k / size, k up to half
    private final double[] sines;
    private final double[] re;
    private final double[] im;

    /**
     * Plans transforms of one size.
     *
     * @param size samples of a frame, a power of two, at least 4
     * @throws IllegalArgumentException if it is not
     */
    public RealFft(int size) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(size + " samples are not a power of two of at least 4");
        }
        this.size = size;
        half = size / 2;
        bitReversed = new int[half];
        int shift = Integer.numberOfLeadingZeros(half) + 1;
        cosines = new double[half + 1];
        sines = new double[half + 1];
        for (int k = 0; k < half; k++) {
            bitReversed[k] = Integer.reverse(k) >>> shift;
            cosines[k] = Math.cos(2 * Math.PI * k / size);
            sines[k] = Math.sin(2 * Math.PI * k / size);
        }
        cosines[half] = -1;
        re = new double[half];
        im = new double[half];
    }

    /**
     * The spectrum of a frame, without scaling.
     *
     * @param frame {@code size} samples
     * @param spectrumRe receives the real parts, size / 2 + 1 values
     * @param spectrumIm receives the imaginary parts; those of the first and the last bin are 0
     */
    public void forward(double[] frame, double[] spectrumRe, double[] spectrumIm) {
        for (int i = 0; i < half; i++) {
            re[bitReversed[i]] = frame[2 * i];
            im[bitReversed[i]] = frame[2 * i + 1];
        }
        transform();
        for (int k = 0; k <= half; k++) {
            // The spectra of even and odd samples, separated and put together.
            int low = k & (half - 1);
            int high = (half - k) & (half - 1);
            double evenRe = (re[low] + re[high]) / 2;
            double evenIm = (im[low] - im[high]) / 2;
            double oddRe = (im[low] + im[high]) / 2;
            double oddIm = (re[high] - re[low]) / 2;
            spectrumRe[k] = evenRe + cosines[k] * oddRe + sines[k] * oddIm;
            spectrumIm[k] = evenIm + cosines[k] * oddIm - sines[k] * oddRe;
        }
        spectrumIm[0] = 0;
        spectrumIm[half] = 0;
    }

    /**
     * The frame of a spectrum: the inverse of {@link #forward}, its scaling by 1 / size included.
     *
     * @param spectrumRe real parts, size / 2 + 1 values
     * @param spectrumIm imaginary parts; those of the first and the last bin count as 0
     * @param frame receives {@code size} samples
     */
    public void inverse(double[] spectrumRe, double[] spectrumIm, double[] frame) {
        for (int k = 0; k < half; k++) {
            int mirror = half - k;
            double lowIm = k == 0 ? 0 : spectrumIm[k];
            double highIm = k == 0 ? 0 : spectrumIm[mirror];
            double evenRe = spectrumRe[k] + spectrumRe[mirror];
            double evenIm = lowIm - highIm;
            double differenceRe = spectrumRe[k] - spectrumRe[mirror];
            double differenceIm = lowIm + highIm;
            double oddRe = cosines[k] * differenceRe - sines[k] * differenceIm;
            double oddIm = cosines[k] * differenceIm + sines[k] * differenceRe;
            // Even + i odd, conjugated, so that the forward transform undoes it.
            re[bitReversed[k]] = evenRe - oddIm;
            im[bitReversed[k]] = -(evenIm + oddRe);
        }
        transform();
        for (int i = 0; i < half; i++) {
            frame[2 * i] = re[i] / size;
            frame[2 * i + 1] = -im[i] / size;
        }
    }

    /** Complex transform of half the size in place, from bit-reversed order. */
    private void transform() {
        for (int span = 1; span < half; span *= 2) {
            int stride = half / span; // a turn of 2 pi / (2 span) in steps of 2 pi / size
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
    }
}
