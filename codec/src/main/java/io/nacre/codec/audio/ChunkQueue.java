package io.nacre.codec.audio;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

/**
 * The chunks of a sound in the order of time, synthesised on the model's threads a little ahead of who takes them. Not
 * thread-safe.
 */
final class ChunkQueue implements AutoCloseable {
    private final Workers workers;
    private final ParsedGroups parsed;
    private final Groups groups;
    private final FrameGrid grid;
    private final ChunkSynthesiser synthesiser;
    private final int channels;
    private final int width;
    private final int ahead;
    private final Deque<List<Future<float[]>>> running = new ArrayDeque<>();
    private long nextBlock;
    private IOException failure;

    /** Where groups come from. */
    interface Groups {
        /** The channels of a group that was asked for, waiting for it if need be. */
        DecodedChannel[] get(int group) throws IOException;

        /** The envelopes of the groups in which some blocks lie. */
        List<Fade> fades(long firstBlock, int blocks) throws IOException;

        /** Drops the groups before this one. */
        void forgetBefore(int group);
    }

    /**
     * Makes a queue that stands before the first chunk.
     *
     * @param parsed where groups are asked for
     * @param groups where they are taken from
     * @param channels those that are coded
     */
    ChunkQueue(SoundModel model, ParsedGroups parsed, Groups groups, FrameGrid grid, int channels) {
        workers = model.workers();
        this.parsed = parsed;
        this.groups = groups;
        this.grid = grid;
        this.channels = channels;
        width = model.receiver().spec.channels();
        synthesiser = new ChunkSynthesiser(model.receiver());
        ahead = 1 + workers.count() / channels;
    }

    /** Begins anew at a block. */
    void restart(long block) {
        close();
        nextBlock = block;
        failure = null;
    }

    /** Whether the last chunk of the sound has been taken. */
    boolean ended() {
        return nextBlock == grid.blocks() && running.isEmpty();
    }

    /**
     * Takes a chunk.
     *
     * @return [coded channel][sample], at the model's rate, gains divided out; cut where the sound ends
     * @throws IOException if a group that it needs is damaged
     */
    float[][] next() throws IOException {
        while (failure == null && running.size() < ahead && nextBlock < grid.blocks()) {
            try {
                start();
            } catch (IOException e) {
                failure = e; // the chunks before it come first
            }
        }
        if (running.isEmpty()) {
            throw failure;
        }
        float[][] samples = new float[channels][];
        int c = 0;
        for (Future<float[]> channel : running.remove()) {
            samples[c++] = Workers.await(channel);
        }
        return samples;
    }

    private void start() throws IOException {
        long first = nextBlock;
        int count = (int) Math.min(grid.framing().chunk(), grid.blocks() - first);
        long from = Math.max(0, first - synthesiser.context());
        long end = Math.min(grid.frames(), first + count + synthesiser.context());
        // The gain follows the groups whose centres lie around the chunk.
        int levelsFrom = Math.max(0, grid.groupOf(first) - 1);
        int levelsEnd = Math.min(grid.groups(), grid.groupOf(first + count - 1) + 2);
        int groupsFrom = Math.min(levelsFrom, grid.groupOf(from));
        int groupsEnd = Math.max(levelsEnd, grid.groupOf(end - 1) + 1);
        groups.forgetBefore(groupsFrom);
        parsed.request(groupsFrom, groupsEnd - 1);
        List<Fade> fades = groups.fades(first, count);
        List<Future<float[]>> chunk = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            float[] latents = latents(c, from, (int) (end - from));
            int[] levels = new int[levelsEnd - levelsFrom];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = groups.get(levelsFrom + i)[c].level;
            }
            LevelCurve curve = LevelCurve.of(grid, levelsFrom, levels);
            chunk.add(workers.submit(() -> {
                float[] samples = synthesiser.synthesise(latents, (int) (first - from), count);
                return levelled(samples, curve, fades, grid.sampleOf(first));
            }));
        }
        running.add(chunk);
        nextBlock = first + count;
        parsed.request(groupsEnd, Math.min(groupsEnd, grid.groups() - 1)); // for a later chunk
    }

    private float[] levelled(float[] samples, LevelCurve curve, List<Fade> fades, long start) {
        curve.remove(samples, start);
        fades.forEach(fade -> fade.apply(samples, start));
        int length = (int) Math.min(samples.length, grid.samples() - start);
        return length == samples.length ? samples : Arrays.copyOf(samples, length);
    }

    /** Frames of a channel, of whatever groups they lie in. */
    private float[] latents(int channel, long first, int count) throws IOException {
        float[] latents = new float[count * width];
        for (int done = 0; done < count; ) {
            int group = grid.groupOf(first + done);
            float[] source = groups.get(group)[channel].latents;
            int from = (int) (first + done - grid.firstFrame(group));
            int n = Math.min(source.length / width - from, count - done);
            System.arraycopy(source, from * width, latents, done * width, n * width);
            done += n;
        }
        return latents;
    }

    @Override
    public void close() {
        for (List<Future<float[]>> chunk : running) {
            chunk.forEach(channel -> channel.cancel(false));
        }
        running.clear();
    }
}
