package io.nacre.codec;

/**
 * A picture or a sound of a kind that can't be read, written or coded here; it need not be damaged.
 *
 * <pre>{@code
 * try {
 *     codec.encodePicture(source, target, PictureSettings.DEFAULT, new Monitor());
 * } catch (UnsupportedMediaException e) {
 *     log(e.getMessage());               // photo.avif: AVIF is not read; ...
 * }
 * }</pre>
 */
public final class UnsupportedMediaException extends CodecException {
    private static final long serialVersionUID = 1L;

    UnsupportedMediaException(String message, Throwable cause) {
        super(message, cause);
    }
}
