package io.nacre.app.eval;

import io.nacre.app.picture.RgbPicture;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.ImageOutput;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.codec.raster.RowSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The pictures of a folder, brought into the form in which all codecs get them. */
final class ItemFolder {
    private static final int MAX_STEM = 40;

    private ItemFolder() {}

    /**
     * Reads all pictures of a folder and of those below, in the order of their names; writes their originals. Files that
     * are no pictures are left out with a warning; hidden ones and links to folders without. 16 bits are rounded to 8,
     * colours converted to sRGB, and
     * what is transparent shows white.
     *
     * @param pictures folder below which each item gets one of its own
     * @param skipped folder that is not looked into, absolute
     * @param warnings receives a sentence for each picture that is not taken as it is
     * @throws IOException if the folder can't be listed or has no picture
     */
    static List<Item> prepare(Path folder, Path pictures, Path skipped, List<String> warnings) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Item> items = new ArrayList<>();
        for (Path file : files(folder, skipped)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            Pixels pixels;
            try {
                pixels = ImageInput.load(file, ImageInputOptions.DEFAULT).pixels();
            } catch (IOException e) {
                warnings.add(
                        name + " is left out: " + String.valueOf(e.getMessage()).replace(file + ": ", ""));
                continue;
            }
            if (pixels.alpha()) {
                warnings.add(name + " has transparency, which is measured as white.");
            }
            items.add(item(name, sha256(file), RgbPicture.of(RowSource.of(pixels)), pictures));
        }
        if (items.isEmpty()) {
            throw new IOException(folder + " has no picture that can be read");
        }
        return items;
    }

    private static List<Path> files(Path folder, Path skipped) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toAbsolutePath().startsWith(skipped))
                    .filter(file -> !hidden(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) { // a folder below can't be listed
            throw e.getCause();
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Item item(String name, String sha256, RgbPicture picture, Path pictures) throws IOException {
        Path original =
                pictures.resolve(slug(name) + "-" + sha256.substring(0, 8)).resolve("original.png");
        Files.createDirectories(original.getParent());
        writePng(picture, original);
        return new Item(name, sha256, picture.width(), picture.height(), original);
    }

    static void writePng(RgbPicture picture, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ImageOutput.write(RowSource.of(picture.pixels()), out, "png", Metadata.NONE);
        }
    }

    /** The name's last part without extension, in letters that every file system takes. */
    private static String slug(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        String stem = (dot <= 0 ? last : last.substring(0, dot)).toLowerCase(Locale.ROOT);
        stem = stem.replaceAll("[^a-z0-9]+", "-");
        return stem.substring(0, Math.min(stem.length(), MAX_STEM));
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
