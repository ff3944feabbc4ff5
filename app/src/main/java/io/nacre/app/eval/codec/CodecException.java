package io.nacre.app.eval.codec;

/** A codec failed on one item. The message is one clause; paths of temporary files are not in it. */
public final class CodecException extends Exception {
    private static final long serialVersionUID = 1L;

    public CodecException(String message) {
        super(message);
    }

    public CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
