package io.nacre.codec.audio;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.SoundHeader;
import io.nacre.codec.pcm.Resampler;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * A sound while it is being decoded: samples are made as they are read, from the first chunk on. Groups are parsed and
 * chunks synthesised ahead of time on the model's threads. Memory is bounded by some groups' latents and some chunks'
 * samples, whatever the length. Not thread-safe.
 */
public final class DecodedSound implements SoundSource, AutoCloseable {
    private final SoundHeader header;
    private final FrameGrid grid;
    private final boolean midSide;
    private final ParsedGroups groups;
    /** Null unless damaged groups are to be made up. */
    private final LostGroups lost;

    private final ChunkQueue chunks;
    private final Resampler[] resamplers; // of the coded channels
    private final float[][] ready; // [coded channel], at the sound's own rate
    private int readyFrom;
    private int readyEnd;
    private long position;
    /** Where reading began. */
    private long origin;
    /** Samples to drop, at the sound's own rate: those that only warmed the resampler up. */
    private long excess;

    DecodedSound(SoundModel model, ContainerReader file, boolean salvaging) {
        header = file.soundHeader();
        SoundSpec spec = model.receiver().spec;
        Framing framing = spec.framing();
        grid = FrameGrid.of(framing, header);
        midSide = spec.midSide(header.codedChannels());
        groups = new ParsedGroups(model, file, grid);
        lost = salvaging ? new LostGroups(groups, header, grid, spec.channels()) : null;
        chunks = new ChunkQueue(model, groups, lost == null ? groups : lost, grid, header.codedChannels());
        resamplers = new Resampler[header.codedChannels()];
        for (int c = 0; c < resamplers.length; c++) {
            resamplers[c] =
                    c == 0 ? new Resampler(framing.rate(), header.sampleRate()) : resamplers[0].forOtherChannel();
        }
        int made = resamplers[0].maxOutput(framing.chunk() * framing.hop());
        ready = new float[resamplers.length][made + resamplers[0].maxOutput(resamplers[0].lookahead())];
    }

    @Override
    public int sampleRate() {
        return header.sampleRate();
    }

    @Override
    public int channels() {
        return header.channels();
    }

    /** Samples of each channel in the whole sound. */
    public long samples() {
        return header.samples();
    }

    /** The sample that is read next, 0..{@link #samples}. */
    public long position() {
        return position;
    }

    /** Coding groups asked for so far: a part of a sound parses those that it touches and their neighbours. */
    public int groupsParsed() {
        return groups.requested();
    }

    /**
     * The groups that could not be decoded, of what was read since the begin or the last {@link #skipTo}, in the order of
     * time; none unless the decoder is {@link SoundDecoder#salvaging}.
     */
    public List<LostGroup> lostGroups() {
        if (lost == null) {
            return List.of();
        }
        return lost.concealed().stream()
                .filter(group -> group.first() < position && group.end() > origin)
                .toList();
    }

    /**
     * Goes to the first sample of a coding group, forwards or back.
     *
     * @param group 0 .. groups of the file - 1
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public void skipTo(int group) {
        Objects.checkIndex(group, grid.groups());
        // Groups begin at whole seconds, where a sample of either rate lies, and so does what warms the resampler up.
        long second = (long) group * header.groupSeconds();
        long warmUp = (resamplers[0].lookahead() - 1L) / grid.framing().rate() + 1;
        long start = Math.max(0, second - warmUp);
        groups.close();
        chunks.restart(start * grid.framing().perSecond());
        for (Resampler resampler : resamplers) {
            resampler.reset();
        }
        readyFrom = 0;
        readyEnd = 0;
        position = second * header.sampleRate();
        origin = position;
        excess = position - start * header.sampleRate();
    }

    /**
     * Reads on. Samples may lie somewhat beyond full scale.
     *
     * @throws IOException if a group that the next samples need is damaged and the decoder is not
     *     {@link SoundDecoder#salvaging}; the message names it
     */
    @Override
    public int read(float[] interleaved, int offset, int frames) throws IOException {
        if (frames < 1) {
            throw new IllegalArgumentException(frames + " samples are wanted");
        }
        int channels = header.channels();
        Objects.checkFromIndexSize(offset, (long) frames * channels, interleaved.length);
        if (position == header.samples()) {
            return -1;
        }
        while (readyFrom == readyEnd) {
            next();
        }
        int count = (int) Math.min(Math.min(frames, readyEnd - readyFrom), header.samples() - position);
        for (int c = 0; c < channels; c++) {
            float[] plane = ready[header.alike() ? 0 : c];
            for (int i = 0; i < count; i++) {
                interleaved[offset + i * channels + c] = plane[readyFrom + i];
            }
        }
        readyFrom += count;
        position += count;
        return count;
    }

    private void next() throws IOException {
        float[][] samples = chunks.next();
        if (midSide) {
            MidSide.toLeftRight(samples[0], samples[1]);
        }
        for (int c = 0; c < resamplers.length; c++) {
            readyEnd = resamplers[c].process(samples[c], 0, samples[c].length, ready[c], 0);
            if (chunks.ended()) {
                readyEnd += resamplers[c].flush(ready[c], readyEnd);
            }
        }
        readyFrom = (int) Math.min(excess, readyEnd);
        excess -= readyFrom;
    }

    @Override
    public void close() {
        chunks.close();
        groups.close();
    }
}
