package io.nacre.codec.audio;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.SoundHeader;
import io.nacre.entropy.CorruptStreamException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * The groups of a file that are parsed, or about to be, and brought to latents on the model's threads: asked for ahead
 * of time, dropped when no chunk needs them any more. Not thread-safe.
 */
final class ParsedGroups implements ChunkQueue.Groups, AutoCloseable {
    private final SoundReceiver receiver;
    private final Workers workers;
    private final ContainerReader file;
    private final FrameGrid grid;
    private final GroupParser parser;
    private final float[] gains;
    private final TreeMap<Integer, Future<DecodedChannel[]>> groups = new TreeMap<>();
    private int requested;

    ParsedGroups(SoundModel model, ContainerReader file, FrameGrid grid) {
        SoundHeader header = file.soundHeader();
        receiver = model.receiver();
        workers = model.workers();
        this.file = file;
        this.grid = grid;
        parser = new GroupParser(receiver, header.codedChannels(), header.quality());
        gains = receiver.gains.at(receiver.spec.qualities().share(header.quality()));
    }

    /** Starts the groups first..last that are not there yet. */
    void request(int first, int last) {
        for (int group = first; group <= last; group++) {
            if (!groups.containsKey(group)) {
                groups.put(group, start(group));
                requested++;
            }
        }
    }

    private Future<DecodedChannel[]> start(int group) {
        try {
            byte[] payload = file.tile(group);
            int frames = grid.framesIn(group);
            return workers.submit(() -> decode(payload, frames));
        } catch (FormatException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private DecodedChannel[] decode(byte[] payload, int frames) throws CorruptStreamException {
        return Arrays.stream(parser.parse(payload, frames))
                .map(symbols -> new DecodedChannel(receiver, gains, symbols))
                .toArray(DecodedChannel[]::new);
    }

    /**
     * The channels of a group that was asked for, waiting for it if need be.
     *
     * @throws FormatException if its box is damaged
     * @throws CorruptStreamException if its payload is corrupt; the message names it
     */
    @Override
    public DecodedChannel[] get(int group) throws IOException {
        try {
            return Workers.await(groups.get(group));
        } catch (CorruptStreamException e) {
            throw new CorruptStreamException("group " + group + " is corrupt: " + e.getMessage());
        }
    }

    /** What is wrong with a group that was asked for, in one line, or null; waits for it if need be. */
    String problem(int group) throws IOException {
        try {
            get(group);
            return null;
        } catch (FormatException | CorruptStreamException e) {
            return e.getMessage();
        }
    }

    @Override
    public List<Fade> fades(long firstBlock, int blocks) {
        return List.of();
    }

    @Override
    public void forgetBefore(int group) {
        groups.headMap(group).clear();
    }

    /** How many groups were asked for so far. */
    int requested() {
        return requested;
    }

    @Override
    public void close() {
        for (Map.Entry<Integer, Future<DecodedChannel[]>> group : groups.entrySet()) {
            group.getValue().cancel(false);
        }
        groups.clear();
    }
}
