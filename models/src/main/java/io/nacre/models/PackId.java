package io.nacre.models;

import java.util.HexFormat;

/**
 * Identity of a pack's receiver: the first 8 bytes of the SHA-256 over (name, NUL, SHA-256 of the entry) of its receiver
 * entries in the order of their names. A better sender does not make a new pack.
 *
 * @param value the eight bytes, big-endian
 */
public record PackId(long value) {
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}
