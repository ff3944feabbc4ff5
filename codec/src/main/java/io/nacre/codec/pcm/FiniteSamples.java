package io.nacre.codec.pcm;

/** Looks at floating-point samples, from the first to the last of a sound. */
final class FiniteSamples {
    private final int channels;
    private long position; // frames

    FiniteSamples(int channels) {
        this.channels = channels;
    }

    /**
     * Refuses what is no number; takes subnormal numbers for 0, for they are inaudible and slow to compute with.
     *
     * @param samples interleaved, from {@code offset} on
     * @throws UnsupportedSoundException if one is not finite; the message names frame and channel, from 0 on
     */
    void settle(float[] samples, int offset, int frames) throws UnsupportedSoundException {
        for (int i = offset; i < offset + frames * channels; i++) {
            float magnitude = Math.abs(samples[i]);
            if (magnitude < Float.MIN_NORMAL) {
                samples[i] = 0;
            } else if (!(magnitude <= Float.MAX_VALUE)) {
                int index = i - offset;
                throw new UnsupportedSoundException("the sample of frame " + (position + index / channels)
                        + ", channel " + index % channels + " is " + samples[i] + "; only finite samples can be coded");
            }
        }
        position += frames;
    }
}
