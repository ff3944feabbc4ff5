package io.nacre.app.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What file names promise about their contents. */
public final class FileNames {
    /** Extension of Nacre files, without the dot. */
    public static final String EXTENSION = "nacre";

    /** Extensions of the pictures that are taken from folders. */
    private static final Set<String> PICTURES = Set.of(
            "png", "jpg", "jpeg", "jpe", "jfif", "tif", "tiff", "webp", "gif", "bmp", "pnm", "ppm", "pgm", "pbm", "pam",
            "pfm", "psd", "tga", "pcx", "ico", "icns");

    /** Extensions of the sounds that are taken from folders. */
    private static final Set<String> SOUNDS = Set.of(
            "wav", "wave", "w64", "rf64", "aif", "aiff", "aifc", "au", "snd", "flac", "mp3", "mp2", "m4a", "m4b", "aac",
            "ogg", "oga", "opus", "spx", "mka", "wma", "wv", "ape", "tta", "mpc", "caf", "amr", "dsf");

    private FileNames() {}

    public static boolean isNacre(Path path) {
        return extension(path).equals(EXTENSION);
    }

    public static boolean isPicture(Path path) {
        return PICTURES.contains(extension(path));
    }

    public static boolean isSound(Path path) {
        return SOUNDS.contains(extension(path));
    }

    /** Whether it is a picture or a sound of others. */
    public static boolean isForeign(Path path) {
        return isPicture(path) || isSound(path);
    }

    /** In lower case, without the dot; empty if there is none. */
    public static String extension(Path path) {
        Path name = path.getFileName();
        int dot = name == null ? -1 : name.toString().lastIndexOf('.');
        return dot <= 0 ? "" : name.toString().substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The same path with another extension, which is put behind where there is none. */
    public static Path withExtension(Path path, String extension) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return path.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + "." + extension);
    }

    /** Names and metadata come from strangers: control characters must not reach a terminal or break a line. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return line.toString();
    }
}
