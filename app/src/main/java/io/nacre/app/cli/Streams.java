package io.nacre.app.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a call of the program reads and writes.
 *
 * @param in bytes of the input {@code -}
 * @param out results, JSON and the output {@code -}
 * @param err everything else
 * @param outIsTerminal whether binary output would end on somebody's screen
 */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean outIsTerminal) {
    /** Those of the process; Java 17 can't ask the system what they are, so the launcher says it. */
    static Streams ofProcess() {
        return new Streams(System.in, System.out, System.err, "terminal".equals(System.getProperty("nacre.stdout")));
    }
}
