package io.nacre.app.cli;

import com.grack.nanojson.JsonWriter;
import java.nio.file.Path;

/** Says what happens, to the stream and in the form that was asked for. */
final class Reporter {
    private final Streams streams;
    private final ReportOptions options;

    Reporter(Streams streams, ReportOptions options) {
        this.streams = streams;
        this.options = options;
    }

    boolean json() {
        return options.json;
    }

    /** A line of the result, or an object of it with {@code --json}. */
    void result(String line) {
        streams.out().println(line);
    }

    /** Something that the user may want to know. */
    void message(String line) {
        if (!options.quiet && !options.json) {
            streams.err().println(line);
        }
    }

    /** Something that the user must know. */
    void warning(String line) {
        streams.err().println(line);
    }

    /** Something about a file that is no error but not as one might expect. */
    void note(Path file, String note) {
        if (!options.quiet) {
            streams.err().println("nacre: " + Names.shown(file) + ": note: " + Names.oneLine(note));
        }
    }

    /** Something for the curious. */
    void detail(String line) {
        if (options.detailed()) {
            streams.err().println(line);
        }
    }

    /** An error that does not belong to one input. */
    void failure(Failure failure) {
        streams.err().println("nacre: " + failure.message());
        trace(failure);
    }

    void failure(Path file, Failure failure) {
        streams.err().println("nacre: " + Names.shown(file) + ": " + failure.message());
        trace(failure);
        if (options.json) {
            result(JsonWriter.string()
                    .object()
                    .value("input", file.toString())
                    .value("status", "error")
                    .object("error")
                    .value("code", failure.exitCode().code())
                    .value("name", failure.exitCode().label())
                    .value("message", failure.message())
                    .end()
                    .end()
                    .done());
        }
    }

    private void trace(Failure failure) {
        if (failure.exitCode() == ExitCode.INTERNAL || options.traces()) {
            failure.cause().printStackTrace(streams.err());
        }
    }

    /** To be closed before the next message. */
    ProgressBar progress(Path file) {
        return new ProgressBar(
                options.drawsProgress() ? streams.err() : null,
                file.getFileName().toString(),
                System::nanoTime);
    }
}
