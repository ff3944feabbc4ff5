package io.nacre.codec.audio;

import io.nacre.codec.container.SoundHeader;
import io.nacre.codec.pcm.Resampler;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a sound once, from front to back, and analyses its channels: a second one only from the first sample on in
 * which it differs from the first. Groups are taken as they are complete. Not thread-safe; one object reads one sound.
 */
final class SoundAnalysis {
    /** Samples at the model's rate that one block of the source's makes, or fewer. */
    private static final int BLOCK = 1 << 13;

    private static final int MAX_BLOCK = 1 << 14;

    private final SoundSource source;
    private final SoundProgress progress;
    private final int channels;
    private final Resampler[] resamplers;
    /** That of the first channel, and from the first difference on those of the others. */
    private final List<ChannelAnalysis> analyses = new ArrayList<>();

    private final float[] interleaved;
    private final float[] plane;
    private final float[] resampled;
    private long samples;
    private boolean ended;

    SoundAnalysis(SoundModel model, SoundSource source, int groupSeconds, SoundProgress progress)
            throws ModelException {
        this.source = source;
        this.progress = progress;
        channels = source.channels();
        if (channels < 1 || channels > SoundHeader.MAX_CHANNELS) {
            throw new IllegalArgumentException(channels + " channels, not 1.." + SoundHeader.MAX_CHANNELS);
        }
        if (source.sampleRate() < 1 || source.sampleRate() > SoundHeader.MAX_SAMPLE_RATE) {
            throw new IllegalArgumentException(source.sampleRate() + " Hz, not 1.." + SoundHeader.MAX_SAMPLE_RATE);
        }
        resamplers = new Resampler[channels];
        for (int c = 0; c < channels; c++) {
            resamplers[c] =
                    c == 0 ? new Resampler(source.sampleRate(), FrameGrid.RATE) : resamplers[0].forOtherChannel();
        }
        analyses.add(new ChannelAnalysis(
                new ChunkAnalyser(model), model.workers(), FrameGrid.FRAMES_PER_SECOND * groupSeconds));
        int block = (int) Math.max(1, Math.min(MAX_BLOCK, (long) BLOCK * source.sampleRate() / FrameGrid.RATE));
        plane = new float[block];
        interleaved = new float[block * channels];
        resampled = new float[resamplers[0].maxOutput(Math.max(block, resamplers[0].lookahead()))];
    }

    int sampleRate() {
        return source.sampleRate();
    }

    int channels() {
        return channels;
    }

    /** Samples of each channel that were read. */
    long samples() {
        return samples;
    }

    /** Whether there are several channels, and none has differed from another so far. */
    boolean alike() {
        return analyses.size() < channels;
    }

    /**
     * Takes the next group, reading as far as it needs.
     *
     * @return null after the last one
     * @throws IOException if the source cannot be read, has no samples or too many, or the thread was interrupted
     */
    AnalysedGroup next() throws IOException {
        AnalysedChannel first = analyses.get(0).next();
        while (first == null && !ended) {
            read();
            first = analyses.get(0).next();
        }
        if (first == null) {
            return null;
        }
        List<AnalysedChannel> group = new ArrayList<>(List.of(first));
        for (ChannelAnalysis other : analyses.subList(1, analyses.size())) {
            group.add(other.next()); // in step with the first: groups are complete by the number of samples alone
        }
        return new AnalysedGroup(List.copyOf(group));
    }

    private void read() throws IOException {
        int count = source.read(interleaved, 0, plane.length);
        if (count < 0) {
            end();
            return;
        }
        samples += count;
        if (samples > SoundHeader.MAX_SAMPLES) {
            throw new IOException("the sound has more than " + SoundHeader.MAX_SAMPLES + " samples");
        }
        if (analyses.size() < channels && differ(count)) {
            while (analyses.size() < channels) {
                analyses.add(new ChannelAnalysis(analyses.get(0)));
            }
        }
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < count; i++) {
                plane[i] = interleaved[i * channels + c];
            }
            append(c, resamplers[c].process(plane, 0, count, resampled, 0));
        }
        progress.samples(samples);
    }

    private void end() throws IOException {
        ended = true;
        if (samples == 0) {
            throw new IOException("the sound has no samples");
        }
        for (int c = 0; c < analyses.size(); c++) {
            append(c, resamplers[c].flush(resampled, 0));
            analyses.get(c).finish();
        }
    }

    private void append(int channel, int count) throws IOException {
        if (channel < analyses.size()) { // a channel that has not differed yet is resampled for what may come
            analyses.get(channel).append(resampled, count);
        }
    }

    private boolean differ(int count) {
        for (int i = 0; i < count * channels; i += channels) {
            for (int c = 1; c < channels; c++) {
                if (interleaved[i + c] != interleaved[i]) {
                    return true;
                }
            }
        }
        return false;
    }
}
