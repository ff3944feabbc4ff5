package io.nacre.app.eval.codec;

import io.nacre.app.eval.codec.CodecInfo.MissingTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A codec that is run by its own command-line tools. Thread-safe. */
final class ExternalCodec<M> implements Codec<M> {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");
    private static final int MAX_VERSION = 160;

    private final CodecSpec spec;
    private final Medium<M> medium;
    private final CodecInfo info;
    private final Path encoder;
    private final Path decoder;
    private final ToolRunner runner;

    private ExternalCodec(
            CodecSpec spec, Medium<M> medium, CodecInfo info, Path encoder, Path decoder, ToolRunner runner) {
        this.spec = spec;
        this.medium = medium;
        this.info = info;
        this.encoder = encoder;
        this.decoder = decoder;
        this.runner = runner;
    }

    /** Opens a codec whose programs are all there. */
    static <M> ExternalCodec<M> open(CodecSpec spec, Medium<M> medium, ToolFinder finder, ToolRunner runner)
            throws IOException, InterruptedException {
        String version = version(spec, finder, runner);
        String revision = Revision.of(List.of(
                version, spec.encode().words().toString(), spec.decode().words().toString(), spec.input()));
        return new ExternalCodec<>(
                spec,
                medium,
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
    public Coded<M> code(Source<M> item, String setting, Path work)
            throws CodecException, IOException, InterruptedException {
        String source = item.file(spec.input()).toString();
        Path coded = work.resolve("coded." + spec.extension());
        String value = spec.value(setting);
        Cost encode = runner.run(
                spec.encode().fill(encoder, Map.of("in", source, "out", coded.toString(), "q", value)), work);
        long bytes = length(coded, spec.encode());
        Path decoded = work.resolve("decoded." + spec.output());
        Cost decode = runner.run(
                spec.decode().fill(decoder, Map.of("in", coded.toString(), "out", decoded.toString())), work);
        length(decoded, spec.decode());
        return new Coded<>(bytes, read(decoded, item.content()), encode, decode);
    }

    private static long length(Path file, CommandTemplate command) throws CodecException, IOException {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            throw new CodecException(command.program() + " wrote nothing");
        }
        return Files.size(file);
    }

    private M read(Path decoded, M source) throws CodecException {
        M item;
        try {
            item = medium.read(decoded);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage()).replace(decoded.getParent() + "/", "");
            throw new CodecException("what " + spec.decode().program() + " wrote can't be read: " + why, e);
        }
        String mismatch = medium.mismatch(source, item);
        if (mismatch != null) {
            throw new CodecException(spec.decode().program() + " gave back " + mismatch);
        }
        return item;
    }
}
