package io.nacre.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goes through the files of a folder in the order of their names. Hidden files and folders are left out; links to folders
 * are not followed, so that there is no going round in circles.
 *
 * @param <E> what ends a walk early
 */
public final class FolderWalk<E extends Exception> {
    private final Path root;
    private final boolean recursive;
    private final Visitor<E> visitor;

    private FolderWalk(Path root, boolean recursive, Visitor<E> visitor) {
        this.root = root;
        this.recursive = recursive;
        this.visitor = visitor;
    }

    /**
     * Is shown what there is.
     *
     * @param <E> what ends the walk
     */
    public interface Visitor<E extends Exception> {
        /**
         * A regular file.
         *
         * @param relative its path from the folder where the walk began
         */
        void file(Path file, Path relative) throws E;

        /** A folder that can't be listed. */
        void unreadable(Path folder, IOException why) throws E;
    }

    /**
     * Walks.
     *
     * @param recursive whether to go into the folders of the folder
     */
    public static <E extends Exception> void walk(Path folder, boolean recursive, Visitor<E> visitor) throws E {
        new FolderWalk<>(folder, recursive, visitor).visit(folder);
    }

    private void visit(Path folder) throws E {
        for (Path entry : entries(folder)) {
            boolean hidden = entry.getFileName().toString().startsWith(".");
            if (!hidden && Files.isRegularFile(entry)) {
                visitor.file(entry, root.relativize(entry));
            } else if (!hidden && recursive && Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
                visit(entry);
            }
        }
    }

    private List<Path> entries(Path folder) throws E {
        try (Stream<Path> stream = Files.list(folder)) {
            return stream.sorted().toList();
        } catch (IOException e) {
            visitor.unreadable(folder, e);
            return List.of();
        }
    }
}
