package io.nacre.codec.container;

/**
 * A box of a damaged file.
 *
 * @param box where it lies
 * @param state what its checksum says
 * @param flippedBit of a repaired one: its place in the file, eight to a byte, the least significant first
 */
record FoundBox(Box box, State state, long flippedBit) {
    enum State {
        INTACT,
        /** All but one bit was right. */
        REPAIRED,
        /** Its type is right and another box follows it, but its checksum is wrong. */
        DAMAGED
    }

    boolean usable() {
        return state != State.DAMAGED;
    }

    boolean is(BoxType type) {
        return box.is(type);
    }
}
