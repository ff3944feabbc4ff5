package io.nacre.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** File names: what they stand for and how they are shown. */
final class Names {
    static final String EXTENSION = "nacre";

    /** Extensions of the pictures that are taken from folders. */
    private static final Set<String> PICTURES = Set.of(
            "png", "jpg", "jpeg", "jpe", "jfif", "tif", "tiff", "webp", "gif", "bmp", "pnm", "ppm", "pgm", "pbm", "pam",
            "pfm", "psd", "tga", "pcx", "ico", "icns");

    /** Extensions of the sounds that are taken from folders. */
    private static final Set<String> SOUNDS =
            Set.of("wav", "wave", "w64", "rf64", "aif", "aiff", "aifc", "au", "snd", "flac");

    private static final Path STANDARD = Path.of("-");

    private Names() {}

    /** Whether the path is {@code -}: standard input or output. */
    static boolean isStandard(Path path) {
        return path.equals(STANDARD);
    }

    static boolean isNacre(Path path) {
        return extension(path).equals(EXTENSION);
    }

    static boolean isPicture(Path path) {
        return PICTURES.contains(extension(path));
    }

    static boolean isSound(Path path) {
        return SOUNDS.contains(extension(path));
    }

    /** Whether it is a picture or a sound of others. */
    static boolean isForeign(Path path) {
        return isPicture(path) || isSound(path);
    }

    /** In lower case, without the dot; empty if there is none. */
    static String extension(Path path) {
        Path name = path.getFileName();
        int dot = name == null ? -1 : name.toString().lastIndexOf('.');
        return dot <= 0 ? "" : name.toString().substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The same path with another extension, which is put behind where there is none. */
    static Path withExtension(Path path, String extension) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return path.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + "." + extension);
    }

    /** For messages: in quotes if a reader could mistake where it ends. */
    static String shown(Path path) {
        String name = path.toString();
        boolean odd = name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\'' || c == 127);
        return odd ? "\"" + oneLine(name) + "\"" : name;
    }

    /** Names and metadata come from strangers: control characters must not reach the terminal. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return line.toString();
    }
}
