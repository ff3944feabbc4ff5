package io.nacre.codec;

/**
 * A file that is no Nacre file, or a damaged one, one that was cut short, one of the other kind, or one that needs a newer
 * version. The message begins with the place where there is one.
 *
 * <pre>{@code
 * try {
 *     codec.info(path);
 * } catch (InvalidFileException e) {
 *     log(path + ": " + e.getMessage()); // byte 1234, TILE 3: checksum differs
 * }
 * }</pre>
 */
public final class InvalidFileException extends CodecException {
    private static final long serialVersionUID = 1L;

    InvalidFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
