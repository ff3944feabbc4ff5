package io.nacre.codec.audio;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

/**
 * One channel on its way from samples at the model's rate to latents, as they come. Holds the samples since the centre
 * of the last group whose level is known, some 15 s of them with groups of 10 s; chunks whose samples and levels are
 * complete are analysed on the model's threads, and what they become is handed over group by group. What comes out does
 * not depend on how the samples were divided into calls. Not thread-safe.
 */
final class ChannelAnalysis {
    private final ChunkAnalyser analyser;
    private final Workers workers;
    private final Framing framing;
    private final int framesPerGroup;
    private final LevelMeter meter;
    private final List<Integer> levels;
    /** Chunks of groups that have not been handed over. */
    private final Deque<List<Future<short[]>>> pending;
    /** Chunks that may still run, oldest first. */
    private final Deque<Future<short[]>> running;

    private int handedOver;
    /** The first frame of the next chunk. */
    private long nextFrame;

    private float[] buffer;
    /** The sample of the sound that the buffer begins with: below 0 at first, where the sound is 0. */
    private long base;
    /** Samples of the sound so far. */
    private long end;

    private boolean finished;

    ChannelAnalysis(ChunkAnalyser analyser, Workers workers, Framing framing, int framesPerGroup) {
        this.analyser = analyser;
        this.workers = workers;
        this.framing = framing;
        this.framesPerGroup = framesPerGroup;
        meter = new LevelMeter(framing.hop());
        levels = new ArrayList<>();
        pending = new ArrayDeque<>();
        running = new ArrayDeque<>();
        buffer = new float[1 << 16];
        base = -framing.lead();
    }

    /** An analysis of another channel that was the same up to here: what is analysed already is shared. */
    ChannelAnalysis(ChannelAnalysis other) {
        this(other, other.buffer.clone());
        other.pending.forEach(chunks -> pending.add(new ArrayList<>(chunks)));
        running.addAll(other.running);
    }

    /** An analysis of another channel that was silent up to here, and has the levels of this one. */
    ChannelAnalysis(ChannelAnalysis other, SilentChannel silence) {
        this(other, new float[other.buffer.length]);
        int group = handedOver;
        for (List<Future<short[]>> chunks : other.pending) {
            pending.add(silence.chunks(group++, chunks.size()));
        }
    }

    private ChannelAnalysis(ChannelAnalysis other, float[] buffer) {
        analyser = other.analyser;
        workers = other.workers;
        framing = other.framing;
        framesPerGroup = other.framesPerGroup;
        meter = new LevelMeter(other.meter);
        levels = new ArrayList<>(other.levels);
        pending = new ArrayDeque<>();
        running = new ArrayDeque<>();
        handedOver = other.handedOver;
        nextFrame = other.nextFrame;
        this.buffer = buffer;
        base = other.base;
        end = other.end;
    }

    /**
     * Takes the next samples at the model's rate.
     *
     * @param metered what the level is chosen by: these samples, or what channels with one level have in common
     */
    void append(float[] samples, float[] metered, int count) throws IOException {
        long groupSamples = (long) framing.hop() * framesPerGroup;
        reserve(count);
        System.arraycopy(samples, 0, buffer, (int) (end - base), count);
        for (int i = 0; i < count; ) {
            int n = (int) Math.min(count - i, groupSamples - end % groupSamples);
            meter.add(metered, i, n);
            i += n;
            end += n;
            if (end % groupSamples == 0) {
                addLevel(meter.next());
            }
        }
        analyse();
    }

    /** Takes the end of the sound: all groups can be handed over then. */
    void finish() throws IOException {
        finished = true;
        FrameGrid grid = new FrameGrid(framing, end, framesPerGroup);
        if (levels.size() < grid.groups()) {
            addLevel(meter.next());
        }
        if (levels.get(0) == LevelMeter.SILENT) {
            levels.set(0, LevelCurve.UNITY);
        }
        reserve(framing.window()); // the last windows reach into the zeros that follow
        Arrays.fill(buffer, (int) (end - base), (int) (end - base) + framing.window(), 0);
        analyse();
    }

