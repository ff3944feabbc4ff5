package io.nacre.app.sound;

import io.nacre.codec.audio.SoundSource;

/** A sound in memory as a {@link SoundSource}. Not thread-safe. */
final class SamplesSource implements SoundSource {
    private final SoundSamples sound;
    private int position;

    SamplesSource(SoundSamples sound) {
        this.sound = sound;
    }

    @Override
    public int sampleRate() {
        return sound.rate();
    }

    @Override
    public int channels() {
        return sound.channels().length;
    }

    @Override
    public int read(float[] interleaved, int offset, int frames) {
        int count = Math.min(frames, sound.length() - position);
        if (count == 0) {
            return -1;
        }
        int channels = channels();
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < count; i++) {
                interleaved[offset + i * channels + c] = sound.channels()[c][position + i];
            }
        }
        position += count;
        return count;
    }
}
