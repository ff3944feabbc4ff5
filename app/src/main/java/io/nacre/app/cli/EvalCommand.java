package io.nacre.app.cli;

import io.nacre.app.eval.Baseline;
import io.nacre.app.eval.CurvesCsv;
import io.nacre.app.eval.EvalOptions;
import io.nacre.app.eval.EvalOptions.Existing;
import io.nacre.app.eval.EvalProgress;
import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Evaluation;
import io.nacre.app.eval.Media;
import io.nacre.app.eval.Metric;
import io.nacre.app.eval.Pictures;
import io.nacre.app.eval.RegressionGate;
import io.nacre.app.eval.ReportWriter;
import io.nacre.app.eval.Sounds;
import io.nacre.app.eval.SummaryJson;
import io.nacre.app.eval.codec.CodecCatalog;
import io.nacre.app.eval.codec.MediaKind;
import io.nacre.app.eval.report.HtmlReport;
import io.nacre.app.file.FileNames;
import io.nacre.app.pack.OpenModels;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code nacre eval}: rate and distortion of Nacre and of the codecs that are installed. */
@Command(
        description =
                "Measure rate, distortion and speed of Nacre and other codecs on a folder of pictures or of sounds.",
        footer = {
            "",
            "Stop it when you like: --resume goes on. Other codecs are run by their own tools where these are installed;"
                    + " --add describes more of them."
        })
