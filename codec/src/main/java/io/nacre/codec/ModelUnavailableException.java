package io.nacre.codec;

/**
 * The model pack that a file or the settings name is not installed or damaged, or the device that was asked for is not
 * usable. The message names it.
 *
 * <pre>{@code
 * try {
 *     codec.openPicture(path).decode();
 * } catch (ModelUnavailableException e) {
 *     log(e.getMessage());               // the file needs the model pack 32ca7fa81f5232e9, ...
 * }
 * }</pre>
 */
public final class ModelUnavailableException extends CodecException {
    private static final long serialVersionUID = 1L;

    ModelUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
