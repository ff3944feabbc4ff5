package io.nacre.app.view.queue;

import io.nacre.codec.container.Kind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An input of the queue as it was at one moment.
 *
 * @param id stays the same for the entry's life
 * @param input as it was added, or below a folder that was added
 * @param kind what it holds; empty for what is neither picture nor sound
 * @param progress 0..1, of the pass that is going on
 * @param inputBytes size of the input
 * @param output where the output goes, once that has been decided
 * @param outputBytes size of the output, 0 before it is done
 * @param quality 0..100 that the output has, once it is done
 * @param seconds that the work took so far, pauses left out
 */
public record QueueEntry(
        int id,
        Path input,
        Optional<Kind> kind,
        State state,
        double progress,
        long inputBytes,
        Optional<Path> output,
        long outputBytes,
        OptionalDouble quality,
        double seconds,
        Explanation explanation) {}
