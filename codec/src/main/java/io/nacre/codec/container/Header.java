package io.nacre.codec.container;

import io.nacre.models.PackId;

/** What a file says of itself before its data, whatever it holds. */
public sealed interface Header permits ImageHeader, SoundHeader {
    /** The model pack that decodes the tiles. */
    PackId packId();

    /** TILE boxes of the file, at least 1. */
    long tileCount();

    /** Whether the file has an ICC profile. */
    boolean iccKept();
}
