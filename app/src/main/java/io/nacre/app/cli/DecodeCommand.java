package io.nacre.app.cli;

import io.nacre.app.file.FileNames;
import io.nacre.app.pack.OpenModels;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Kind;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nacre decode}: Nacre files into pictures and sounds. */
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
            description =
                    "png, jpg, tif, bmp, ppm or pam; wav for sounds. Default: by the output's name, else png or wav.")
    private OutputFormat format;

    @Option(
            names = "--crop",
            converter = CropConverter.class,
            paramLabel = "X,Y,W,H",
            description = "Pictures: decode this part only, in pixels.")
    private Rectangle crop;

    @Option(
            names = "--scale",
            converter = Scale.Converter.class,
            paramLabel = "SCALE",
            description = "Pictures: 1/2, 1/4 or 1/8: average after decoding.")
    private Scale scale;

    @Option(
            names = "--bits",
            converter = SampleBits.Converter.class,
            paramLabel = "BITS",
            description = "Sounds: 16, 24 or 32f (floating point) a sample. Default: what the file suggests.")
    private SampleBits bits;

    @Option(
            names = "--start",
            converter = Time.Converter.class,
            paramLabel = "TIME",
            description = "Sounds: begin here, in seconds or h:m:s, decimals allowed.")
    private Time start;

    @Option(
            names = "--duration",
            converter = Time.Converter.class,
            paramLabel = "TIME",
            description = "Sounds: decode no more than this.")
    private Time duration;

    @Option(
            names = "--salvage",
            description =
                    "Decode what is left of damaged files: lost tiles are filled from their neighbours, lost parts of"
                            + " sounds fade into silence. Ends with 7 if anything had to be made up.")
    private boolean salvage;

    @Mixin
    private ModelOptions modelOptions;

    @Mixin
    private LimitOptions limitOptions;

    private final Map<Kind, Decoding> decodings = new EnumMap<>(Kind.class);

    DecodeCommand(Streams streams) {
        super(streams);
    }

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        InputReader input = new InputReader(streams, limitOptions);
        Operands operands = Operands.ofDecode(inputOptions.operands);
        List<InputFile> inputs = InputFile.expand(operands.inputs(), inputOptions.recursive, FileNames::isNacre);
        List<Job> jobs = JobPlan.of(
                inputs,
                operands.output(),
                outputOptions,
                salvage ? input::kindOfSalvaged : input::kindOfNacre,
                kind -> OutputFormat.or(format, kind).extension());
        refuseJsonBesideBinary(jobs, reporter);
        try (OpenModels models = modelOptions.open(reporter)) {
            for (Job job : jobs) {
                if (job.kind() != null) {
                    decoding(job, job.kind(), models, reporter);
                } else {
                    formatOf(job, null); // wrong or right whatever the input is
                }
            }
            return Batch.run(reporter, jobs, Job::input, job -> decode(job, input, models, reporter));
        }
    }

    private Decoding decoding(Job job, Kind kind, OpenModels models, Reporter reporter) throws CommandException {
        Decoding decoding = decodings.get(kind);
        if (decoding == null) {
            decoding = newDecoding(job, kind, models, reporter);
            decodings.put(kind, decoding);
        }
        return decoding;
    }

    /** The first input of a kind shows which options do not belong to it, before any work begins. */
    private Decoding newDecoding(Job job, Kind kind, OpenModels models, Reporter reporter) throws CommandException {
        KindOptions options = new KindOptions(job.input(), kind);
        OutputFormat written = formatOf(job, kind);
        options.refuse(written.extension() + " as a format", written.kind() != kind);
        if (kind == Kind.PICTURE) {
            options.refuse("--bits", bits != null);
            options.refuse("--start", start != null);
            options.refuse("--duration", duration != null);
            return new PictureDecoding(written, crop, scale == null ? Scale.FULL : scale, salvage, models, reporter);
        }
        options.refuse("--crop", crop != null);
        options.refuse("--scale", scale != null);
        return new SoundDecoding(bits, start, duration, salvage, models, reporter);
    }

    /** All outputs of a kind have the same format: only a single one can be named. */
    private OutputFormat formatOf(Job job, Kind kind) throws CommandException {
        return format != null || Names.isStandard(job.output())
                ? OutputFormat.or(format, kind)
                : OutputFormat.of(job.output());
    }

    private ExitCode decode(Job job, InputReader input, OpenModels models, Reporter reporter) throws IOException {
        long begin = System.nanoTime();
        InputReader.NacreFile nacre = salvage ? input.salvage(job.input()) : input.nacre(job.input());
        Decoding decoding = decoding(job, nacre.kind(), models, reporter);
        ContainerReader file = nacre.reader();
        decoding.check(file);
        Outcome outcome;
        try (OutputFile output = outputOptions.open(job.output(), streams)) {
            outcome = decoding.decode(job, file, output.stream());
            output.commit();
        }
        reporter.done(job, outcome, (System.nanoTime() - begin) / 1e9);
        if (salvage) {
            Damage.report(file, outcome.losses(), job, reporter);
        }
        return outcome.losses().isEmpty() ? ExitCode.OK : ExitCode.SALVAGED;
    }
}
