package io.nacre.app.cli;

import io.nacre.app.file.FileNames;
import io.nacre.app.pack.OpenModels;
import io.nacre.app.sound.AlignedPair;
import io.nacre.app.sound.SpectrogramPlot;
import io.nacre.codec.container.Kind;
import io.nacre.codec.raster.BufferedImagePixels;
import io.nacre.codec.raster.ImageOutput;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.RowSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nacre compare}: how near two pictures or two sounds are. Transparency is not compared. */
@Command(
        description = {
            "Measure how near two pictures are, on white where they are transparent, or how near a sound is to its"
                    + " original. Nacre files are decoded."
        })
final class CompareCommand extends AbstractCommand {
    @Parameters(index = "0", paramLabel = "A", description = "Picture, sound or Nacre file; of sounds the original.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "Picture, sound or Nacre file.")
    private Path second;

    @Option(
            names = "--threshold",
            paramLabel = "DB",
            description = "End with 1 if the PSNR, of sounds the SI-SDR, is below this.")
    private Double threshold;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Sounds: paint the spectrograms of both and their difference, as PNG.")
    private Path plot;

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite a plot that exists.")
    private boolean force;

    @Mixin
    private ModelOptions modelOptions;

    @Mixin
    private LimitOptions limitOptions;

    CompareCommand(Streams streams) {
        super(streams);
    }

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        InputReader input = new InputReader(streams, limitOptions);
        Kind kind = kind(input);
        Comparison.Result result;
        try (OpenModels models = modelOptions.open(reporter);
                OutputFile output = plot == null ? null : OutputFile.open(plot, force, false, streams)) {
            Comparison comparison = kind == Kind.PICTURE
                    ? new PictureComparison(input, models, reporter)
                    : new SoundComparison(input, models, reporter, pair -> paint(pair, output));
            result = comparison.compare(first, second);
        }
        if (reporter.json()) {
            reporter.object(json -> {
                json.value("status", "ok");
                result.fields().accept(json);
            });
        } else {
            reporter.result(result.text());
        }
        return threshold != null && !(result.decibels() >= threshold) ? ExitCode.FAILED : ExitCode.OK;
    }

    private Kind kind(InputReader input) throws IOException {
        Kind a = kind(first, input);
        Kind b = kind(second, input);
        if (a != b) {
            throw new CommandException(
                    ExitCode.BAD_DATA, Names.shown(first) + " is a " + a + ", " + Names.shown(second) + " a " + b);
        }
        new KindOptions(first, a).refuse("--plot", plot != null && a == Kind.PICTURE);
        return a;
    }

    private static Kind kind(Path path, InputReader input) throws IOException {
        try {
            return FileNames.isNacre(path) ? input.nacre(path).kind() : input.kindOfForeign(path);
        } catch (IOException e) {
            throw CommandException.about(path, e);
        }
    }

    private void paint(AlignedPair pair, OutputFile output) throws IOException {
        if (output == null) {
            return;
        }
        try {
            BufferedImage image = SpectrogramPlot.paint(pair, Names.shown(first), Names.shown(second));
            RowSource rows = RowSource.of(BufferedImagePixels.of(image));
            ImageOutput.write(rows, output.stream(), OutputFormat.PNG.extension(), Metadata.NONE);
            output.commit();
        } catch (InternalError | LinkageError | IllegalStateException e) { // in each of these ways the JDK says it
            throw new CommandException(ExitCode.FAILED, "there is no font to paint the plot with; install one", e);
        }
    }
}
