package io.nacre.codec.container;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives the TILE boxes of a damaged file their numbers by the lengths in its index. A box that stands where it should,
 * counted from the first tile or from the box before it, gets its number from there; one that was moved gets a number whose
 * length is its own. Where boxes were moved, tiles of the same length can be confused. One object places the boxes of one
 * file.
 */
final class IndexedPlacement {
    private static final int MAX_CANDIDATES = 64;

    private final BoxInput input;
    private final List<FoundBox> found;
    private final int[] lengths;
    /** Where boxes begin and the last one ends, counted from where the first one begins. */
    private final long[] starts;

    private final Map<Integer, NavigableSet<Integer>> freeByLength = new HashMap<>();
    private final BitSet taken = new BitSet();
    private final Set<Long> contents = new HashSet<>();
    private final Map<Integer, FoundBox> placed = new TreeMap<>();

    /** @param found TILE boxes in file order */
    IndexedPlacement(BoxInput input, List<FoundBox> found, int[] lengths) {
        this.input = input;
        this.found = found;
        this.lengths = lengths;
        starts = new long[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            starts[i + 1] = starts[i] + Box.sizeFor(lengths[i]);
            freeByLength.computeIfAbsent(lengths[i], length -> new TreeSet<>()).add(i);
        }
    }

    /**
     * Places the boxes.
     *
     * @param first where the first tile is likely to begin
     * @return by tile; a damaged box only where there is no better one
     */
    Map<Integer, FoundBox> place(long first) {
        long origin = first;
        int last = -1;
        boolean[] waiting = new boolean[found.size()];
        for (int i = 0; i < found.size(); i++) {
            Box box = found.get(i).box();
            int tile = inStep(box, origin);
            if (tile < 0) {
                tile = inStep(box, first);
            }
            if (tile < 0 && found.get(i).usable()) {
                waiting[i] = contents.contains(input.content(box)); // a copy, or a tile that is like another
                tile = waiting[i] ? -1 : ofLength(i, last);
            }
            if (tile >= 0) {
                put(tile, found.get(i));
                origin = box.offset() - starts[tile];
                last = tile;
            }
        }
        for (int i = 0; i < found.size(); i++) {
            int tile = waiting[i] ? ofLength(i, last) : -1;
            if (tile >= 0) {
                put(tile, found.get(i));
            }
        }
        return placed;
    }

    private void put(int tile, FoundBox box) {
        placed.put(tile, box);
        if (box.usable()) {
            taken.set(tile);
            contents.add(input.content(box.box()));
            freeByLength.get(lengths[tile]).remove(tile);
        }
    }

    /** The free tile that begins where the box does, if the first one begins at {@code origin}; or -1. */
    private int inStep(Box box, long origin) {
        int tile = Arrays.binarySearch(starts, 0, lengths.length, box.offset() - origin);
        return tile >= 0 && !taken.get(tile) && lengths[tile] == box.payloadLength() ? tile : -1;
    }

    /** The free tile of the box's length that most likely follows the one placed last, or -1. */
    private int ofLength(int box, int last) {
        NavigableSet<Integer> free = freeByLength.get(found.get(box).box().payloadLength());
        if (free == null || free.isEmpty()) {
            return -1;
        }
        int next = box + 1 < found.size() ? found.get(box + 1).box().payloadLength() : -1;
        int tried = 0;
        for (int tile : free.tailSet(last, false)) {
            if (tile + 1 < lengths.length && lengths[tile + 1] == next) {
                return tile;
            }
            if (++tried == MAX_CANDIDATES) {
                break;
            }
        }
        Integer after = free.higher(last);
        return after != null ? after : free.first();
    }
}
