package io.nacre.codec.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The tiles that were found in a damaged file. */
final class SalvagedTiles implements TilePlaces {
    private final int count;
    private final Map<Integer, Box> boxes;

    /**
     * Takes what was found.
     *
     * @param count tiles that there should be
     * @param boxes by tile
     */
    SalvagedTiles(int count, Map<Integer, Box> boxes) {
        this.count = count;
        this.boxes = Map.copyOf(boxes);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Box box(BoxInput input, int tile) throws FormatException {
        Box box = boxes.get(tile);
        if (box == null) {
            throw new FormatException(BoxType.TILE.code() + " " + tile + ": lost");
        }
        return box;
    }

    @Override
    public List<BoxInfo> list(BoxInput input) {
        List<BoxInfo> infos = new ArrayList<>();
        for (Box box : boxes.values()) {
            infos.add(new BoxInfo(box.code(), box.offset(), box.end() - box.offset(), input.intact(box)));
        }
        infos.sort(Comparator.comparingLong(BoxInfo::offset));
        return infos;
    }
}
