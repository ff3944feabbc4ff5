package io.nacre.codec.audio;

import io.nacre.codec.container.SoundHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes something up for groups that can't be decoded: the frames next to them once more, backwards, under a fade into
 * silence, at a loudness between those of the neighbours. Not thread-safe.
 */
final class LostGroups implements ChunkQueue.Groups {
    private final ParsedGroups groups;
    private final SoundHeader header;
    private final FrameGrid grid;
    private final int width;
    /** Blocks over which the sound beside a lost group dies away: a tenth of a second. */
    private final int faded;

    private final TreeMap<Integer, DecodedChannel[]> madeUp = new TreeMap<>();
    private final Map<Integer, LostGroup> concealed = new TreeMap<>();

    /** @param width latents of a frame */
    LostGroups(ParsedGroups groups, SoundHeader header, FrameGrid grid, int width) {
        this.groups = groups;
        this.header = header;
        this.grid = grid;
        this.width = width;
        faded = Math.max(1, grid.framing().perSecond() / 10);
    }

    /** Those that some chunk needed so far, in the order of time. */
    List<LostGroup> concealed() {
        return List.copyOf(concealed.values());
    }

    @Override
    public DecodedChannel[] get(int group) throws IOException {
        if (!lost(group)) {
            return groups.get(group);
        }
        DecodedChannel[] channels = madeUp.get(group);
        if (channels == null) {
            channels = new DecodedChannel[header.codedChannels()];
            for (int c = 0; c < channels.length; c++) {
                channels[c] = madeUp(group, c);
            }
            madeUp.put(group, channels);
        }
        return channels;
    }

    private boolean lost(int group) throws IOException {
        groups.request(group, group);
        return groups.problem(group) != null;
    }

    private boolean there(int group) throws IOException {
        return group >= 0 && group < grid.groups() && !lost(group);
    }

    private DecodedChannel madeUp(int group, int channel) throws IOException {
        float[] latents = new float[grid.framesIn(group) * width];
        int repeated = Math.min(faded + 1, grid.framesIn(group) / 2);
        List<Integer> levels = new ArrayList<>();
        if (there(group - 1)) {
            DecodedChannel before = groups.get(group - 1)[channel];
            levels.add(before.level);
            int frames = before.latents.length / width;
            for (int i = 0; i < Math.min(repeated, frames); i++) {
                System.arraycopy(before.latents, (frames - 1 - i) * width, latents, i * width, width);
            }
        }
        if (there(group + 1)) {
            DecodedChannel after = groups.get(group + 1)[channel];
            levels.add(after.level);
            int last = grid.framesIn(group) - 1;
            for (int i = 0; i < Math.min(repeated, after.latents.length / width); i++) {
                System.arraycopy(after.latents, i * width, latents, (last - i) * width, width);
            }
        }
        double level = levels.stream().mapToInt(Integer::intValue).average().orElse(LevelCurve.UNITY);
        return new DecodedChannel((int) Math.round(level), latents);
    }

    @Override
    public List<Fade> fades(long firstBlock, int blocks) throws IOException {
        List<Fade> fades = new ArrayList<>();
        for (int group = grid.groupOf(firstBlock); group <= grid.groupOf(firstBlock + blocks - 1); group++) {
            if (lost(group)) {
                long first = grid.sampleOf(grid.firstFrame(group));
                long end = group == grid.groups() - 1 ? grid.samples() : grid.sampleOf(grid.firstFrame(group + 1));
                fades.add(new Fade(first, end, there(group - 1), there(group + 1), faded * grid.hop()));
                long samplesOfGroup = (long) header.groupSeconds() * header.sampleRate();
                concealed.put(
                        group,
                        new LostGroup(
                                group,
                                group * samplesOfGroup,
                                Math.min(header.samples(), (group + 1) * samplesOfGroup),
                                groups.problem(group)));
            }
        }
        return fades;
    }

    @Override
    public void forgetBefore(int group) {
        groups.forgetBefore(group);
        madeUp.headMap(group).clear();
    }
}
