package io.nacre.app.view.queue;

import io.nacre.app.file.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides where outputs go: never where another input's output goes. Outputs are called {@code .nacre}, which inputs never
 * are, so that no input is in the way either. Thread-safe.
 */
final class OutputPlan {
    private final QueueSettings settings;
    private final Set<Path> replaceable;
    private final Map<Path, Path> inputOf = new HashMap<>();

    /** @param replaceable outputs that the user agreed to have replaced */
    OutputPlan(QueueSettings settings, Set<Path> replaceable) {
        this.settings = settings;
        this.replaceable = replaceable;
    }

    /**
     * Where an input's output goes.
     *
     * @param output to be written
     * @param occupied whether something is there already
     * @param permitted whether it may be written all the same
     */
    record Place(Path output, boolean occupied, boolean permitted) {}

    /** Decides, and keeps the place from the inputs that come after. */
    synchronized Place place(FoundInput input) {
        Path first = first(input);
        for (int number = 1; ; number++) {
            Path output = number == 1 ? first : numbered(first, number);
            Path real = real(output);
            boolean free = inputOf.getOrDefault(real, input.path()).equals(input.path()) && !Files.isDirectory(output);
            boolean occupied = Files.exists(output, LinkOption.NOFOLLOW_LINKS);
            if (free && !(occupied && settings.existing() == Existing.NUMBER)) {
                inputOf.put(real, input.path());
                boolean replaced = settings.existing() == Existing.REPLACE && replaceable.contains(real);
                return new Place(output, occupied, !occupied || replaced);
            }
        }
    }

    /** The same path for the same file, whatever it is called. */
    static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        try {
            return parent != null && Files.exists(parent)
                    ? parent.toRealPath().resolve(absolute.getFileName())
                    : absolute;
        } catch (IOException e) {
            return absolute; // it will fail, and be reported, when it is opened
        }
    }

    private Path first(FoundInput input) {
        Optional<Path> folder = settings.folder();
        Path relative =
                settings.keepStructure() ? input.relative() : input.relative().getFileName();
        Path place = folder.isPresent() ? folder.get().resolve(relative) : input.path();
        return FileNames.withExtension(place, FileNames.EXTENSION);
    }

    private static Path numbered(Path output, int number) {
        String name = output.getFileName().toString();
        String stem = name.substring(0, name.length() - FileNames.EXTENSION.length() - 1);
        return output.resolveSibling(stem + "-" + number + "." + FileNames.EXTENSION);
    }
}
