package io.nacre.codec.pcm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** MD5 over the samples of a FLAC file (RFC 9639 section 8.2): interleaved, little-endian, in whole bytes. */
final class FlacDigest {
    /** Bytes of the digest. */
    static final int BYTES = 16;

    private final byte[] expected;
    private final MessageDigest digest;
    private byte[] buffer = {};

    /** @param expected what the file says; only zeros if it says nothing, and nothing is computed then */
    FlacDigest(byte[] expected) {
        this.expected = expected;
        try {
            digest = Arrays.equals(expected, new byte[BYTES]) ? null : MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has MD5", e);
        }
    }

    /**
     * Takes a block.
     *
     * @param samples {@code [channel][i]}, the first {@code count} of each count
     * @param width bits of a sample
     */
    void update(long[][] samples, int count, int width) {
        if (digest == null) {
            return;
        }
        int bytes = (width + 7) / 8;
        int length = samples.length * count * bytes;
        if (buffer.length < length) {
            buffer = new byte[length];
        }
        for (int channel = 0; channel < samples.length; channel++) {
            int at = channel * bytes;
            for (int i = 0; i < count; i++) {
                long sample = samples[channel][i];
                for (int j = 0; j < bytes; j++) {
                    buffer[at + j] = (byte) (sample >> (8 * j));
                }
                at += samples.length * bytes;
            }
        }
        digest.update(buffer, 0, length);
    }

    /** Whether the samples, all of which have been taken, are those of the file; true if it does not say. */
    boolean matches() {
        return digest == null || MessageDigest.isEqual(digest.digest(), expected);
    }
}
