package io.nacre.codec.audio;

import io.nacre.codec.container.SoundHeader;
import io.nacre.codec.pcm.Resampler;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a sound once, from front to back, and analyses its channels: a second one only from the first sample on in
 * which it differs from the first. The two of a stereo sound become mid and side if the pack says so. Groups are
 * taken as they are complete. Not thread-safe; one object reads one sound.
 */
final class SoundAnalysis {
    /** Samples at the model's rate that one block of the source's makes, or fewer. */
    private static final int BLOCK = 1 << 13;

    private static final int MAX_BLOCK = 1 << 14;

    private final SoundSource source;
    private final SoundProgress progress;
    private final int channels;
    private final int framesPerGroup;
    private final Resampler[] resamplers;
    /** That of the first channel, and from the first difference on those of the others; or of mid and side. */
    private final List<ChannelAnalysis> analyses = new ArrayList<>();

    /** A side without a signal, or null unless the sound is coded as mid and side. */
    private final SilentChannel silentSide;

    private final float[] interleaved;
    private final float[] plane;
    private final float[][] resampled; // of one channel after the other, or of both that become mid and side
    private final float[] magnitude; // of mid and side
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
        SoundSpec spec = model.receiver().spec;
        Framing framing = spec.framing();
        resamplers = new Resampler[channels];
        for (int c = 0; c < channels; c++) {
            resamplers[c] =
                    c == 0 ? new Resampler(source.sampleRate(), framing.rate()) : resamplers[0].forOtherChannel();
        }
        framesPerGroup = framing.perSecond() * groupSeconds;
        ChunkAnalyser analyser = new ChunkAnalyser(model);
        analyses.add(new ChannelAnalysis(analyser, model.workers(), framing, framesPerGroup));
        silentSide =
                spec.midSide(channels) ? new SilentChannel(analyser, model.workers(), framing, framesPerGroup) : null;
        int block = (int) Math.max(1, Math.min(MAX_BLOCK, (long) BLOCK * source.sampleRate() / framing.rate()));
        plane = new float[block];
        interleaved = new float[block * channels];
        resampled = new float[silentSide == null ? 1 : 2]
                [resamplers[0].maxOutput(Math.max(block, resamplers[0].lookahead()))];
        magnitude = new float[silentSide == null ? 0 : resampled[0].length];
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

    /**
     * All channels of a group that was taken while all were alike, once they are not.
     *
     * @param number of the group
     */
    AnalysedGroup completed(AnalysedGroup alike, int number) {
        if (silentSide == null) {
            return alike.repeated(channels);
        }
        AnalysedChannel mid = alike.channels().get(0);
        return new AnalysedGroup(List.of(mid, new AnalysedChannel(mid.level(), silentSide.group(number))));
    }

    /**
     * The same for groups that a coder has coded already.
     *
     * @param count of those, from the first on
     */
    void complete(SoundCoder coder, int count) throws IOException {
        if (silentSide == null) {
            coder.repeatChannels(count, framesPerGroup, channels);
        } else {
            coder.addSilentSides(count, framesPerGroup, silentSide);
        }
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
            separate();
        }
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < count; i++) {
                plane[i] = interleaved[i * channels + c];
            }
            append(c, resamplers[c].process(plane, 0, count, resampled(c), 0));
        }
        progress.samples(samples);
    }

    private void end() throws IOException {
        ended = true;
        if (samples == 0) {
            throw new IOException("the sound has no samples");
        }
        for (int c = 0; c < analyses.size(); c++) {
            append(c, resamplers[c].flush(resampled(c), 0));
        }
        for (ChannelAnalysis analysis : analyses) {
            analysis.finish();
        }
    }

    /** Begins the analyses of the other channels, which were like the first one up to here. */
    private void separate() {
        while (analyses.size() < channels) {
            ChannelAnalysis first = analyses.get(0);
            analyses.add(silentSide == null ? new ChannelAnalysis(first) : new ChannelAnalysis(first, silentSide));
        }
    }

    private float[] resampled(int channel) {
        return resampled[channel % resampled.length];
    }

    /** Hands on what was resampled of a channel; mid and side when both are there. */
    private void append(int channel, int count) throws IOException {
        if (silentSide != null && !alike()) {
            if (channel == 1) {
                appendMidSide(count);
            }
        } else if (channel < analyses.size()) { // one that has not differed yet is resampled for what may come
            float[] samples = resampled(channel);
            analyses.get(channel).append(samples, samples, count);
        }
    }

    private void appendMidSide(int count) throws IOException {
        MidSide.fromLeftRight(resampled[0], resampled[1], count);
        MidSide.magnitude(resampled[0], resampled[1], count, magnitude);
        for (int c = 0; c < resampled.length; c++) {
            analyses.get(c).append(resampled[c], magnitude, count);
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
