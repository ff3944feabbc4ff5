package io.nacre.app.view.model;

import io.nacre.app.file.NewFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * What the window remembers from one time to the next. Reading never fails: what is missing or damaged takes its default. Not
 * thread-safe.
 */
public final class Settings {
    private static final int MAX_RECENT = 10;
    private static final String RECENT = "recent.";
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final Properties values = new Properties();
    private boolean changed;

    /** @param file where the settings are kept, or null to forget them */
    public Settings(Path file) {
        this.file = file;
        if (file != null && Files.isRegularFile(file)) {
            read();
        }
    }

    /** {@code $XDG_CONFIG_HOME/nacre/view.properties}, by default in {@code ~/.config}. */
    public static Path defaultFile() {
        String config = System.getenv("XDG_CONFIG_HOME");
        Path home = config == null || config.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(config);
        return home.resolve("nacre").resolve("view.properties");
    }

    private void read() {
        try {
            if (Files.size(file) <= MAX_BYTES) {
                try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    values.load(in);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            values.clear(); // damaged settings are no settings
        }
    }

    public String text(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    public double number(String key, double otherwise) {
        try {
            double value = Double.parseDouble(values.getProperty(key, ""));
            return Double.isFinite(value) ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    public boolean flag(String key, boolean otherwise) {
        return Boolean.parseBoolean(values.getProperty(key, Boolean.toString(otherwise)));
    }

    /** One of an enumeration's values, by its name in any case. */
    public <E extends Enum<E>> E choice(String key, E otherwise) {
        try {
            return Enum.valueOf(
                    otherwise.getDeclaringClass(), text(key, otherwise.name()).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** Remembers the text of a value. */
    public void put(String key, Object value) {
        changed |= !value.toString().equals(values.setProperty(key, value.toString()));
    }

    /** Files that were opened, the latest first. */
    public List<Path> recentFiles() {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < MAX_RECENT; i++) {
            String name = values.getProperty(RECENT + i);
            if (name != null) {
                try {
                    files.add(Path.of(name));
                } catch (InvalidPathException e) {
                    // A name from another system, or a damaged one.
                }
            }
        }
        return files;
    }

    /** Puts a file in front of those that were opened. */
    public void addRecent(Path opened) {
        List<Path> files = recentFiles();
        Path absolute = opened.toAbsolutePath().normalize();
        files.remove(absolute);
        files.add(0, absolute);
        for (int i = 0; i < Math.min(files.size(), MAX_RECENT); i++) {
            put(RECENT + i, files.get(i));
        }
    }

    public void clearRecent() {
        for (int i = 0; i < MAX_RECENT; i++) {
            changed |= values.remove(RECENT + i) != null;
        }
    }

    /**
     * Writes the settings if any has changed; the file is replaced whole.
     *
     * @throws IOException if the file can't be written
     */
    public void save() throws IOException {
        if (file == null || !changed) {
            return;
        }
        Files.createDirectories(file.getParent());
        try (NewFile out = NewFile.open(file, true)) {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out.stream(), StandardCharsets.UTF_8));
            values.store(writer, null);
            writer.flush();
            out.commit();
        }
        changed = false;
    }
}
