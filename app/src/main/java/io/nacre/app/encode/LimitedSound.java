package io.nacre.app.encode;

import io.nacre.codec.LimitExceededException;
import io.nacre.codec.audio.SoundSource;
import io.nacre.codec.container.Limits;
import io.nacre.codec.pcm.SoundInput;
import java.io.IOException;

/** A sound that ends in an error where it becomes longer than is allowed: no length in a header can be trusted. */
final class LimitedSound implements SoundSource {
    private final SoundSource source;
    private final long seconds;
    private long left;

    private LimitedSound(SoundSource source, long seconds) {
        this.source = source;
        this.seconds = seconds;
        this.left = Math.min(Long.MAX_VALUE / source.sampleRate(), seconds) * source.sampleRate();
    }

    /** @throws LimitExceededException if it has more channels than are allowed */
    static LimitedSound of(SoundInput sound, Limits limits) throws LimitExceededException {
        int channels = sound.format().channels();
        if (channels > limits.channels()) {
            throw new LimitExceededException("the sound has " + channels + " channels, " + limits.channels()
                    + " are allowed; --max-channels raises that");
        }
        return new LimitedSound(SoundSource.of(sound), limits.seconds());
    }

    @Override
    public int sampleRate() {
        return source.sampleRate();
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public int read(float[] interleaved, int offset, int frames) throws IOException {
        int count = source.read(interleaved, offset, frames);
        left -= Math.max(0, count);
        if (left < 0) {
            throw new LimitExceededException(
                    "the sound lasts more than the " + seconds + " s that are allowed; --max-seconds raises that");
        }
        return count;
    }
}
