package io.nacre.app.cli;

import com.grack.nanojson.JsonWriter;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.ImageEncoder;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.Metadata;
import io.nacre.models.ModelPack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nacre encode}: pictures into Nacre files. */
@Command(
        description = "Encode pictures.",
        footer = {"", "With two operands the second is the output if it ends in .nacre or is -."})
final class EncodeCommand extends AbstractCommand {
    @Mixin
    private InputOptions inputOptions;

    @Mixin
    private OutputOptions outputOptions;

    @ArgGroup
    private TargetOptions targetOptions;

    @Option(
            names = "--tile",
            defaultValue = "" + EncodeOptions.DEFAULT_TILE_SIZE,
            paramLabel = "N",
            description = "Side of a coding tile, a multiple of 64. Default: ${DEFAULT-VALUE}.")
    private int tileSize;

    @Option(names = "--keep-icc", description = "Keep the colour profile instead of converting to sRGB.")
    private boolean keepIcc;

    @Option(names = "--strip", description = "Leave EXIF and XMP out.")
    private boolean strip;

    @Option(
            names = "--pack",
            defaultValue = "image-fidelity",
            paramLabel = "NAME",
            description = "Model pack. Default: ${DEFAULT-VALUE}.")
    private String pack;

    @Mixin
    private ModelOptions modelOptions;

    @Mixin
    private LimitOptions limitOptions;

    EncodeCommand(Streams streams) {
        super(streams);
    }

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        EncodeOptions options = options();
        Operands operands = Operands.ofEncode(inputOptions.operands);
        List<InputFile> inputs = InputFile.expand(operands.inputs(), inputOptions.recursive, Names::isPicture);
        List<Job> jobs = JobPlan.of(inputs, operands.output(), outputOptions, Names.EXTENSION);
        refuseJsonBesideBinary(jobs, reporter);
        try (OpenModels models = modelOptions.open(reporter)) {
            ModelPack sender = modelOptions.library().byName(pack);
            return Batch.run(reporter, jobs, Job::input, job -> encode(job, options, sender, models, reporter));
        }
    }

    private EncodeOptions options() throws CommandException {
        try {
            return new EncodeOptions(TargetOptions.target(targetOptions), tileSize);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    private ExitCode encode(Job job, EncodeOptions options, ModelPack sender, OpenModels models, Reporter reporter)
            throws IOException {
        long start = System.nanoTime();
        ImageInput.Loaded picture = new InputReader(streams, limitOptions).picture(job.input(), keepIcc);
        picture.notes().forEach(note -> reporter.note(job.input(), note));
        Metadata all = picture.metadata();
        Metadata metadata = strip ? new Metadata(null, all.icc(), null) : all;
        byte[] file;
        try (OutputFile output = outputOptions.open(job.output(), streams)) {
            ImageEncoder encoder = new ImageEncoder(models.of(sender));
            try (ProgressBar progress = reporter.progress(job.input())) {
                file = encoder.encode(picture.pixels(), metadata, options, progress);
            }
            output.stream().write(file);
            output.commit();
        }
        report(job, file, (System.nanoTime() - start) / 1e9, reporter);
        return ExitCode.OK;
    }

    private void report(Job job, byte[] file, double seconds, Reporter reporter) throws IOException {
        Limits own = Limits.DEFAULT.withPixels(Long.MAX_VALUE).withSide(Integer.MAX_VALUE);
        ImageHeader header = ContainerReader.open(ByteBuffer.wrap(file), own).header();
        double bitsPerPixel = 8.0 * file.length / header.width() / header.height();
        double quality = 100.0 * header.quality() / ImageHeader.MAX_QUALITY;
        reporter.message(String.format(
                Locale.ROOT,
                "%s -> %s  %,d bytes, %.2f bpp, quality %.1f, %.1f s",
                Names.shown(job.input()),
                Names.shown(job.output()),
                file.length,
                bitsPerPixel,
                quality,
                seconds));
        if (reporter.json()) {
            reporter.result(JsonWriter.string()
                    .object()
                    .value("input", job.input().toString())
                    .value("status", "ok")
                    .value("output", job.output().toString())
                    .value("width", header.width())
                    .value("height", header.height())
                    .value("bytes", file.length)
                    .value("bitsPerPixel", bitsPerPixel)
                    .value("quality", quality)
                    .value("seconds", seconds)
                    .end()
                    .done());
        }
    }
}
