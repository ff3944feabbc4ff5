package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import io.nacre.codec.container.BoxInfo;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.models.ModelException;
import io.nacre.models.PackId;
import io.nacre.models.PackLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nacre info}: what files say of themselves. Decodes nothing. */
@Command(description = "Show what Nacre files say of themselves.")
final class InfoCommand extends AbstractCommand {
    @Mixin
    private InputOptions inputOptions;

    @Mixin
    private LimitOptions limitOptions;

    @Mixin
    private ModelOptions modelOptions;

    InfoCommand(Streams streams) {
        super(streams);
    }

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        List<InputFile> inputs = InputFile.expand(inputOptions.operands, inputOptions.recursive, Names::isNacre);
        InputReader input = new InputReader(streams, limitOptions);
        PackLibrary library = modelOptions.library();
        return Batch.run(reporter, inputs, InputFile::path, file -> {
            InputReader.NacreFile nacre = input.nacre(file.path());
            Optional<String> pack = packName(library, nacre.reader().header().packId());
            reporter.result(reporter.json() ? json(file.path(), nacre, pack) : text(file.path(), nacre, pack));
            return ExitCode.OK;
        });
    }

    private static Optional<String> packName(PackLibrary library, PackId id) {
        try {
            return Optional.of(library.byId(id).manifest().name());
        } catch (ModelException e) {
            return Optional.empty();
        }
    }

    private static String text(Path path, InputReader.NacreFile file, Optional<String> pack) {
        ContainerReader reader = file.reader();
        ImageHeader header = reader.header();
        StringBuilder text = new StringBuilder();
        line(text, "%s  %,d bytes, %.3f bpp", Names.shown(path), file.bytes(), file.bitsPerPixel());
        line(
                text,
                "  picture   %d x %d pixels, %s%s, %d bits a sample, %s",
                header.width(),
                header.height(),
                header.grey() ? "grey" : "RGB",
                header.alpha() ? " with alpha" : "",
                header.sixteenBit() ? 16 : 8,
                header.iccKept() ? "colours by its ICC profile" : "sRGB");
        line(text, "  quality   %.1f", quality(header));
        line(text, "  pack      %s %s", header.packId(), Names.oneLine(pack.orElse("(not installed)")));
        line(text, "  tiles     %d of %d x %2$d pixels", reader.tileCount(), header.tileSize());
        line(
                text,
                "  metadata  EXIF %,d, ICC %,d, XMP %,d bytes",
                length(reader.exif()),
                length(reader.icc()),
                length(reader.xmp()));
        line(text, "  %12s %12s  box", "offset", "bytes");
        for (BoxInfo box : reader.boxes()) {
            line(text, "  %,12d %,12d  %s%s", box.offset(), box.length(), box.type(), box.intact() ? "" : " (damaged)");
        }
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static String json(Path path, InputReader.NacreFile file, Optional<String> pack) {
        ContainerReader reader = file.reader();
        ImageHeader header = reader.header();
        JsonStringWriter json = JsonWriter.string()
                .object()
                .value("input", path.toString())
                .value("status", "ok")
                .value("bytes", file.bytes())
                .value("bitsPerPixel", file.bitsPerPixel())
                .value("width", header.width())
                .value("height", header.height())
                .value("grey", header.grey())
                .value("alpha", header.alpha())
                .value("bitsPerSample", header.sixteenBit() ? 16 : 8)
                .value("iccKept", header.iccKept())
                .value("quality", quality(header))
                .value("packId", header.packId().toString())
                .value("pack", pack.orElse(null))
                .value("tileSize", header.tileSize())
                .value("tiles", reader.tileCount())
                .object("metadata")
                .value("exif", length(reader.exif()))
                .value("icc", length(reader.icc()))
                .value("xmp", length(reader.xmp()))
                .end()
                .array("boxes");
        for (BoxInfo box : reader.boxes()) {
            json.object()
                    .value("type", box.type())
                    .value("offset", box.offset())
                    .value("bytes", box.length())
                    .value("intact", box.intact())
                    .end();
        }
        return json.end().end().done();
    }

    private static double quality(ImageHeader header) {
        return 100.0 * header.quality() / ImageHeader.MAX_QUALITY;
    }

    private static int length(Optional<byte[]> box) {
        return box.map(bytes -> bytes.length).orElse(0);
    }
}
