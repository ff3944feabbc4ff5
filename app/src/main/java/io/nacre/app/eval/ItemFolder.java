package io.nacre.app.eval;

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

/** The items of a folder. */
final class ItemFolder {
    private static final int MAX_STEM = 40;

    private ItemFolder() {}

    /**
     * Prepares all items of a folder and of those below, in the order of their names. Files that are none are left out
     * with a warning; hidden ones and links to folders without.
     *
     * @param originals folder below which items may get folders of their own
     * @param skipped folder that is not looked into, absolute
     * @param warnings receives a sentence for each file that is not taken as it is
     * @throws IOException if the folder can't be listed or has no item
     */
    static List<Item> prepare(Path folder, Media<?> media, Path originals, Path skipped, List<String> warnings)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Item> items = new ArrayList<>();
        for (Path file : files(folder, skipped)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try {
                items.add(media.prepare(file, name, originals, warnings));
            } catch (IOException e) {
                warnings.add(
                        name + " is left out: " + String.valueOf(e.getMessage()).replace(file + ": ", ""));
            }
        }
        if (items.isEmpty()) {
            throw new IOException(folder + " has no " + media.medium().kind().noun() + " that can be read");
        }
        return items;
    }

    static List<Path> files(Path folder, Path skipped) throws IOException {
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

    /** A folder for what belongs to an item. */
    static Path folder(Path originals, String name, String sha256) {
        return originals.resolve(slug(name) + "-" + sha256.substring(0, 8));
    }

    /** The name's last part without extension, in letters that every file system takes. */
    private static String slug(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        String stem = (dot <= 0 ? last : last.substring(0, dot)).toLowerCase(Locale.ROOT);
        stem = stem.replaceAll("[^a-z0-9]+", "-");
        return stem.substring(0, Math.min(stem.length(), MAX_STEM));
    }

    static String sha256(Path file) throws IOException {
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
