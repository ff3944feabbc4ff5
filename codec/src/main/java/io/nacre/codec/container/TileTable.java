package io.nacre.codec.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the TILE boxes of a file lie: one run without gaps. Immutable. */
final class TileTable implements TilePlaces {
    /** The offset of each box, and where the last one ends. */
    private final int[] starts;

    private TileTable(int[] starts) {
        this.starts = starts;
    }

    /**
     * The table that follows from the payload lengths in INDX, without a look at the boxes: varints have one form only,
     * so a payload's length gives that of its box.
     */
    static TileTable ofLengths(BoxInput input, int first, int[] lengths) throws FormatException {
        int[] starts = new int[lengths.length + 1];
        starts[0] = first;
        for (int i = 0; i < lengths.length; i++) {
            long end = starts[i] + Box.sizeFor(lengths[i]);
            input.requireSize(end + BoxInput.MIN_END_SIZE);
            starts[i + 1] = (int) end;
        }
        return new TileTable(starts);
    }

    /** The table found by going from box to box, for files whose INDX comes later or that need none. */
    static TileTable ofBoxes(BoxInput input, int first, int count) throws FormatException {
        int[] starts = new int[count + 1];
        starts[0] = first;
        for (int i = 0; i < count; i++) {
            Box box = input.box(starts[i], i);
            if (!box.is(BoxType.TILE)) {
                throw box.error("stands where TILE " + i + " of " + count + " should");
            }
            starts[i + 1] = box.end();
        }
        return new TileTable(starts);
    }

    /** The payload lengths that INDX holds. */
    static int[] readLengths(FieldInput in, int count) throws FormatException {
        if (in.remaining() < count) { // before an array of that size is made
            throw new FormatException(
                    in.position(), BoxType.INDEX.code(), in.remaining() + " bytes cannot hold " + count + " lengths");
        }
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            int at = in.position();
            long length = in.varint();
            if (length > Integer.MAX_VALUE) {
                throw new FormatException(at, BoxType.INDEX.code(), "TILE " + i + " of " + length + " bytes");
            }
            lengths[i] = (int) length;
        }
        in.expectEnd();
        return lengths;
    }

    static byte[] writeLengths(int[] lengths) {
        FieldOutput out = new FieldOutput();
        for (int length : lengths) {
            out.varint(length);
        }
        return out.toByteArray();
    }

    @Override
    public int count() {
        return starts.length - 1;
    }

    /** Offset of a tile's box; that of the tile after the last is where the run ends. */
    int start(int tile) {
        return starts[tile];
    }

    int end() {
        return starts[count()];
    }

    @Override
    public Box box(BoxInput input, int tile) throws FormatException {
        Box box = input.box(starts[tile], tile);
        if (!box.is(BoxType.TILE) || box.end() != starts[tile + 1]) {
            throw new FormatException(starts[tile], BoxType.TILE.code() + " " + tile, "box and index differ");
        }
        return box;
    }

    @Override
    public List<BoxInfo> list(BoxInput input) {
        List<BoxInfo> infos = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            infos.add(new BoxInfo(BoxType.TILE.code(), starts[i], starts[i + 1] - starts[i], intact(input, i)));
        }
        return infos;
    }

    private boolean intact(BoxInput input, int tile) {
        try {
            return input.intact(box(input, tile));
        } catch (FormatException e) {
            return false;
        }
    }

    boolean sameAs(TileTable other) {
        return Arrays.equals(starts, other.starts);
    }
}
