package io.nacre.codec.container;

/**
 * Something that {@link ContainerReader#verify()} found.
 *
 * @param severity whether the file is damaged or merely odd
 * @param message one line, in the form of {@link FormatException}'s
 */
public record Problem(Severity severity, String message) {
    /** A warning leaves the file valid. */
    public enum Severity {
        WARNING,
        ERROR
    }
}
