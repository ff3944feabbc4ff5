package io.nacre.app.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Errors at files in words. */
public final class Reason {
    private Reason() {}

    /**
     * Why reading or encoding an input failed.
     *
     * @param thrown anything but lack of memory and bugs, which each program puts into its own words
     * @param input as it was named, or null; readers put it in front of their messages, where it is taken away
     * @return one clause, or two with a semicolon: what is wrong; what to do
     */
    public static String ofInput(Throwable thrown, String input) {
        return FileNames.oneLine(withoutName(sentence(thrown), input));
    }

    private static String sentence(Throwable thrown) {
        if (thrown instanceof NoSuchFileException) {
            return "no such file";
        }
        if (thrown instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (thrown instanceof FileSystemException e && e.getReason() != null) {
            return e.getReason();
        }
        return thrown.getMessage() == null ? "cannot be read" : thrown.getMessage();
    }

    private static String withoutName(String message, String input) {
        return input != null && message.startsWith(input + ": ") ? message.substring(input.length() + 2) : message;
    }

    /** A clause as it stands alone: with a capital. */
    public static String asSentence(String clause) {
        return clause.isEmpty() ? clause : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }

    /** Why an output could not be written, in one clause. */
    public static String ofOutput(Throwable thrown) {
        if (thrown instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (thrown instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (thrown instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is in the way";
        }
        if (thrown instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return String.valueOf(thrown.getMessage());
    }

    /** Whether memory ran out; worker threads hand their errors on as causes. */
    public static boolean isOutOfMemory(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }
}
