package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import io.nacre.app.file.FileNames;
import io.nacre.app.pack.OpenModels;
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

/** Compares pictures by PSNR and MS-SSIM. */
final class PictureComparison implements Comparison {
    private final InputReader input;
    private final OpenModels models;
    private final Reporter reporter;

    PictureComparison(InputReader input, OpenModels models, Reporter reporter) {
        this.input = input;
        this.models = models;
        this.reporter = reporter;
    }

    /** A picture and, of a Nacre file, its rate. */
    private record Operand(Path path, RgbPicture picture, OptionalDouble bitsPerPixel) {}

    @Override
    public Result compare(Path first, Path second) throws IOException {
        boolean keepIcc = keepsIcc(first) || keepsIcc(second);
        Operand a = load(first, keepIcc);
        Operand b = load(second, keepIcc);
        if (a.picture.width() != b.picture.width() || a.picture.height() != b.picture.height()) {
            throw new CommandException(
                    ExitCode.BAD_DATA,
                    Names.shown(first) + " has " + a.picture.width() + " x " + a.picture.height() + " pixels, "
                            + Names.shown(second) + " " + b.picture.width() + " x " + b.picture.height());
        }
        double psnr = Psnr.of(a.picture.rgb(), b.picture.rgb());
        OptionalDouble msSsim = MsSsim.of(a.picture.rgb(), b.picture.rgb(), a.picture.width(), a.picture.height());
        return new Result(text(a, b, psnr, msSsim), json -> write(json, a, b, psnr, msSsim), psnr);
    }

    /** A file that keeps its profile is compared with samples of the same colour space, not with sRGB. */
    private boolean keepsIcc(Path path) throws IOException {
        try {
            return FileNames.isNacre(path)
                    && input.nacre(path).reader().header().iccKept();
        } catch (IOException e) {
            throw CommandException.about(path, e);
        }
    }

    private Operand load(Path path, boolean keepIcc) throws IOException {
        try {
            if (!FileNames.isNacre(path)) {
                RowSource rows = RowSource.of(input.picture(path, keepIcc).pixels());
                return new Operand(path, RgbPicture.of(rows), OptionalDouble.empty());
            }
            InputReader.NacreFile file = input.nacre(path);
            ImageDecoder decoder = new ImageDecoder(models.image(file.packId()));
            try (ProgressBar progress = reporter.progress(path);
                    DecodedImage image = decoder.decode(file.reader(), null, progress)) {
                return new Operand(path, RgbPicture.of(image), OptionalDouble.of(file.bitsPerPixel()));
            }
        } catch (IOException e) {
            throw CommandException.about(path, e);
        }
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
    private static void write(JsonStringWriter json, Operand a, Operand b, double psnr, OptionalDouble msSsim) {
        json.value("equal", Double.isInfinite(psnr))
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
        json.end();
    }
}