final class EvalCommand extends AbstractCommand {
    private static final List<ReportWriter> WRITERS = List.of(new CurvesCsv(), new SummaryJson(), new HtmlReport());

    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            description = "Pictures, or sounds if it has no pictures; those in folders below count as well.")
    private Path folder;

    @Option(
            names = "--codecs",
            split = ",",
            paramLabel = "NAME",
            description =
                    "nacre, nacre-PACK for another pack, or jpeg, webp, avif, jxl, heic, jpeg2000, for sounds opus, mp3,"
                            + " vorbis, codec2, or one preset of them such as avif-444. Default: all.")
    private List<String> names;

    @Option(
            names = "--add",
            paramLabel = "FILE",
            description = "JSON file of more codecs, in the form of the codecs.json that Nacre ships.")
    private List<Path> files = List.of();

    @Option(
            names = "--metrics",
            split = ",",
            paramLabel = "NAME",
            converter = MetricConverter.class,
            description = "Metrics to take. Default: all.")
    private List<Metric> metrics;

    @Option(
            names = "--points",
            defaultValue = "0",
            paramLabel = "N",
            description = "Most settings a codec, at least 4 for Bjontegaard deltas. Default: all of its sweep.")
    private int points;

    @Option(
            names = {"-d", "--out"},
            defaultValue = "nacre-eval",
            paramLabel = "DIR",
            description = "Folder for the results. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--jobs",
            defaultValue = "1",
            paramLabel = "N",
            description = "Codings at a time; times mean something with 1 only. Default: ${DEFAULT-VALUE}.")
    private int jobs;

    @Option(names = "--resume", description = "Keep the results that are there and make the others.")
    private boolean resume;

    @Option(
            names = {"-f", "--force"},
            description = "Replace results and baselines that are there.")
    private boolean force;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "Longest time for one encoding or decoding by a tool. Default: 120.")
    private Integer timeLimit;

    @Option(
            names = "--anchor",
            paramLabel = "CODEC",
            description = "Codec that Bjontegaard deltas refer to. Default: jpeg-420 or opus-speech if it is run.")
    private String anchor;

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description =
                    "CSV of curves to compare with: codec, bpp (of sounds kbps) and columns named as the metrics.")
    private List<Path> references = List.of();

    @Option(
            names = "--check",
            paramLabel = "BASELINE",
            description = "End with 1 if a BD-rate against the curves of this file is above the tolerance.")
    private Path check;

    @Option(
            names = "--tolerance",
            defaultValue = "0.5",
            paramLabel = "PERCENT",
            description = "Default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "Store the curves for --check.")
    private Path baseline;

    @Mixin
    private ModelOptions modelOptions;

    EvalCommand(Streams streams) {
        super(streams);
    }

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        refuseNonsense();
        Baseline expected = check == null ? null : Baseline.read(check);
        CodecCatalog catalog = CodecCatalog.shipped();
        for (Path file : files) {
            catalog = catalog.with(file);
        }
        MediaKind kind = kind();
        List<Metric> measured = measured(kind);
        EvalRun run;
        try (OpenModels models = modelOptions.open(reporter);
                ProgressBar progress = reporter.progress(folder.toAbsolutePath().normalize())) {
            EvalCodecs codecs = new EvalCodecs(catalog, modelOptions.library(), models, jobs == 1);
            List<String> wanted = names == null ? codecs.all(kind) : names;
            Duration limit = timeLimit == null ? CodecCatalog.DEFAULT_LIMIT : Duration.ofSeconds(timeLimit);
            EvalProgress drawn = draw(progress, reporter);
            if (kind == MediaKind.PICTURE) {
                Pictures pictures = new Pictures();
                run = evaluate(pictures, measured, codecs.pictures(wanted, pictures.medium(), limit), drawn);
            } else {
                Sounds sounds = new Sounds();
                run = evaluate(sounds, measured, codecs.sounds(wanted, sounds.medium(), limit), drawn);
            }
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the evaluation was interrupted").initCause(e);
        }
        for (ReportWriter writer : WRITERS) {
            writer.write(run, out);
        }
        report(run, reporter);
        if (baseline != null) {
            try (OutputFile file = OutputFile.open(baseline, force, false, streams)) {
                file.stream().write(Baseline.of(run).toJson().getBytes(StandardCharsets.UTF_8));
                file.commit();
            }
        }
        return expected == null || passes(run, expected, reporter) ? ExitCode.OK : ExitCode.FAILED;
    }

    private void refuseNonsense() throws CommandException {
        if (points < 0 || points == 1 || jobs < 1 || (timeLimit != null && timeLimit < 1) || !(tolerance >= 0)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--points must be 0 or at least 2, --jobs and --time-limit at least 1, --tolerance not negative");
        }
        if (resume && force) {
            throw new CommandException(ExitCode.USAGE, "--resume and --force exclude each other");
        }
    }

    /** By the names of the files, since contents take long. */
    private MediaKind kind() throws IOException {
        List<Path> files = Evaluation.files(folder, out);
        boolean sounds =
                files.stream().anyMatch(FileNames::isSound) && files.stream().noneMatch(FileNames::isPicture);
        return sounds ? MediaKind.SOUND : MediaKind.PICTURE;
    }

    private List<Metric> measured(MediaKind kind) throws CommandException {
        if (metrics == null) {
            return Metric.of(kind);
        }
        for (Metric metric : metrics) {
            if (metric.kind() != kind) {
                throw new CommandException(
                        ExitCode.USAGE, metric.id() + " does not measure " + kind.noun() + "s; there are " + ids(kind));
            }
        }
        return metrics;
    }

    private static String ids(MediaKind kind) {
        return Metric.of(kind).stream().map(Metric::id).collect(Collectors.joining(", "));
    }

    private <M> EvalRun evaluate(
            Media<M> media, List<Metric> measured, CodecCatalog.Opened<M> opened, EvalProgress progress)
            throws IOException, InterruptedException {
        String usual = media.medium().kind() == MediaKind.PICTURE ? "jpeg-420" : "opus-speech";
        boolean run =
                opened.codecs().stream().anyMatch(codec -> codec.info().id().equals(usual));
        String chosen = anchor != null ? anchor : run ? usual : null;
        Existing existing = resume ? Existing.RESUME : force ? Existing.REPLACE : Existing.REFUSE;
        EvalOptions options = new EvalOptions(folder, out, points, measured, jobs, existing, chosen, references);
        return Evaluation.run(media, options, opened, Main.Version.text(), progress);
    }

    private static EvalProgress draw(ProgressBar bar, Reporter reporter) {
        return (done, total, remaining, last) -> {
            if (!last.ok()) {
                reporter.detail(last.codec() + " " + last.setting() + ": " + last.item() + ": " + last.failure());
            }
            long seconds = remaining.toSeconds();
            bar.draw(done, total, ", " + (seconds < 100 ? seconds + " s" : seconds / 60 + " min") + " left");
        };
    }

    private void report(EvalRun run, Reporter reporter) {
        run.warnings().forEach(warning -> reporter.message("warning: " + FileNames.oneLine(warning)));
        run.missing()
                .forEach(codec -> reporter.message(codec.id() + " is left out: there is no "
                        + codec.missing().program()
                        + (codec.missing().debianPackage() == null
                                ? ""
                                : " (Debian package " + codec.missing().debianPackage() + ")")));
        if (reporter.json()) {
            reporter.object(json -> json.value("status", "ok")
                    .value("output", out.toString())
                    .value("results", run.results().size())
                    .value("failures", run.failures()));
        } else {
            reporter.result(EvalTable.of(run));
        }
    }

    private boolean passes(EvalRun run, Baseline expected, Reporter reporter) {
        RegressionGate.Verdict verdict = RegressionGate.check(run, expected, tolerance);
        verdict.lines().forEach(verdict.passed() ? reporter::message : reporter::warning);
        return verdict.passed();
    }

    /** Finds metrics by their ids. */
    static final class MetricConverter implements ITypeConverter<Metric> {
        @Override
        public Metric convert(String id) {
            return Metric.byId(id)
                    .orElseThrow(() -> new TypeConversionException("there is no metric " + id
                            + "; there are "
                            + Arrays.stream(Metric.values()).map(Metric::id).collect(Collectors.joining(", "))));
        }
    }
}
