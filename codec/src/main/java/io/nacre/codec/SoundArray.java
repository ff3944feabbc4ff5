package io.nacre.codec;

import io.nacre.codec.audio.SoundSource;
import io.nacre.codec.pcm.UnsupportedSoundException;

/** A sound in memory as a stream. */
final class SoundArray implements SoundSource {
    private final Sound sound;
    private int position;

    SoundArray(Sound sound) {
        this.sound = sound;
    }

    @Override
    public int sampleRate() {
        return sound.sampleRate();
    }

    @Override
    public int channels() {
        return sound.channels();
    }

    @Override
    public int read(float[] interleaved, int offset, int frames) throws UnsupportedSoundException {
        int count = Math.min(frames, sound.frames() - position);
        if (count == 0) {
            return -1;
        }
        int channels = sound.channels();
        for (int i = 0; i < count * channels; i++) {
            float sample = sound.samples()[position * channels + i];
            if (!Float.isFinite(sample)) {
                throw new UnsupportedSoundException("the sample of frame " + (position + i / channels) + ", channel "
                        + i % channels + " is " + sample + "; only finite samples can be coded");
            }
            interleaved[offset + i] = sample;
        }
        position += count;
        return count;
    }
}
