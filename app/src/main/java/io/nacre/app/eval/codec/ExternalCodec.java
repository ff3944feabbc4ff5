package io.nacre.app.eval.codec;

import io.nacre.app.eval.codec.CodecInfo.MissingTool;
import io.nacre.app.picture.RgbPicture;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.RowSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A codec that is run by its own command-line tools. Thread-safe. */
final class ExternalCodec implements PictureCodec {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");
    private static final int MAX_VERSION = 160;

    private final CodecSpec spec;
    private final CodecInfo info;
    private final Path encoder;
    private final Path decoder;
    private final ToolRunner runner;

    private ExternalCodec(CodecSpec spec, CodecInfo info, Path encoder, Path decoder, ToolRunner runner) {
        this.spec = spec;
        this.info = info;
        this.encoder = encoder;
        this.decoder = decoder;
        this.runner = runner;
    }

    /** Opens a codec whose programs are all there. */
    static ExternalCodec open(CodecSpec spec, ToolFinder finder, ToolRunner runner)
            throws IOException, InterruptedException {
        String version = version(spec, finder, runner);
        String revision = Revision.of(List.of(
                version, spec.encode().words().toString(), spec.decode().words().toString(), spec.input()));
        return new ExternalCodec(
                spec,
                info(spec, version, revision, null),
                finder.find(spec.encode().program()),
                finder.find(spec.decode().program()),
                runner);
    }

    /** A codec that can't be opened. */
    static CodecInfo missing(CodecSpec spec, String program) {
        return info(spec, null, null, new MissingTool(program, spec.debianPackage()));
    }

    private static CodecInfo info(CodecSpec spec, String version, String revision, MissingTool missing) {
        return new CodecInfo(
                spec.id(),
                spec.family(),
                spec.kind(),
                spec.title(),
                spec.preset(),
                spec.encode().words(),
                spec.decode().words(),
                List.copyOf(spec.settings().keySet()),
                version,
                revision,
                0,
                missing);
    }

    /** Tools tell their versions in many ways: the first line with something like 1.2 in it is taken. */
    private static String version(CodecSpec spec, ToolFinder finder, ToolRunner runner)
            throws IOException, InterruptedException {
        CommandTemplate command = spec.versionCommand();
        if (command == null) {
            return "unknown";
        }
        Path folder = Files.createTempDirectory("nacre-version");
        try {
            String output = runner.output(command.fill(finder.find(command.program()), Map.of()), folder);
            String line = output.lines()
                    .filter(text -> VERSION.matcher(text).find())
                    .findFirst()
                    .orElse("unknown")
                    .strip();
            return line.substring(0, Math.min(line.length(), MAX_VERSION));
        } finally {
            Folders.delete(folder);
        }
    }

    @Override
    public CodecInfo info() {
        return info;
    }

    @Override
    public Coded code(SourcePicture picture, String setting, Path work)
            throws CodecException, IOException, InterruptedException {
        String source = picture.file(spec.input()).toString();
        Path coded = work.resolve("coded." + spec.extension());
        String value = spec.settings().get(setting);
        Cost encode = runner.run(
                spec.encode().fill(encoder, Map.of("in", source, "out", coded.toString(), "q", value)), work);
        long bytes = length(coded, spec.encode());
        Path decoded = work.resolve("decoded." + spec.output());
        Cost decode = runner.run(
                spec.decode().fill(decoder, Map.of("in", coded.toString(), "out", decoded.toString())), work);
        length(decoded, spec.decode());
        return new Coded(bytes, read(decoded, picture.rgb()), encode, decode);
    }

    private static long length(Path file, CommandTemplate command) throws CodecException, IOException {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            throw new CodecException(command.program() + " wrote nothing");
        }
        return Files.size(file);
    }

    private RgbPicture read(Path decoded, RgbPicture source) throws CodecException {
        RgbPicture picture;
        try {
            picture = RgbPicture.of(RowSource.of(
                    ImageInput.load(decoded, ImageInputOptions.DEFAULT).pixels()));
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).replace(decoded.getParent() + "/", "");
            throw new CodecException("what " + spec.decode().program() + " wrote can't be read: " + why, e);
        }
        if (picture.width() != source.width() || picture.height() != source.height()) {
            throw new CodecException(spec.decode().program() + " gave back " + picture.width() + " x "
                    + picture.height() + " pixels of " + source.width() + " x " + source.height());
        }
        return picture;
    }
}
