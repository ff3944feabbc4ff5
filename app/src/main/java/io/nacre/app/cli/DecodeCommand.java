package io.nacre.app.cli;

import com.grack.nanojson.JsonWriter;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Problem;
import io.nacre.codec.image.DecodedImage;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.codec.raster.ImageOutput;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.RowSource;
import io.nacre.codec.raster.UnsupportedImageException;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nacre decode}: Nacre files into pictures. */
@Command(
        description = "Decode Nacre files.",
        footer = {"", "With two operands the second is the output if the first is a Nacre file or -."})
final class DecodeCommand extends AbstractCommand {
    @Mixin
    private InputOptions inputOptions;

    @Mixin
    private OutputOptions outputOptions;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "png, jpg, tif, bmp, ppm or pam. Default: by the output's name, else png.")
    private OutputFormat format;

    @Option(
            names = "--crop",
            converter = CropConverter.class,
            paramLabel = "X,Y,W,H",
            description = "Decode this part only, in pixels.")
    private Rectangle crop;

    @Option(
            names = "--scale",
            converter = Scale.Converter.class,
            defaultValue = "1",
            paramLabel = "SCALE",
            description = "1/2, 1/4 or 1/8: average after decoding.")
    private Scale scale;

    @Mixin
    private ModelOptions modelOptions;

    @Mixin
    private LimitOptions limitOptions;

    DecodeCommand(Streams streams) {
        super(streams);
    }

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        Operands operands = Operands.ofDecode(inputOptions.operands);
        List<InputFile> inputs = InputFile.expand(operands.inputs(), inputOptions.recursive, Names::isNacre);
        OutputFormat unnamed = format == null ? OutputFormat.PNG : format;
        List<Job> jobs = JobPlan.of(inputs, operands.output(), outputOptions, unnamed.extension());
        OutputFormat written = formatOf(jobs.get(0).output());
        refuseJsonBesideBinary(jobs, reporter);
        try (OpenModels models = modelOptions.open(reporter)) {
            return Batch.run(reporter, jobs, Job::input, job -> decode(job, written, models, reporter));
        }
    }

    /** All outputs have the same format: only a single one can be named. */
    private OutputFormat formatOf(Path output) throws CommandException {
        if (format != null) {
            return format;
        }
        return Names.isStandard(output) ? OutputFormat.PNG : OutputFormat.of(output);
    }

    private ExitCode decode(Job job, OutputFormat written, OpenModels models, Reporter reporter) throws IOException {
        long start = System.nanoTime();
        ContainerReader file =
                new InputReader(streams, limitOptions).nacre(job.input()).reader();
        requireCropInside(file.header());
        requireIntact(file);
        int width;
        int height;
        List<String> notes;
        try (OutputFile output = outputOptions.open(job.output(), streams)) {
            ImageDecoder decoder = new ImageDecoder(models.of(file.header().packId()));
            try (ProgressBar progress = reporter.progress(job.input());
                    DecodedImage image = decoder.decode(file, crop, progress)) {
                RowSource rows = scale.apply(image);
                width = rows.width();
                height = rows.height();
                notes = write(rows, output, written, metadata(file));
            }
            output.commit();
        }
        notes.forEach(note -> reporter.note(job.output(), note));
        report(job, width, height, (System.nanoTime() - start) / 1e9, reporter);
        return ExitCode.OK;
    }

    private void requireCropInside(ImageHeader header) throws CommandException {
        Rectangle whole = new Rectangle(header.width(), header.height());
        if (crop != null && (crop.isEmpty() || !whole.contains(crop))) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "the crop is not inside the picture of " + header.width() + " x " + header.height() + " pixels");
        }
    }

    /** Checksums take no time: a damaged file is found before the models are loaded. A crop needs not all tiles. */
    private void requireIntact(ContainerReader file) throws CommandException {
        if (crop != null) {
            return;
        }
        for (Problem problem : file.verify()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                throw new CommandException(ExitCode.BAD_DATA, problem.message());
            }
        }
    }

    private static Metadata metadata(ContainerReader file) {
        return new Metadata(
                file.exif().orElse(null), file.icc().orElse(null), file.xmp().orElse(null));
    }

    private static List<String> write(RowSource rows, OutputFile output, OutputFormat format, Metadata metadata)
            throws IOException {
        try {
            return ImageOutput.write(rows, output.stream(), format.extension(), metadata);
        } catch (UnsupportedImageException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, e.getMessage(), e);
        }
    }

    private void report(Job job, int width, int height, double seconds, Reporter reporter) {
        reporter.message(String.format(
                Locale.ROOT,
                "%s -> %s  %d x %d pixels, %.1f s",
                Names.shown(job.input()),
                Names.shown(job.output()),
                width,
                height,
                seconds));
        if (reporter.json()) {
            reporter.result(JsonWriter.string()
                    .object()
                    .value("input", job.input().toString())
                    .value("status", "ok")
                    .value("output", job.output().toString())
                    .value("width", width)
                    .value("height", height)
                    .value("seconds", seconds)
                    .end()
                    .done());
        }
    }
}
