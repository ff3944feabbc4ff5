package io.nacre.app.cli;

import io.nacre.codec.container.Kind;
import java.nio.file.Path;

/**
 * An input and where its output goes; either may be {@code -}.
 *
 * @param input as it was named
 * @param kind what the input holds, or null if that can't be told
 * @param output as it will be named
 */
record Job(Path input, Kind kind, Path output) {}
