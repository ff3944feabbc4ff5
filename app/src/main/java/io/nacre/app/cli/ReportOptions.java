package io.nacre.app.cli;

import picocli.CommandLine.Option;

/** How much is said, and in which form. */
final class ReportOptions {
    /** When progress is drawn. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    @SuppressWarnings("unused") // picocli looks at it
    private boolean help;

    @Option(names = "--json", description = "Print results as JSON, one object a line.")
    boolean json;

    @Option(names = "--quiet", description = "Print results and errors only.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more; twice: with stack traces of errors.")
    boolean[] verbose = {};

    @Option(
            names = "--progress",
            defaultValue = "auto",
            paramLabel = "WHEN",
            description = "Draw progress: auto (on a terminal), always or never. Default: auto.")
    When progress;

    boolean detailed() {
        return verbose.length > 0;
    }

    boolean traces() {
        return verbose.length > 1;
    }

    boolean drawsProgress() {
        boolean terminal = "auto".equals(System.getProperty("nacre.progress", "never"));
        return !quiet && !json && (progress == When.ALWAYS || (progress == When.AUTO && terminal));
    }
}
