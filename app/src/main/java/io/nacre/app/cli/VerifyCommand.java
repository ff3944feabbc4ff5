package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Problem;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code nacre verify}: structure, checksums, and the symbols of every tile where the pack is at hand. Writes nothing; a
 * file that is not valid ends in {@link ExitCode#FAILED}.
 */
@Command(description = "Check Nacre files and list what is wrong with them.")
final class VerifyCommand extends AbstractCommand {
    @Mixin
    private InputOptions inputOptions;

    @Mixin
    private ModelOptions modelOptions;

    @Mixin
    private LimitOptions limitOptions;

    VerifyCommand(Streams streams) {
        super(streams);
    }

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        List<InputFile> inputs = InputFile.expand(inputOptions.operands, inputOptions.recursive, Names::isNacre);
        try (OpenModels models = modelOptions.open(reporter)) {
            return Batch.run(reporter, inputs, InputFile::path, file -> verify(file.path(), models, reporter));
        }
    }

    private ExitCode verify(Path path, OpenModels models, Reporter reporter) throws IOException {
        Set<String> errors = new LinkedHashSet<>();
        List<String> warnings = new ArrayList<>();
        try {
            check(
                    new InputReader(streams, limitOptions).nacre(path).reader(),
                    path,
                    models,
                    reporter,
                    errors,
                    warnings);
        } catch (FormatException e) {
            errors.add(e.getMessage()); // of the structure: nothing behind it can be looked at
        }
        if (reporter.json()) {
            reporter.result(json(path, errors, warnings));
        } else {
            errors.forEach(error -> reporter.result(Names.shown(path) + ": " + error));
            warnings.forEach(warning -> reporter.result(Names.shown(path) + ": warning: " + warning));
            if (errors.isEmpty()) {
                reporter.result(Names.shown(path) + ": valid");
            }
        }
        return errors.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void check(
            ContainerReader file,
            Path path,
            OpenModels models,
            Reporter reporter,
            Set<String> errors,
            List<String> warnings)
            throws IOException {
        for (Problem problem : file.verify()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                errors.add(problem.message());
            } else {
                warnings.add(problem.message());
            }
        }
        ImageDecoder decoder;
        try {
            decoder = new ImageDecoder(models.of(file.header().packId()));
        } catch (ModelException e) {
            warnings.add("tiles were not decoded: " + e.getMessage());
            return;
        }
        try (ProgressBar progress = reporter.progress(path)) {
            errors.addAll(decoder.check(file, progress));
        }
    }

    private static String json(Path path, Set<String> errors, List<String> warnings) {
        JsonStringWriter json = JsonWriter.string()
                .object()
                .value("input", path.toString())
                .value("status", errors.isEmpty() ? "ok" : "failed")
                .array("errors");
        errors.forEach(json::value);
        json.end().array("warnings");
        warnings.forEach(json::value);
        return json.end().end().done();
    }
}
