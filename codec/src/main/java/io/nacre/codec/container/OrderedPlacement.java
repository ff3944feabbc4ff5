package io.nacre.codec.container;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Gives the TILE boxes of a damaged file whose index is lost their numbers by their order. Tiles that are missing are taken
 * to have been where bytes are that belong to no box, as many as fit there; what is still missing then, at the end of a file
 * that was cut off.
 */
final class OrderedPlacement {
    private final BoxInput input;
    private final int count;
    private final List<FoundBox> tiles = new ArrayList<>();
    /** Bytes that belong to no box, before each tile and after the last one. */
    private final List<Integer> gaps = new ArrayList<>();

    private boolean ended;

    /**
     * Takes the boxes.
     *
     * @param found all boxes in file order
     * @param count tiles that there should be
     */
    OrderedPlacement(BoxInput input, List<FoundBox> found, int count) {
        this.input = input;
        this.count = count;
        int end = Magic.LENGTH;
        int gap = 0;
        for (FoundBox box : found) {
            gap += Math.max(0, box.box().offset() - end);
            end = box.box().end();
            ended |= box.is(BoxType.END);
            if (box.is(BoxType.TILE)) {
                tiles.add(box);
                gaps.add(gap);
                gap = 0;
            }
        }
        gaps.add(gap);
    }

    /** Places the boxes; by tile, damaged boxes included. */
    Map<Integer, FoundBox> place() {
        dropCopies();
        int[] lost = lost();
        Map<Integer, FoundBox> placed = new TreeMap<>();
        int tile = 0;
        for (int i = 0; i < tiles.size() && tile + lost[i] < count; i++) {
            tile += lost[i];
            placed.put(tile++, tiles.get(i));
        }
        return placed;
    }

    /** More tiles than there should be: the second of two that are alike is not one of them. */
    private void dropCopies() {
        Set<Long> contents = new HashSet<>();
        for (int i = 0; i < tiles.size() && tiles.size() > count; i++) {
            if (!contents.add(input.content(tiles.get(i).box()))) {
                gaps.set(i + 1, gaps.get(i + 1) + gaps.get(i));
                gaps.remove(i);
                tiles.remove(i--);
            }
        }
    }

    /** Tiles that are missing before each one that is there, and after the last one. */
    private int[] lost() {
        int[] lost = new int[gaps.size()];
        int missing = count - tiles.size();
        long bytes = tiles.stream()
                .mapToLong(box -> box.box().end() - box.box().offset())
                .sum();
        long mean = tiles.isEmpty() ? 1 : bytes / tiles.size();
        // Large gaps first: small ones may be what is left of other boxes.
        List<Integer> order = IntStream.range(0, lost.length)
                .filter(i -> gaps.get(i) > 0)
                .boxed()
                .sorted(Comparator.comparing(gaps::get, Comparator.reverseOrder()))
                .toList();
        for (int i : order) {
            lost[i] = (int) Math.min(Math.max(0, missing), Math.max(1, (gaps.get(i) + mean / 2) / mean));
            missing -= lost[i];
        }
        int rest = ended && !order.isEmpty() ? order.get(0) : lost.length - 1;
        lost[rest] += Math.max(0, missing);
        return lost;
    }
}
