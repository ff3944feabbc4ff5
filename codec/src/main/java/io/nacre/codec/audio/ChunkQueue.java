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
    /** Blocks of a chunk: the context on both sides is computed for nothing, but the first one is waited for. */
    private static final int BLOCKS = 100;
    /** Samples of a chunk at most, at the model's rate. */
    static final int SAMPLES = BLOCKS * FrameGrid.HOP;

    private final Workers workers;
    private final ParsedGroups groups;
    private final FrameGrid grid;
    private final ChunkSynthesiser synthesiser;
    private final int channels;
    private final int width;
    private final int ahead;
    private final Deque<List<Future<float[]>>> running = new ArrayDeque<>();
    private long nextBlock;
    private IOException failure;

    /** @param channels those that are coded */
    ChunkQueue(SoundModel model, ParsedGroups groups, FrameGrid grid, int channels) {
        workers = model.workers();
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
        int count = (int) Math.min(BLOCKS, grid.blocks() - first);
        long from = Math.max(0, first - synthesiser.context());
        long end = Math.min(grid.frames(), first + count + synthesiser.context());
        // The gain follows the groups whose centres lie around the chunk.
        int levelsFrom = Math.max(0, grid.groupOf(first) - 1);
        int levelsEnd = Math.min(grid.groups(), grid.groupOf(first + count - 1) + 2);
        int groupsFrom = Math.min(levelsFrom, grid.groupOf(from));
        int groupsEnd = Math.max(levelsEnd, grid.groupOf(end - 1) + 1);
        groups.forgetBefore(groupsFrom);
        groups.request(groupsFrom, groupsEnd - 1);
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
                return levelled(samples, curve, FrameGrid.HOP * first);
            }));
        }
        running.add(chunk);
        nextBlock = first + count;
        groups.request(groupsEnd, Math.min(groupsEnd, grid.groups() - 1)); // for a later chunk
    }

    private float[] levelled(float[] samples, LevelCurve curve, long start) {
        curve.remove(samples, start);
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
