package io.nacre.codec;

import java.io.IOException;

/**
 * What is wrong with a file, or with what was asked of it. The message is one sentence for people. Its subclasses tell
 * the cases apart; errors of the file system stay the {@link IOException}s that they are.
 *
 * <pre>{@code
 * try {
 *     show(codec.openPicture(path).decode());
 * } catch (LimitExceededException e) {
 *     refuse(e.getMessage());       // too large for this program, though perhaps a good file
 * } catch (CodecException e) {
 *     reject(e.getMessage());       // damaged, no picture, or its model is missing
 * }
 * }</pre>
 */
public abstract class CodecException extends IOException {
    private static final long serialVersionUID = 1L;

    CodecException(String message) {
        super(message);
    }

    CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
