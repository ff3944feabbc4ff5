package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import io.nacre.app.file.FileNames;
import io.nacre.app.pack.OpenModels;
import io.nacre.codec.audio.SoundDecoder;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Problem;
import io.nacre.codec.container.SoundHeader;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code nacre verify}: structure, checksums, and the symbols of every tile or group where the pack is at hand. Writes
 * nothing; a file that is not valid ends in {@link ExitCode#FAILED}.
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

    /** What was found. */
    private record Findings(Set<String> errors, List<String> warnings) {
        Findings() {
            this(new LinkedHashSet<>(), new ArrayList<>());
        }

        void add(Problem problem) {
            if (problem.severity() == Problem.Severity.ERROR) {
                errors.add(problem.message());
            } else {
                warnings.add(problem.message());
            }
        }

        void write(JsonStringWriter json) {
            json.array("errors");
            errors.forEach(json::value);
            json.end().array("warnings");
            warnings.forEach(json::value);
            json.end();
        }
    }

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        List<InputFile> inputs = InputFile.expand(inputOptions.operands, inputOptions.recursive, FileNames::isNacre);
        InputReader input = new InputReader(streams, limitOptions);
        try (OpenModels models = modelOptions.open(reporter)) {
            return Batch.run(reporter, inputs, InputFile::path, file -> {
                Findings findings = findings(file.path(), input, models, reporter);
                report(file.path(), findings, reporter);
                return findings.errors.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
            });
        }
    }

    private static void report(Path path, Findings findings, Reporter reporter) {
        if (reporter.json()) {
            reporter.object(path, findings.errors.isEmpty() ? "ok" : "failed", findings::write);
            return;
        }
        findings.errors.forEach(error -> reporter.result(Names.shown(path) + ": " + error));
        findings.warnings.forEach(warning -> reporter.result(Names.shown(path) + ": warning: " + warning));
        if (findings.errors.isEmpty()) {
            reporter.result(Names.shown(path) + ": valid");
        }
    }

    private static Findings findings(Path path, InputReader input, OpenModels models, Reporter reporter)
            throws IOException {
        Findings findings = new Findings();
        try {
            InputReader.NacreFile file = input.nacre(path);
            file.reader().verify().forEach(findings::add);
            findings.errors.addAll(symbolErrors(path, file, models, reporter));
        } catch (FormatException e) {
            findings.errors.add(e.getMessage()); // of the structure: nothing behind it can be looked at
        } catch (ModelException e) {
            findings.warnings.add("symbols were not decoded: " + e.getMessage());
        }
        return findings;
    }

    private static List<String> symbolErrors(
            Path path, InputReader.NacreFile file, OpenModels models, Reporter reporter) throws ModelException {
        ContainerReader reader = file.reader();
        if (file.kind() == Kind.PICTURE) {
            ImageDecoder decoder = new ImageDecoder(models.image(file.packId()));
            try (ProgressBar progress = reporter.progress(path)) {
                return decoder.check(reader, progress);
            }
        }
        SoundHeader header = reader.soundHeader();
        SoundDecoder decoder = new SoundDecoder(models.sound(file.packId()));
        try (ProgressBar progress = reporter.progress(path)) {
            return decoder.check(reader, progress.sound(OptionalLong.of(header.samples()), header.sampleRate()));
        }
    }
}
