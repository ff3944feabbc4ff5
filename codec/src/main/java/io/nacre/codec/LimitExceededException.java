package io.nacre.codec;

/**
 * Input asks for more than the caller allows, although it may be perfectly valid. The message says what was asked, what
 * is allowed and what raises it.
 *
 * <pre>{@code
 * try (Codec codec = Codec.builder().maxPixels(50_000_000).build()) {
 *     codec.openPicture(upload);    // throws this before a pixel is allocated
 * }
 * }</pre>
 */
public class LimitExceededException extends CodecException {
    private static final long serialVersionUID = 1L;

    public LimitExceededException(String message) {
        super(message);
    }
}
