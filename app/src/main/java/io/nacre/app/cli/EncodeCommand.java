package io.nacre.app.cli;

import io.nacre.app.encode.Encoded;
import io.nacre.app.encode.Encoding;
import io.nacre.app.encode.PictureEncoding;
import io.nacre.app.encode.SoundEncoding;
import io.nacre.app.file.FileNames;
import io.nacre.app.pack.OpenModels;
import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.container.Kind;
import io.nacre.codec.image.EncodeOptions;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code nacre encode}: pictures and sounds into Nacre files. */
@Command(
        description = "Encode pictures and sounds.",
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
            paramLabel = "N",
            description = "Pictures: side of a coding tile, a multiple of 64. Default: "
                    + EncodeOptions.DEFAULT_TILE_SIZE + ".")
    private Integer tileSize;

    @Option(
            names = "--effort",
            converter = EffortConverter.class,
            paramLabel = "E",
            description =
                    "Pictures: 3 to 9 or max, how long to search for a smaller file of the same fidelity. Default: "
                            + EncodeOptions.MIN_EFFORT + ".")
    private Integer effort;

    @Option(names = "--keep-icc", description = "Pictures: keep the colour profile instead of converting to sRGB.")
    private boolean keepIcc;

    @Option(names = "--strip", description = "Leave EXIF and XMP out.")
    private boolean strip;

    @Option(
            names = "--group",
            paramLabel = "SECONDS",
            description =
                    "Sounds: length of a coding group, 1 to 256. Default: " + SoundOptions.DEFAULT_GROUP_SECONDS + ".")
    private Integer groupSeconds;

    @Option(
            names = "--pack",
            paramLabel = "NAME",
            description = "Model pack. Default: " + PictureEncoding.DEFAULT_PACK + ", for sounds "
                    + SoundEncoding.DEFAULT_PACK + ".")
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
        InputReader input = new InputReader(streams, limitOptions);
        Operands operands = Operands.ofEncode(inputOptions.operands);
        List<InputFile> inputs = InputFile.expand(operands.inputs(), inputOptions.recursive, FileNames::isForeign);
        List<Job> jobs =
                JobPlan.of(inputs, operands.output(), outputOptions, input::kindOfForeign, kind -> FileNames.EXTENSION);
        refuseJsonBesideBinary(jobs, reporter);
        try (OpenModels models = modelOptions.open(reporter)) {
            Map<Kind, Encoding> encodings = new EnumMap<>(Kind.class);
            for (Job job : jobs) {
                if (!encodings.containsKey(job.kind())) {
                    encodings.put(job.kind(), encoding(job, input, models));
                }
            }
            return Batch.run(reporter, jobs, Job::input, job -> encode(job, encodings.get(job.kind()), reporter));
        }
    }

    /** The first input of a kind shows which options do not belong to it, before any work begins. */
    private Encoding encoding(Job job, InputReader input, OpenModels models) throws CommandException {
        KindOptions options = new KindOptions(job.input(), job.kind());
        try {
            if (job.kind() == Kind.PICTURE) {
                options.refuse("--group", groupSeconds != null);
                int side = tileSize == null ? EncodeOptions.DEFAULT_TILE_SIZE : tileSize;
                EncodeOptions how = new EncodeOptions(TargetOptions.ofPicture(targetOptions, options), side)
                        .withEffort(effort == null ? EncodeOptions.MIN_EFFORT : effort);
                String name = pack == null ? PictureEncoding.DEFAULT_PACK : pack;
                return new PictureEncoding(input, how, keepIcc, strip, () -> models.image(name));
            }
            options.refuse("--tile", tileSize != null);
            options.refuse("--effort", effort != null);
            options.refuse("--keep-icc", keepIcc);
            int group = groupSeconds == null ? SoundOptions.DEFAULT_GROUP_SECONDS : groupSeconds;
            SoundOptions how = SoundOptions.DEFAULT
                    .withTarget(TargetOptions.ofSound(targetOptions, options))
                    .withGroupSeconds(group);
            String name = pack == null ? SoundEncoding.DEFAULT_PACK : pack;
            return new SoundEncoding(input, how, name, () -> models.sound(name));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    private ExitCode encode(Job job, Encoding encoding, Reporter reporter) throws IOException {
        long start = System.nanoTime();
        Encoded encoded;
        try (OutputFile output = outputOptions.open(job.output(), streams);
                EncodeReport report = new EncodeReport(job.input(), reporter)) {
            encoded = encoding.encode(job.input(), report);
            output.stream().write(encoded.file());
            output.commit();
        }
        reporter.done(job, EncodeReport.outcome(encoded), (System.nanoTime() - start) / 1e9);
        return ExitCode.OK;
    }

    static final class EffortConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                return value.equals("max") ? EncodeOptions.MAX_EFFORT : Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + value + "' is neither a number nor max");
            }
        }
    }
}
