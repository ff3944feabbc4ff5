package io.nacre.codec.pcm;

import java.util.Arrays;
import java.util.Objects;

/**
 * Takes one channel from one sample rate to another as its samples come, by a polyphase windowed sinc: within 0.001 dB
 * up to 0.91 of the lower Nyquist frequency, at least 98 dB down from that frequency on. Linear phase, and no delay:
 * output sample m is the sound at the time of sample m * from / to, zeros assumed before and behind. In whatever pieces
 * n samples come in, ceil(n * to / from) samples come out, the same to the last bit.
 *
 * <p>Equal rates change nothing. Any rates from 1 to {@link SoundFormat#MAX_RATE} Hz go to and from 16, 24, 44.1 and 48
 * kHz; others if they are within a factor of 100. Memory: a table of at most 32 MiB, mostly of 300 KiB, that all
 * channels share. For one thread at a time.
 */
public final class Resampler {
    private static final int BLOCK = 1 << 12;

    private final PolyphaseFilter filter;
    private final float[] window; // input samples from the first that is still needed on
    private int filled; // of it
    private int start; // where the samples for the next output sample begin, maybe behind the filled part
    private int phase; // of the next output sample
    private long taken; // input samples
    private long given; // output samples

    /**
     * A resampler between two rates in Hz.
     *
     * @throws IllegalArgumentException if a rate is not positive or the rates are too far apart
     */
    public Resampler(int fromRate, int toRate) {
        this(new PolyphaseFilter(fromRate, toRate));
    }

    private Resampler(PolyphaseFilter filter) {
        this.filter = filter;
        window = new float[filter.taps() + BLOCK];
        reset();
    }

    /** A resampler between the same rates for another channel. */
    public Resampler forOtherChannel() {
        return new Resampler(filter);
    }

    /** Forgets what has come in, so that another sound can begin. */
    public void reset() {
        filled = filter.taps() / 2 - 1;
        Arrays.fill(window, 0, filled, 0);
        start = 0;
        phase = 0;
        taken = 0;
        given = 0;
    }

    /** Samples that come out of {@code length} in all: length * to / from, rounded up. */
    public long outputLength(long length) {
        return ceilDiv(Math.multiplyExact(length, (long) filter.up()), filter.down());
    }

    /** The most that {@link #process} makes of {@code length} samples. */
    public int maxOutput(int length) {
        return Math.toIntExact(outputLength(length));
    }

    /** How many input samples behind its own an output sample waits for; {@link #flush} gives as many at most. */
    public int lookahead() {
        return filter.taps() / 2;
    }

    /**
     * Takes samples.
     *
     * @param in finite samples, from {@code offset} on
     * @param out receives what is complete, from {@code outOffset} on; has room for {@link #maxOutput} of {@code length}
     * @return samples that came out
     * @throws IndexOutOfBoundsException if an array is too short
     */
    public int process(float[] in, int offset, int length, float[] out, int outOffset) {
        Objects.checkFromIndexSize(offset, length, in.length);
        Objects.checkFromIndexSize(outOffset, maxOutput(length), out.length);
        int written = 0;
        for (int done = 0; done < length; ) {
            int count = Math.min(length - done, window.length - filled);
            System.arraycopy(in, offset + done, window, filled, count);
            filled += count;
            done += count;
            written += drain(out, outOffset + written, Long.MAX_VALUE);
        }
        taken += length;
        return written;
    }

    /**
     * Ends the sound and is ready for another.
     *
     * @param out receives the rest from {@code outOffset} on; has room for {@link #maxOutput} of {@link #lookahead}
     * @return samples that came out
     * @throws IndexOutOfBoundsException if the array is too short
     */
    public int flush(float[] out, int outOffset) {
        Objects.checkFromIndexSize(outOffset, maxOutput(lookahead()), out.length);
        long left = outputLength(taken) - given;
        int written = 0;
        while (written < left) {
            Arrays.fill(window, filled, window.length, 0);
            filled = window.length;
            written += drain(out, outOffset + written, left - written);
        }
        reset();
        return written;
    }

    /** Computes what the window has all samples for, then drops those that nothing needs any more. */
    private int drain(float[] out, int outOffset, long most) {
        int stepSamples = filter.down() / filter.up();
        int stepPhases = filter.down() % filter.up();
        int written = 0;
        while (start <= filled - filter.taps() && written < most) {
            out[outOffset + written++] = filter.apply(window, start, phase);
            start += stepSamples;
            phase += stepPhases;
            if (phase >= filter.up()) {
                phase -= filter.up();
                start++;
            }
        }
        given += written;
        int dropped = Math.min(start, filled);
        System.arraycopy(window, dropped, window, 0, filled - dropped);
        filled -= dropped;
        start -= dropped;
        return written;
    }

    private static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }
}
