package io.nacre.app.cli;

import io.nacre.app.file.FileNames;
import io.nacre.codec.container.Kind;
import java.nio.file.Path;
import java.util.List;

/** Formats of pictures and sounds that are written. */
enum OutputFormat {
    PNG(Kind.PICTURE, "png"),
    JPG(Kind.PICTURE, "jpg", "jpeg"),
    TIF(Kind.PICTURE, "tif", "tiff"),
    BMP(Kind.PICTURE, "bmp"),
    PPM(Kind.PICTURE, "ppm", "pgm", "pnm"),
    PAM(Kind.PICTURE, "pam"),
    WAV(Kind.SOUND, "wav", "wave");

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes unmodifiable ones
    private final List<String> extensions;

    OutputFormat(Kind kind, String... extensions) {
        this.kind = kind;
        this.extensions = List.of(extensions);
    }

    /** What it holds. */
    Kind kind() {
        return kind;
    }

    /** The usual extension, which for pictures is also the name for {@link io.nacre.codec.raster.ImageOutput}. */
    String extension() {
        return extensions.get(0);
    }

    /**
     * The format that was asked for, else the usual one.
     *
     * @param asked or null
     * @param kind what the file holds, or null if that can't be told
     */
    static OutputFormat or(OutputFormat asked, Kind kind) {
        if (asked != null) {
            return asked;
        }
        return kind == Kind.SOUND ? WAV : PNG;
    }

    /**
     * The format that a file's name asks for.
     *
     * @throws CommandException if it asks for none of these
     */
    static OutputFormat of(Path file) throws CommandException {
        String extension = FileNames.extension(file);
        for (OutputFormat format : values()) {
            if (format.extensions.contains(extension)) {
                return format;
            }
        }
        throw new CommandException(
                ExitCode.USAGE,
                Names.shown(file) + ": the name tells no format that can be written;"
                        + " end it in .png, .jpg, .tif, .bmp, .ppm or .pam, for sounds in .wav, or choose with --format");
    }
}
