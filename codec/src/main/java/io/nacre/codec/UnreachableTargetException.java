package io.nacre.codec;

/**
 * No quality of the model meets the size or the PSNR that the settings ask for. The message says how near it comes.
 *
 * <pre>{@code
 * try {
 *     codec.encode(picture, PictureSettings.ofBytes(100));
 * } catch (UnreachableTargetException e) {
 *     codec.encode(picture, PictureSettings.ofQuality(0));
 * }
 * }</pre>
 */
public final class UnreachableTargetException extends CodecException {
    private static final long serialVersionUID = 1L;

    UnreachableTargetException(String message, Throwable cause) {
        super(message, cause);
    }
}
