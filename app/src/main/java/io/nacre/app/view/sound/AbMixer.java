package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundSamples;
import java.util.Arrays;
import java.util.Optional;

/**
 * Renders what is heard of two sounds of one rate, as many channels and about the same length: one of them, from a
 * position that both share. Where it changes over, jumps or goes round, the old and the new cross-fade for 5 ms, so that
 * nothing clicks. Not thread-safe.
 */
final class AbMixer {
    private static final double FADE_SECONDS = 0.005;

    private final float[][][] sounds; // [side][channel][sample]
    private final float[] gains;
    private final int length;
    private final int channels;
    private final int fade;
    private Side side = Side.A;
    private int position;
    private Optional<Region> loop = Optional.empty();
    private Side oldSide = Side.A;
    private int oldPosition;
    private int fadeLeft;

    /** The last frame that was rendered: what a fade begins with that comes within another one, or after silence. */
    private final float[] last;

    private final float[] held;
    private boolean holds;

    /**
     * A part of both sounds.
     *
     * @param from first sample
     * @param to behind the last one, above from
     */
    record Region(int from, int to) {
        Region {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("a region from " + from + " to " + to);
            }
        }
    }

    /** @param gainA,gainB factors of the sounds, 1 for as they are */
    AbMixer(SoundSamples a, SoundSamples b, double gainA, double gainB) {
        if (a.rate() != b.rate() || a.channels().length != b.channels().length) {
            throw new IllegalArgumentException("sounds of " + a.rate() + " and " + b.rate() + " Hz, "
                    + a.channels().length + " and " + b.channels().length + " channels");
        }
        sounds = new float[][][] {a.channels(), b.channels()};
        gains = new float[] {(float) gainA, (float) gainB};
        length = Math.max(a.length(), b.length());
        channels = a.channels().length;
        fade = Math.max(1, (int) Math.round(FADE_SECONDS * a.rate()));
        last = new float[channels];
        held = new float[channels];
        begin();
    }

    /** Samples of each channel of the longer sound. */
    int length() {
        return length;
    }

    int channels() {
        return channels;
    }

    Side side() {
        return side;
    }

    /** The sample that is rendered next. */
    int position() {
        return position;
    }

    void select(Side wanted) {
        if (wanted != side) {
            change();
            side = wanted;
        }
    }

    void seek(int sample) {
        change();
        position = Math.max(0, Math.min(length, sample));
    }

    void loop(Optional<Region> region) {
        loop = region.map(r -> new Region(Math.min(r.from(), length - 1), Math.min(r.to(), length)));
    }

    Optional<Region> loop() {
        return loop;
    }

    /** Fades in from silence, as after a pause. */
    void begin() {
        Arrays.fill(held, 0);
        holds = true;
        fadeLeft = fade;
    }

    private void change() {
        holds = fadeLeft > 0;
        System.arraycopy(last, 0, held, 0, channels);
        oldSide = side;
        oldPosition = position;
        fadeLeft = fade;
    }

    /**
     * Renders on.
     *
     * @param interleaved receives the samples
     * @param frames wanted
     * @return frames rendered, fewer at the end, 0 behind it
     */
    int render(float[] interleaved, int frames) {
        for (int i = 0; i < frames; i++) {
            if (loop.isPresent() && position >= loop.get().to()) {
                change();
                position = loop.get().from();
            }
            if (position >= length) {
                return i;
            }
            float newPart = (float) (fade - fadeLeft + 1) / (fade + 1);
            for (int c = 0; c < channels; c++) {
                float sample = sample(side, c, position);
                if (fadeLeft > 0) {
                    float old = holds ? held[c] : sample(oldSide, c, oldPosition);
                    sample = newPart * sample + (1 - newPart) * old;
                }
                interleaved[i * channels + c] = sample;
                last[c] = sample;
            }
            position++;
            oldPosition++;
            fadeLeft = Math.max(0, fadeLeft - 1);
        }
        return frames;
    }

    /** The shorter sound ends in silence. */
    private float sample(Side of, int channel, int at) {
        float[] samples = sounds[of.ordinal()][channel];
        return at < samples.length ? gains[of.ordinal()] * samples[at] : 0;
    }
}
