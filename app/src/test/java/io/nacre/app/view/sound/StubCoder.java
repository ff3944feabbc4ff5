package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundSamples;
import io.nacre.codec.audio.SoundTarget;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;

/** A codec that adds noise: the less, the higher the quality. Files called bad and huge can't be read. */
final class StubCoder implements SoundCoder {
    static final int RATE = 16_000;

    final ConcurrentLinkedQueue<SoundTarget> targets = new ConcurrentLinkedQueue<>();
    private final CountDownLatch never = new CountDownLatch(1);
    volatile boolean slow;

    @Override
    public SoundSamples read(Path file) throws IOException {
        if (file.toString().contains("bad")) {
            throw new IOException(file + ": the sound is damaged");
        }
        if (file.toString().contains("huge")) {
            throw new OutOfMemoryError("too large");
        }
        int rate = file.toString().contains("other") ? 2 * RATE : RATE;
        return Signals.noise(rate, 2 * rate, 0.5, 1);
    }

    @Override
    public CodedSound decode(Path file) throws IOException {
        return coded(read(file), 0.1);
    }

    @Override
    public CodedSound code(SoundSamples original, SoundTarget target, DoubleConsumer progress) throws IOException {
        targets.add(target);
        progress.accept(0.5);
        if (slow) {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("interrupted");
            }
        }
        double quality = ((SoundTarget.Quality) target).value();
        if (quality == 0) {
            throw new IOException("no quality meets that");
        }
        return coded(original, 1 / quality);
    }

    private static CodedSound coded(SoundSamples sound, double noise) {
        float[] added = Signals.noise(sound.rate(), sound.length(), noise, 2).channels()[0];
        for (int i = 0; i < added.length; i++) {
            added[i] += sound.channels()[0][i];
        }
        return new CodedSound(new SoundSamples(sound.rate(), new float[][] {added}), 500, 50, "stub", 1, 2);
    }
}
