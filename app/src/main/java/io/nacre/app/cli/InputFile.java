package io.nacre.app.cli;

import io.nacre.app.file.FolderWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One file to work on.
 *
 * @param path as it was named, or below a folder that was named; may be missing, which is found out when it is read
 * @param relative to the folder that was named, else the file's name
 */
record InputFile(Path path, Path relative) {
    /**
     * Replaces folders by the files in them, in the order of their names; hidden files and folders are left out.
     *
     * @param wanted which files are taken from folders; those that were named are taken anyway
     * @throws CommandException if a folder can't be listed or has no such file
     */
    static List<InputFile> expand(List<Path> operands, boolean recursive, Predicate<Path> wanted)
            throws CommandException {
        List<InputFile> files = new ArrayList<>();
        for (Path operand : operands) {
            if (!Names.isStandard(operand) && Files.isDirectory(operand)) {
                files.addAll(filesOf(operand, recursive, wanted));
            } else {
                files.add(new InputFile(operand, operand.getFileName()));
            }
        }
        return files;
    }

    private static List<InputFile> filesOf(Path folder, boolean recursive, Predicate<Path> wanted)
            throws CommandException {
        List<InputFile> files = new ArrayList<>();
        FolderWalk.walk(folder, recursive, new Wanted(wanted, files));
        if (files.isEmpty()) {
            throw new CommandException(
                    ExitCode.NO_INPUT,
                    Names.shown(folder) + ": nothing to work on in this folder"
                            + (recursive ? "" : "; -r looks deeper"));
        }
        return files;
    }

    /** Collects files; there is no going on after a folder that can't be listed. */
    private record Wanted(Predicate<Path> wanted, List<InputFile> files)
            implements FolderWalk.Visitor<CommandException> {
        @Override
        public void file(Path file, Path relative) {
            if (wanted.test(file)) {
                files.add(new InputFile(file, relative));
            }
        }

        @Override
        public void unreadable(Path folder, IOException why) throws CommandException {
            throw new CommandException(ExitCode.NO_INPUT, Names.shown(folder) + ": can't be listed", why);
        }
    }
}
