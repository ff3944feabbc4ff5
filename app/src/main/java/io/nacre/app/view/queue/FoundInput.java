package io.nacre.app.view.queue;

import io.nacre.codec.container.Kind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that was added to a queue.
 *
 * @param path of the file
 * @param relative to the folder that was added, else the file's name
 * @param kind what it holds, if it can be encoded
 * @param bytes its size
 * @param explanation why it can't be encoded, if so
 */
record FoundInput(Path path, Path relative, Optional<Kind> kind, long bytes, Explanation explanation) {}
