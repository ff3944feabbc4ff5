package io.nacre.app.eval;

import io.nacre.app.eval.codec.Medium;
import io.nacre.app.picture.RgbPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decoded pictures for the report's viewer, as PNG in the output folder: of each item and codec those whose rates are
 * nearest to 0.25, 0.5 and 1 bit per pixel, by ratio. Which ones these are is only known at the end: a picture goes when a
 * nearer one comes. Thread-safe.
 */
final class DecodedPictures implements Keeper<RgbPicture> {
    private final Medium<RgbPicture> medium;
    private final Map<Path, Kept> folders = new ConcurrentHashMap<>();

    DecodedPictures(Medium<RgbPicture> medium) {
        this.medium = medium;
    }

    /** Writes the picture if it is among the nearest so far. */
    @Override
    public void add(Item item, String codec, String setting, double bpp, RgbPicture decoded) throws IOException {
        kept(item, codec).add(setting, bpp, decoded);
    }

    @Override
    public void addEarlier(Item item, String codec, String setting, double bpp) {
        kept(item, codec).note(setting, bpp);
    }

    @Override
    public Path find(Item item, String codec, String setting) {
        return kept(item, codec).find(setting);
    }

    private Kept kept(Item item, String codec) {
        return folders.computeIfAbsent(folder(item, codec), folder -> new Kept(folder, medium));
    }

    private static Path folder(Item item, String codec) {
        return item.original().resolveSibling(codec);
    }

    /** What is kept of one item and codec. */
    private static final class Kept {
        private final Path folder;
        private final Medium<RgbPicture> medium;
        private final Map<String, Double> rates = new TreeMap<>();

        Kept(Path folder, Medium<RgbPicture> medium) {
            this.folder = folder;
            this.medium = medium;
        }

        synchronized void note(String setting, double bpp) {
            rates.put(setting, bpp);
        }

        synchronized void add(String setting, double bpp, RgbPicture decoded) throws IOException {
            Set<String> before = nearest();
            rates.put(setting, bpp);
            Set<String> after = nearest();
            if (after.contains(setting)) {
                write(setting, decoded);
            }
            before.removeAll(after);
            for (String gone : before) {
                Files.deleteIfExists(folder.resolve(gone + ".png"));
            }
        }

        /** A file of that name may also be left from a run with another codec. */
        synchronized Path find(String setting) {
            Path file = folder.resolve(setting + ".png");
            return nearest().contains(setting) && Files.isRegularFile(file) ? file : null;
        }

        private Set<String> nearest() {
            Set<String> nearest = new HashSet<>();
            for (double rate : EvalRun.VIEWED_RATES) {
                rates.keySet().stream()
                        .min(Comparator.comparingDouble(setting -> Math.abs(Math.log(rates.get(setting) / rate))))
                        .ifPresent(nearest::add);
            }
            return nearest;
        }

        private void write(String setting, RgbPicture decoded) throws IOException {
            Files.createDirectories(folder);
            Path temporary = folder.resolve(setting + ".tmp");
            medium.write(decoded, "png", temporary);
            Files.move(temporary, folder.resolve(setting + ".png"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
