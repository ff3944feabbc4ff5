package io.nacre.codec.audio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * What analysis makes of a channel that is silent from the begin of the sound on, in the chunks in which
 * {@link ChannelAnalysis} goes: a side channel before left and right differ. Away from the begin all chunks of a length
 * are the same, so each is analysed once. Not thread-safe.
 */
final class SilentChannel {
    /** @param lead frames of context before the chunk: fewer near the begin of the sound */
    private record Shape(int lead, int count) {}

    private final ChunkAnalyser analyser;
    private final Workers workers;
    private final Framing framing;
    private final int framesPerGroup;
    private final Map<Shape, Future<short[]>> chunks = new HashMap<>();

    SilentChannel(ChunkAnalyser analyser, Workers workers, Framing framing, int framesPerGroup) {
        this.analyser = analyser;
        this.workers = workers;
        this.framing = framing;
        this.framesPerGroup = framesPerGroup;
    }

    /** The chunks of a group that is not the sound's last one. */
    List<Future<short[]>> group(int number) {
        return chunks(number, (framesPerGroup - 1) / framing.chunk() + 1);
    }

    /** The first chunks of such a group. */
    List<Future<short[]>> chunks(int group, int count) {
        long groupFirst = (long) group * framesPerGroup;
        List<Future<short[]>> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = i * framing.chunk();
            Shape shape = new Shape(
                    (int) Math.min(groupFirst + first, analyser.context()),
                    Math.min(framing.chunk(), framesPerGroup - first));
            result.add(chunks.computeIfAbsent(shape, this::start));
        }
        return result;
    }

    private Future<short[]> start(Shape shape) {
        int frames = shape.lead + shape.count + analyser.context();
        return workers.submit(
                () -> analyser.analyse(new float[framing.hop() * (frames + 1)], frames, shape.lead, shape.count));
    }
}
