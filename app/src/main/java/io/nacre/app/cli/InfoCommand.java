package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import io.nacre.app.file.FileNames;
import io.nacre.codec.container.BoxInfo;
import io.nacre.codec.container.Kind;
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
        List<InputFile> inputs = InputFile.expand(inputOptions.operands, inputOptions.recursive, FileNames::isNacre);
        InputReader input = new InputReader(streams, limitOptions);
        PackLibrary library = modelOptions.library();
        return Batch.run(reporter, inputs, InputFile::path, file -> {
            InputReader.NacreFile nacre = input.nacre(file.path());
            Description description =
                    nacre.kind() == Kind.SOUND ? new SoundDescription(nacre) : new PictureDescription(nacre);
            Optional<String> pack = packName(library, nacre.packId());
            if (reporter.json()) {
                reporter.object(file.path(), "ok", json -> write(json, nacre, description, pack));
            } else {
                reporter.result(text(file.path(), nacre, description, pack));
            }
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

    private static String text(Path path, InputReader.NacreFile file, Description description, Optional<String> pack) {
        StringBuilder text = new StringBuilder();
        line(text, "%s  %,d bytes, %s", Names.shown(path), file.bytes(), description.rate());
        description.lines().forEach(line -> line(text, "  %s", line));
        line(text, "  pack      %s %s", file.packId(), FileNames.oneLine(pack.orElse("(not installed)")));
        line(text, "  %12s %12s  box", "offset", "bytes");
        for (BoxInfo box : file.reader().boxes()) {
            line(text, "  %,12d %,12d  %s%s", box.offset(), box.length(), box.type(), box.intact() ? "" : " (damaged)");
        }
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private static void write(
            JsonStringWriter json, InputReader.NacreFile file, Description description, Optional<String> pack) {
        json.value("kind", file.kind().toString()).value("bytes", file.bytes());
        description.write(json);
        json.value("packId", file.packId().toString())
                .value("pack", pack.orElse(null))
                .array("boxes");
        for (BoxInfo box : file.reader().boxes()) {
            json.object()
                    .value("type", box.type())
                    .value("offset", box.offset())
                    .value("bytes", box.length())
                    .value("intact", box.intact())
                    .end();
        }
        json.end();
    }
}
