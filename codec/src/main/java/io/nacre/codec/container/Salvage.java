package io.nacre.codec.container;

import io.nacre.codec.LimitExceededException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens what is left of a damaged file: boxes are taken wherever they are found, and tiles get their numbers from the index
 * or, without one, from their order. What must be there is an intact HEAD (all but one bit of it) and one intact tile. One
 * object opens one file.
 */
final class Salvage {
    private static final Set<BoxType> METADATA = Set.of(BoxType.ICC, BoxType.EXIF, BoxType.XMP);

    /** A hostile file could have one every few bytes. */
    private static final int MAX_PROBLEMS = 100;

    private final BoxInput input;
    private final Limits limits;
    private final List<FoundBox> found;
    private final List<Problem> problems = new ArrayList<>();

    private Salvage(BoxInput damaged, Limits limits, String damage) {
        problem(damage);
        List<FoundBox> all = BoxScan.of(damaged);
        List<Long> flipped = new ArrayList<>();
        for (FoundBox box : all) {
            if (box.state() == FoundBox.State.REPAIRED) {
                flipped.add(box.flippedBit());
                note(box, "a flipped bit was put right");
            }
        }
        this.input = flipped.isEmpty() ? damaged : damaged.withFlipped(flipped);
        this.limits = limits;
        this.found = all;
    }

    /**
     * Opens a file.
     *
     * @param damage why it is not opened as others are
     * @throws FormatException if too little of it is left
     * @throws LimitExceededException if it asks for more than {@code limits} allow
     */
    static ContainerReader open(BoxInput file, Limits limits, String damage)
            throws FormatException, LimitExceededException {
        return new Salvage(file, limits, damage).open();
    }

    private ContainerReader open() throws FormatException, LimitExceededException {
        Box head = first(BoxType.HEAD);
        if (head == null) {
            throw new FormatException("nothing can be salvaged: there is no intact HEAD");
        }
        Header header = HeadCodec.read(input.fields(head), limits);
        if (header.tileCount() > Integer.MAX_VALUE) {
            throw head.error(header.tileCount() + " tiles are too many to be salvaged");
        }
        int count = (int) header.tileCount();
        cutAtSecondFile(head);
        Map<BoxType, Box> singles = singles(head);
        Map<Integer, FoundBox> placed = place(count);
        Map<Integer, Box> tiles = new HashMap<>();
        boolean usable = false;
        for (Map.Entry<Integer, FoundBox> entry : placed.entrySet()) {
            Box box = entry.getValue().box();
            String name = BoxType.TILE.code() + " " + entry.getKey();
            tiles.put(
                    entry.getKey(), new Box(box.code(), name, box.offset(), box.payloadOffset(), box.payloadLength()));
            usable |= entry.getValue().usable();
        }
        if (!usable) {
            throw new FormatException("nothing can be salvaged: no tile is intact");
        }
        surplus(placed);
        if (header.iccKept() && !singles.containsKey(BoxType.ICC)) {
            problem("the colour profile is lost: colours will be taken for sRGB");
        }
        return new ContainerReader(
                input,
                header,
                new SalvagedTiles(count, tiles),
                List.copyOf(singles.values()),
                singles,
                List.copyOf(problems));
    }

    private Box first(BoxType type) {
        for (FoundBox box : found) {
            if (box.is(type) && box.usable()) {
                return box.box();
            }
        }
        return null;
    }

    /** What stands behind another file's HEAD does not belong to this one. */
    private void cutAtSecondFile(Box head) {
        for (int i = 0; i < found.size(); i++) {
            FoundBox box = found.get(i);
            if (box.is(BoxType.HEAD) && box.usable() && input.content(box.box()) != input.content(head)) {
                problem("byte " + box.box().offset() + ": another file begins, which is left alone");
                found.subList(i, found.size()).clear();
            }
        }
    }

    /** HEAD and the metadata, the first of each; a box that is beyond its limit is left out. */
    private Map<BoxType, Box> singles(Box head) {
        Map<BoxType, Box> singles = new EnumMap<>(BoxType.class);
        singles.put(BoxType.HEAD, head);
        for (FoundBox box : found) {
            BoxType type = BoxType.of(box.box().code()).orElse(null);
            if (type == null || !METADATA.contains(type) || singles.containsKey(type)) {
                continue;
            }
            try {
                limits.checkMetadata(type, box.box().payloadLength());
            } catch (LimitExceededException e) {
                problem(e.getMessage());
                continue;
            }
            if (box.usable()) {
                singles.put(type, box.box());
            } else {
                note(box, "checksum differs");
            }
        }
        return singles;
    }

    private Map<Integer, FoundBox> place(int count) {
        List<FoundBox> tiles =
                found.stream().filter(box -> box.is(BoxType.TILE)).toList();
        Box index = first(BoxType.INDEX);
        if (count > 1 && index != null) {
            try {
                int[] lengths = TileTable.readLengths(input.fields(index), count);
                return new IndexedPlacement(input, tiles, lengths).place(firstTile());
            } catch (FormatException e) {
                problem(e.getMessage());
            }
        } else if (count > 1) {
            problem("INDX: lost; tiles are told by their order");
        }
        return new OrderedPlacement(input, found, count).place();
    }

    /** Where the first tile is likely to have begun: behind the boxes that stand before tiles. */
    private long firstTile() {
        int end = Magic.LENGTH;
        for (FoundBox box : found) {
            if (box.is(BoxType.TILE)) {
                break;
            }
            end = box.box().end();
        }
        return end;
    }

    private void surplus(Map<Integer, FoundBox> placed) {
        Set<FoundBox> wanted = new HashSet<>(placed.values());
        long surplus = found.stream()
                .filter(box -> box.is(BoxType.TILE) && !wanted.contains(box))
                .count();
        if (surplus > 0) {
            problem(surplus + " TILE boxes have no place");
        }
    }

    private void note(FoundBox box, String what) {
        problem("byte " + box.box().offset() + ", " + box.box().code() + ": " + what);
    }

    private void problem(String message) {
        if (problems.size() == MAX_PROBLEMS) {
            return;
        }
        problems.add(new Problem(Problem.Severity.ERROR, message));
    }
}
