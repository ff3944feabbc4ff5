package io.nacre.codec.container;

import io.nacre.codec.LimitExceededException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through a file's boxes once and checks their order; one object parses one file. */
final class ContainerParser {
    private final BoxInput input;
    private final Limits limits;
    private final Kind wanted;
    private final List<Box> boxes = new ArrayList<>();
    private final Map<BoxType, Box> singles = new EnumMap<>(BoxType.class);
    private Header header;
    private int tileCount;
    private int[] indexedLengths;
    private TileTable tiles;

    ContainerParser(BoxInput input, Limits limits, Kind wanted) {
        this.input = input;
        this.limits = limits;
        this.wanted = wanted;
    }

    /** What the file holds; nothing behind HEAD is looked at. */
    static Kind kindOf(BoxInput input) throws FormatException {
        return HeadCodec.kindOf(input.fields(intactHead(input)));
    }

    /** What the file says of itself; nothing behind HEAD is looked at. */
    static Header headerOf(BoxInput input, Limits limits) throws FormatException, LimitExceededException {
        return HeadCodec.read(input.fields(intactHead(input)), limits);
    }

    ContainerReader parse() throws FormatException, LimitExceededException {
        Box box = head();
        while (!box.is(BoxType.END)) {
            int next = box.is(BoxType.TILE) ? tiles.end() : box.end();
            box = input.box(next, tiles == null ? 0 : tileCount);
            accept(box);
        }
        return new ContainerReader(input, header, tiles, boxes, singles, List.of());
    }

    private Box head() throws FormatException, LimitExceededException {
        Box box = intactHead(input);
        single(BoxType.HEAD, box);
        Kind kind = HeadCodec.kindOf(input.fields(box));
        if (kind != wanted) {
            throw box.error("this is a " + kind + ", not a " + wanted);
        }
        header = HeadCodec.read(input.fields(box), limits);
        // From here on the count of tiles is bounded by the size of the file.
        input.requireSize(box.end() + header.tileCount() * Box.sizeFor(0) + BoxInput.MIN_END_SIZE);
        tileCount = (int) header.tileCount();
        return box;
    }

    private static Box intactHead(BoxInput input) throws FormatException {
        input.checkMagic();
        Box box = input.box(Magic.LENGTH, 0);
        if (!box.is(BoxType.HEAD)) {
            throw box.error("stands where HEAD should");
        }
        input.requireIntact(box);
        return box;
    }

    private void accept(Box box) throws FormatException, LimitExceededException {
        Optional<BoxType> known = BoxType.of(box.code());
        if (known.isEmpty()) {
            unknown(box);
            return;
        }
        BoxType type = known.get();
        if (type == BoxType.TILE) {
            tileRun(box);
            return;
        }
        single(type, box);
        switch (type) {
            case INDEX -> index(box);
            case ICC, EXIF, XMP -> metadata(type, box);
            case END -> end(box);
            default -> {} // a preview is skipped, a second HEAD was refused
        }
    }

    private void unknown(Box box) throws FormatException, LimitExceededException {
        if (!BoxType.skippable(box.code())) {
            input.requireIntact(box); // so that a damaged letter is called damage
            throw box.error("unknown and not to be skipped; a newer version of Nacre is needed");
        }
        add(box);
    }

    private void single(BoxType type, Box box) throws FormatException, LimitExceededException {
        if (singles.put(type, box) != null) {
            throw box.error("a second one");
        }
        add(box);
    }

    private void add(Box box) throws LimitExceededException {
        limits.checkBoxes(boxes.size() + 1);
        boxes.add(box);
    }

    private void tileRun(Box first) throws FormatException {
        if (tiles != null) {
            throw first.error(
                    first.offset() == tiles.end()
                            ? "one more than the " + tileCount + " of the " + wanted
                            : "TILE boxes do not stand together");
        }
        tiles = indexedLengths == null
                ? TileTable.ofBoxes(input, first.offset(), tileCount)
                : TileTable.ofLengths(input, first.offset(), indexedLengths);
    }

    private void index(Box box) throws FormatException {
        if (tileCount == 1) {
            throw box.error("a single tile has no index");
        }
        input.requireIntact(box);
        indexedLengths = TileTable.readLengths(input.fields(box), tileCount);
        if (tiles != null && !tiles.sameAs(TileTable.ofLengths(input, tiles.start(0), indexedLengths))) {
            throw box.error("lengths differ from those of the TILE boxes");
        }
    }

    private void metadata(BoxType type, Box box) throws FormatException, LimitExceededException {
        if (type == BoxType.ICC && tiles != null) {
            throw box.error("stands after the tiles whose colours it describes");
        }
        limits.checkMetadata(type, box.payloadLength());
        input.requireIntact(box);
    }

    private void end(Box box) throws FormatException {
        FieldInput in = input.fields(box);
        long length = in.varint();
        in.expectEnd();
        if (length != box.offset()) {
            throw box.error("follows " + box.offset() + " bytes, but says " + length);
        }
        if (tiles == null) {
            throw box.error("there is no tile");
        }
        if (tileCount > 1 && indexedLengths == null) {
            throw box.error("there is no INDX");
        }
        if (header.iccKept() != singles.containsKey(BoxType.ICC)) {
            throw box.error(
                    header.iccKept() ? "there is no iCCP, but HEAD names it" : "there is an iCCP that HEAD denies");
        }
    }
}
