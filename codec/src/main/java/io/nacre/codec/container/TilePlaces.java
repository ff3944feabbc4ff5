package io.nacre.codec.container;

import java.util.List;

/** Where the tiles of a file lie. Immutable. */
interface TilePlaces {
    /** Tiles that the file should have. */
    int count();

    /**
     * The box of a tile, its place and size checked, its checksum not.
     *
     * @throws FormatException if it isn't there
     */
    Box box(BoxInput input, int tile) throws FormatException;

    /** All boxes that stand where tiles should, in file order. */
    List<BoxInfo> list(BoxInput input);
}
