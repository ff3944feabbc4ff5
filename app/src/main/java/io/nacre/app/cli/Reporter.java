package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import io.nacre.app.file.FileNames;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

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

    /** The result of {@code --json}: one object in one line. */
    void object(Consumer<JsonStringWriter> fields) {
        JsonStringWriter json = JsonWriter.string().object();
        fields.accept(json);
        result(json.end().done());
    }

    /** The result of {@code --json} about one input. */
    void object(Path input, String status, Consumer<JsonStringWriter> fields) {
        object(json -> {
            json.value("input", input.toString()).value("status", status);
            fields.accept(json);
        });
    }

    /** An output is in its place. */
    void done(Job job, Outcome outcome, double seconds) {
        message(String.format(
                Locale.ROOT,
                "%s -> %s  %s, %.1f s",
                Names.shown(job.input()),
                Names.shown(job.output()),
                outcome.text(),
                seconds));
        if (options.json) {
            object(job.input(), outcome.losses().isEmpty() ? "ok" : "salvaged", json -> {
                json.value("output", job.output().toString());
                outcome.fields().accept(json);
                outcome.losses().write(json);
                json.value("seconds", seconds);
            });
        }
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
            streams.err().println("nacre: " + Names.shown(file) + ": note: " + FileNames.oneLine(note));
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
            object(
                    file,
                    "error",
                    json -> json.object("error")
                            .value("code", failure.exitCode().code())
                            .value("name", failure.exitCode().label())
                            .value("message", failure.message())
                            .end());
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