    /** Hands over the next group, or null if there is none of which all is known. */
    AnalysedChannel next() {
        long groupEnd = (long) framesPerGroup * (handedOver + 1);
        if (pending.isEmpty() || (!finished && nextFrame < groupEnd)) {
            return null;
        }
        return new AnalysedChannel(levels.get(handedOver++), pending.remove());
    }

    /** A silent group has the level of the group before it; the first one that of the second. */
    private void addLevel(int level) {
        int groups = levels.size();
        if (groups == 1 && levels.get(0) == LevelMeter.SILENT) {
            levels.set(0, level == LevelMeter.SILENT ? LevelCurve.UNITY : level);
        }
        levels.add(level == LevelMeter.SILENT && groups > 0 ? levels.get(groups - 1) : level);
    }

    /** Starts the chunks that are complete: with all of their context, or at the end with what there is of it. */
    private void analyse() throws IOException {
        FrameGrid grid = finished ? new FrameGrid(framing, end, framesPerGroup) : completeGroups();
        long frames = finished ? grid.frames() : levelledFrames();
        while (nextFrame < frames) {
            int group = grid.groupOf(nextFrame);
            long groupEnd = grid.firstFrame(group) + grid.framesIn(group);
            int count = (int) Math.min(framing.chunk(), groupEnd - nextFrame);
            long contextEnd = nextFrame + count + analyser.context();
            if (!finished && contextEnd > frames) {
                return;
            }
            if (nextFrame == grid.firstFrame(group)) {
                pending.add(new ArrayList<>());
            }
            start(grid, nextFrame, count, Math.min(frames, contextEnd));
            nextFrame += count;
        }
    }

    /** As if the sound ended with the last group whose level is known. */
    private FrameGrid completeGroups() {
        return new FrameGrid(framing, (long) framing.hop() * framesPerGroup * levels.size(), framesPerGroup);
    }

    /** Frames, from the first on, whose windows end before the last known centre: beyond it no gain is known yet. */
    private long levelledFrames() {
        if (levels.isEmpty() || levels.get(0) == LevelMeter.SILENT) {
            return 0;
        }
        long known = completeGroups().centre(levels.size() - 1);
        return (known - framing.window() + framing.lead()) / framing.hop() + 1;
    }

    private void start(FrameGrid grid, long first, int count, long contextEnd) throws IOException {
        long from = Math.max(0, first - analyser.context());
        int frames = (int) (contextEnd - from);
        long sample = grid.sampleOf(from) - framing.lead();
        int offset = (int) (sample - base);
        int length = framing.hop() * (frames - 1) + framing.window();
        float[] samples = Arrays.copyOfRange(buffer, offset, offset + length);
        int group =
                Math.max(0, grid.groupOf(from) - 2); // the window may begin before its group, and that before a centre
        int[] known = levels.stream().skip(group).mapToInt(Integer::intValue).toArray();
        LevelCurve curve = LevelCurve.of(grid, group, known);
        if (running.size() > workers.count()) { // bounds memory
            Workers.await(running.remove());
        }
        Future<short[]> chunk = workers.submit(() -> {
            curve.apply(samples, sample);
            return analyser.analyse(samples, frames, (int) (first - from), count);
        });
        running.add(chunk);
        pending.getLast().add(chunk);
    }

    /** Makes room for samples behind the last one, if need be by dropping those before the next chunk's context. */
    private void reserve(int count) {
        int used = (int) (end - base);
        if (used + count <= buffer.length) {
            return;
        }
        long needed = Math.max(0, nextFrame - analyser.context());
        int dropped = (int) (needed * framing.hop() - framing.lead() - base);
        int kept = used - dropped;
        float[] target = kept + count > buffer.length / 2 ? new float[2 * (kept + count)] : buffer;
        System.arraycopy(buffer, dropped, target, 0, kept);
        buffer = target;
        base += dropped;
    }
}
