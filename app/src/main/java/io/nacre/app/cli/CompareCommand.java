package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import io.nacre.app.picture.RgbPicture;
import io.nacre.codec.image.DecodedImage;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.codec.metrics.MsSsim;
import io.nacre.codec.metrics.Psnr;
import io.nacre.codec.raster.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nacre compare}: how near two pictures are. Transparency is not compared. */
@Command(
        description =
                "Measure how near two pictures are, on white where they are transparent; Nacre files are decoded.")
final class CompareCommand extends AbstractCommand {
    @Parameters(index = "0", paramLabel = "A", description = "Picture or Nacre file.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "Picture or Nacre file.")
    private Path second;

    @Option(names = "--threshold", paramLabel = "DB", description = "End with 1 if the PSNR is below this.")
    private Double threshold;

    @Mixin
    private ModelOptions modelOptions;

    @Mixin
    private LimitOptions limitOptions;

    CompareCommand(Streams streams) {
        super(streams);
    }

    /** A picture and, of a Nacre file, its rate. */
    private record Operand(Path path, RgbPicture picture, OptionalDouble bitsPerPixel) {}

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        Operand a;
        Operand b;
        try (OpenModels models = modelOptions.open(reporter)) {
            boolean keepIcc = keepsIcc(first) || keepsIcc(second);
            a = load(first, keepIcc, models, reporter);
            b = load(second, keepIcc, models, reporter);
        }
        if (a.picture.width() != b.picture.width() || a.picture.height() != b.picture.height()) {
            throw new CommandException(
                    ExitCode.BAD_DATA,
                    Names.shown(first) + " has " + a.picture.width() + " x " + a.picture.height() + " pixels, "
                            + Names.shown(second) + " " + b.picture.width() + " x " + b.picture.height());
        }
        double psnr = Psnr.of(a.picture.rgb(), b.picture.rgb());
        OptionalDouble msSsim = MsSsim.of(a.picture.rgb(), b.picture.rgb(), a.picture.width(), a.picture.height());
        reporter.result(reporter.json() ? json(a, b, psnr, msSsim) : text(a, b, psnr, msSsim));
        return threshold != null && psnr < threshold ? ExitCode.FAILED : ExitCode.OK;
    }

    /** A file that keeps its profile is compared with samples of the same colour space, not with sRGB. */
    private boolean keepsIcc(Path path) throws IOException {
        try {
            InputReader input = new InputReader(streams, limitOptions);
            return Names.isNacre(path) && input.nacre(path).reader().header().iccKept();
        } catch (IOException e) {
            throw named(path, e);
        }
    }

    private Operand load(Path path, boolean keepIcc, OpenModels models, Reporter reporter) throws IOException {
        try {
            InputReader input = new InputReader(streams, limitOptions);
            if (!Names.isNacre(path)) {
                RowSource rows = RowSource.of(input.picture(path, keepIcc).pixels());
                return new Operand(path, RgbPicture.of(rows), OptionalDouble.empty());
            }
            InputReader.NacreFile file = input.nacre(path);
            ImageDecoder decoder =
                    new ImageDecoder(models.of(file.reader().header().packId()));
            try (ProgressBar progress = reporter.progress(path);
                    DecodedImage image = decoder.decode(file.reader(), null, progress)) {
                return new Operand(path, RgbPicture.of(image), OptionalDouble.of(file.bitsPerPixel()));
            }
        } catch (IOException e) {
            throw named(path, e);
        }
    }

    /** Names the operand in its error, since the command has two. */
    private static CommandException named(Path path, IOException e) {
        Failure failure = Failure.of(e, path.toString());
        return new CommandException(failure.exitCode(), Names.shown(path) + ": " + failure.message(), e);
    }

    private static String text(Operand a, Operand b, double psnr, OptionalDouble msSsim) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "PSNR     %.3f dB", psnr));
        text.append(System.lineSeparator()).append("MS-SSIM  ");
        if (msSsim.isPresent()) {
            double value = msSsim.getAsDouble();
            text.append(String.format(Locale.ROOT, "%.5f (%.3f dB)", value, MsSsim.decibels(value)));
        } else {
            text.append("needs ").append(MsSsim.MIN_SIDE).append(" pixels a side");
        }
        for (Operand operand : new Operand[] {a, b}) {
            operand.bitsPerPixel.ifPresent(rate -> text.append(System.lineSeparator())
                    .append(String.format(Locale.ROOT, "rate     %.4f bpp, %s", rate, Names.shown(operand.path))));
        }
        return text.toString();
    }

    /** JSON has no infinity: the PSNR of equal pictures is null. */
    private static String json(Operand a, Operand b, double psnr, OptionalDouble msSsim) {
        JsonStringWriter json = JsonWriter.string()
                .object()
                .value("status", "ok")
                .value("equal", Double.isInfinite(psnr))
                .value("psnr", Double.isInfinite(psnr) ? null : (Double) psnr)
                .value("msSsim", msSsim.isPresent() ? (Double) msSsim.getAsDouble() : null)
                .array("inputs");
        for (Operand operand : new Operand[] {a, b}) {
            json.object()
                    .value("input", operand.path.toString())
                    .value("width", operand.picture.width())
                    .value("height", operand.picture.height());
            if (operand.bitsPerPixel.isPresent()) {
                json.value("bitsPerPixel", operand.bitsPerPixel.getAsDouble());
            }
            json.end();
        }
        return json.end().end().done();
    }
}
