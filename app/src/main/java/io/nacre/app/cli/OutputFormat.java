package io.nacre.app.cli;

import java.nio.file.Path;
import java.util.List;

/** Picture formats that are written. */
enum OutputFormat {
    PNG("png"),
    JPG("jpg", "jpeg"),
    TIF("tif", "tiff"),
    BMP("bmp"),
    PPM("ppm", "pgm", "pnm"),
    PAM("pam");

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes unmodifiable ones
    private final List<String> extensions;

    OutputFormat(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** The usual extension, which is also the format's name for {@link io.nacre.codec.raster.ImageOutput}. */
    String extension() {
        return extensions.get(0);
    }

    /**
     * The format that a file's name asks for.
     *
     * @throws CommandException if it asks for none of these
     */
    static OutputFormat of(Path file) throws CommandException {
        String extension = Names.extension(file);
        for (OutputFormat format : values()) {
            if (format.extensions.contains(extension)) {
                return format;
            }
        }
        throw new CommandException(
                ExitCode.USAGE,
                Names.shown(file) + ": the name tells no format that can be written;"
                        + " end it in .png, .jpg, .tif, .bmp, .ppm or .pam, or choose with --format");
    }
}
