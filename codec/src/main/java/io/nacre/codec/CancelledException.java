package io.nacre.codec;

import java.io.InterruptedIOException;

/**
 * Work ended because its {@link Monitor} was cancelled. A thread that is interrupted by others gets a plain {@link
 * InterruptedIOException}.
 *
 * <pre>{@code
 * try {
 *     codec.encode(picture, settings, monitor);
 * } catch (CancelledException e) {
 *     // monitor.cancel() was called: nothing was written
 * }
 * }</pre>
 */
public final class CancelledException extends InterruptedIOException {
    private static final long serialVersionUID = 1L;

    CancelledException() {
        super("cancelled");
    }
}
