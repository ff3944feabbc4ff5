package io.nacre.codec.audio;

import io.nacre.codec.LimitExceededException;
import io.nacre.codec.container.Limits;
import java.io.IOException;

/** A sound that ends in an error where it becomes longer than is allowed: no length in a header can be trusted. */
public final class LimitedSource implements SoundSource {
    private final SoundSource source;
    private final Limits limits;
    private long left;

    /** @throws LimitExceededException if it has more channels than are allowed */
    public LimitedSource(SoundSource source, Limits limits) throws LimitExceededException {
        limits.checkChannels(source.channels());
        this.source = source;
        this.limits = limits;
        this.left = Math.min(Long.MAX_VALUE / source.sampleRate(), limits.seconds()) * source.sampleRate();
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
            throw new LimitExceededException("the sound lasts more than the " + limits.seconds()
                    + " s that are allowed; --max-seconds or CodecBuilder.maxSeconds raises that");
        }
        return count;
    }
}
