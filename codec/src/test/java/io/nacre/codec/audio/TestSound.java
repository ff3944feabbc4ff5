package io.nacre.codec.audio;

import java.util.SplittableRandom;

/** Made-up sounds: voiced tones under slow envelopes with pauses and some noise, other ones in each channel. */
final class TestSound implements SoundSource {
    private final int sampleRate;
    private final int channels;
    private final float[] interleaved;
    /** Frames of each read are drawn from this, so that blocks are odd. */
    private final SplittableRandom blocks;

    private int position;

    TestSound(int sampleRate, int channels, float[] interleaved, long blockSeed) {
        this.sampleRate = sampleRate;
        this.channels = channels;
        this.interleaved = interleaved;
        blocks = new SplittableRandom(blockSeed);
    }

    static TestSound of(int sampleRate, int channels, int samples) {
        return new TestSound(sampleRate, channels, samples(sampleRate, channels, samples), samples);
    }

    static float[] samples(int sampleRate, int channels, int samples) {
        float[] all = new float[samples * channels];
        for (int c = 0; c < channels; c++) {
            SplittableRandom random = new SplittableRandom(c);
            for (int t = 0; t < samples; t++) {
                double time = (double) t / sampleRate;
                double envelope = Math.max(0, Math.sin(2 * Math.PI * 0.7 * time + c));
                double pitch = 120 + 30 * c + 20 * Math.sin(2 * Math.PI * 0.3 * time);
                double sum = 0;
                for (int h = 1; h <= 12; h++) {
                    sum += Math.sin(2 * Math.PI * h * pitch * time) / h;
                }
                all[t * channels + c] = (float) (0.15 * envelope * sum + 0.002 * random.nextDouble(-1, 1));
            }
        }
        return all;
    }

    float[] samples() {
        return interleaved;
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public int read(float[] target, int offset, int frames) {
        int left = interleaved.length / channels - position;
        if (left == 0) {
            return -1;
        }
        int count = Math.min(left, blocks.nextInt(1, frames + 1));
        System.arraycopy(interleaved, position * channels, target, offset, count * channels);
        position += count;
        return count;
    }
}
