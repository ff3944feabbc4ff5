package io.nacre.app.cli;

import java.nio.file.Path;

/**
 * An input and where its output goes; either may be {@code -}.
 *
 * @param input as it was named
 * @param output as it will be named
 */
record Job(Path input, Path output) {}
