package io.nacre.app.view.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * Smallest and largest samples of a sound, over all its channels, by spans that double from level to level, so that a
 * waveform is drawn in a time that depends on its width alone. Memory: some 3 % of a channel's. Immutable, thread-safe.
 */
public final class WaveformPeaks {
    private static final int BASE = 128;

    /** Spans of more samples are looked up in the pyramid, in eight pieces or more. */
    private static final int EXACT = 8 * BASE;

    private final float[][] channels;
    private final List<float[]> minima = new ArrayList<>();
    private final List<float[]> maxima = new ArrayList<>();

    /** @param channels samples of each, all of one length; not copied, not to be changed */
    public WaveformPeaks(float[][] channels) {
        this.channels = channels;
        int count = (length() - 1) / BASE + 1;
        float[] low = new float[count];
        float[] high = new float[count];
        for (int i = 0; i < count; i++) {
            Range range = ofSamples((long) i * BASE, Math.min(length(), (i + 1L) * BASE));
            low[i] = range.low();
            high[i] = range.high();
        }
        minima.add(low);
        maxima.add(high);
        while (low.length > 1) {
            low = halved(low, true);
            high = halved(high, false);
            minima.add(low);
            maxima.add(high);
        }
    }

    /**
     * Smallest and largest sample of a span.
     *
     * @param low nominally -1..1
     * @param high not below low
     */
    public record Range(float low, float high) {}

    private static float[] halved(float[] values, boolean smallest) {
        float[] half = new float[(values.length + 1) / 2];
        for (int i = 0; i < half.length; i++) {
            float a = values[2 * i];
            float b = values[Math.min(2 * i + 1, values.length - 1)];
            half[i] = smallest ? Math.min(a, b) : Math.max(a, b);
        }
        return half;
    }

    /** Samples of each channel. */
    public int length() {
        return channels[0].length;
    }

    /** The largest magnitude of all samples. */
    public float peak() {
        int top = minima.size() - 1;
        return Math.max(maxima.get(top)[0], -minima.get(top)[0]);
    }

    /**
     * The range of a span, to be drawn: exact for spans up to {@value #EXACT} samples, of longer ones the ends are rounded
     * outwards by less than an eighth of their length.
     *
     * @param from first sample, 0 .. {@link #length} - 1
     * @param to behind the last one, above from; what lies behind the end is ignored
     */
    public Range range(long from, long to) {
        long end = Math.min(to, length());
        long span = end - from;
        if (span <= EXACT) {
            return ofSamples(from, Math.max(end, from + 1));
        }
        int level = Math.min(minima.size() - 1, Math.max(0, 63 - Long.numberOfLeadingZeros(span / EXACT)));
        float[] low = minima.get(level);
        float[] high = maxima.get(level);
        long unit = (long) BASE << level;
        int first = (int) (from / unit);
        int last = (int) Math.min(low.length - 1, (end - 1) / unit);
        float smallest = low[first];
        float largest = high[first];
        for (int i = first + 1; i <= last; i++) {
            smallest = Math.min(smallest, low[i]);
            largest = Math.max(largest, high[i]);
        }
        return new Range(smallest, largest);
    }

    private Range ofSamples(long from, long to) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float[] channel : channels) {
            for (int i = (int) from; i < to; i++) {
                low = Math.min(low, channel[i]);
                high = Math.max(high, channel[i]);
            }
        }
        return new Range(low, high);
    }
}
