package io.nacre.codec.container;

import io.nacre.codec.LimitExceededException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A Nacre file in memory (or mapped into it), opened. Opening checks the order of the boxes and the checksums of HEAD,
 * INDX and metadata; where INDX stands before the tiles, these are not touched until they are fetched. Immutable and
 * safe for concurrent use, as long as nobody changes the bytes beneath.
 */
public final class ContainerReader {
    private final BoxInput input;
    private final Header header;
    private final TilePlaces tiles;
    private final List<Box> boxes;
    private final Map<BoxType, Box> singles;
    /** What was found before the boxes were looked at one by one. */
    private final List<Problem> problems;

    ContainerReader(
            BoxInput input,
            Header header,
            TilePlaces tiles,
            List<Box> boxes,
            Map<BoxType, Box> singles,
            List<Problem> problems) {
        this.input = input;
        this.header = header;
        this.tiles = tiles;
        this.boxes = boxes;
        this.singles = singles;
        this.problems = problems;
    }

    /**
     * Opens the picture between the buffer's position and its limit, which stay as they are. The bytes are not copied.
     * What follows ENDN is ignored.
     *
     * @throws FormatException if this is no Nacre file, or a damaged one, or one that needs a newer version, or a sound
     * @throws LimitExceededException if the file asks for more than {@code limits} allow
     */
    public static ContainerReader open(ByteBuffer file, Limits limits) throws FormatException, LimitExceededException {
        Objects.requireNonNull(limits, "limits");
        return new ContainerParser(new BoxInput(file), limits, Kind.PICTURE).parse();
    }

    /**
     * Opens a sound, as {@link #open} does a picture.
     *
     * @throws FormatException if this is no Nacre file, or a damaged one, or one that needs a newer version, or a
     *     picture
     * @throws LimitExceededException if the file asks for more than {@code limits} allow
     */
    public static ContainerReader openSound(ByteBuffer file, Limits limits)
            throws FormatException, LimitExceededException {
        Objects.requireNonNull(limits, "limits");
        return new ContainerParser(new BoxInput(file), limits, Kind.SOUND).parse();
    }

    /**
     * The header of a file of which the buffer, between its position and its limit, holds the beginning; nothing behind
     * HEAD is looked at.
     *
     * @throws FormatException if this is no Nacre file, or one whose HEAD is damaged, cut short or needs a newer version
     * @throws LimitExceededException if the file asks for more than {@code limits} allow
     */
    public static Header header(ByteBuffer beginning, Limits limits) throws FormatException, LimitExceededException {
        return ContainerParser.headerOf(new BoxInput(beginning), limits);
    }

    /** Whether a file that begins with these bytes is a Nacre file, damaged or not. */
    public static boolean recognises(byte[] head) {
        return Magic.begins(head);
    }

    /**
     * Opens whatever is left of a picture or sound, {@link #kind()} tells which: a whole file as {@link #open} does, of a
     * damaged one the tiles that can still be found, wherever they are, single flipped bits put right. {@link #tile} of one
     * that is lost throws; {@link #verify} lists what is wrong. Decoders that salvage make something up for lost tiles. If
     * the index is lost or boxes were moved, tiles can be taken for one another.
     *
     * @throws FormatException if HEAD is lost, or needs a newer version, or no tile is left
     * @throws LimitExceededException if the file asks for more than {@code limits} allow
     */
    public static ContainerReader salvage(ByteBuffer file, Limits limits)
            throws FormatException, LimitExceededException {
        Objects.requireNonNull(limits, "limits");
        BoxInput input = new BoxInput(file);
        String damage;
        try {
            ContainerReader whole = new ContainerParser(input, limits, ContainerParser.kindOf(input)).parse();
            List<String> errors = whole.verify().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .map(Problem::message)
                    .toList();
            if (errors.isEmpty()) {
                return whole;
            }
            damage = errors.get(errors.size() - 1); // ENDN's, which is about the whole file
        } catch (FormatException | LimitExceededException e) { // a damaged length may exceed a limit
            damage = e.getMessage();
        }
        return Salvage.open(input, limits, damage);
    }

    /**
     * What the file between the buffer's position and its limit holds: the question before {@link #open} or
     * {@link #openSound}.
     *
     * @throws FormatException if this is no Nacre file, or one whose HEAD is damaged or needs a newer version
     */
    public static Kind kindOf(ByteBuffer file) throws FormatException {
        return ContainerParser.kindOf(new BoxInput(file));
    }

    /** What the file holds. */
    public Kind kind() {
        return header instanceof SoundHeader ? Kind.SOUND : Kind.PICTURE;
    }

    /**
     * The picture's header.
     *
     * @throws IllegalStateException if the file was opened as a sound
     */
    public ImageHeader header() {
        if (header instanceof ImageHeader image) {
            return image;
        }
        throw new IllegalStateException("a sound has no picture's header");
    }

    /**
     * The sound's header.
     *
     * @throws IllegalStateException if the file was opened as a picture
     */
    public SoundHeader soundHeader() {
        if (header instanceof SoundHeader sound) {
            return sound;
        }
        throw new IllegalStateException("a picture has no sound's header");
    }

    public int tileCount() {
        return tiles.count();
    }

    /**
     * A copy of a tile's payload.
     *
     * @param tile its number in raster order or in the order of time, from 0
     * @throws FormatException if its checksum differs or it isn't where the index says
     */
    public byte[] tile(int tile) throws FormatException {
        Objects.checkIndex(tile, tileCount());
        Box box = tiles.box(input, tile);
        input.requireIntact(box);
        return input.payload(box);
    }

    /** The EXIF block as it was, if there is one; a TIFF structure without the {@code Exif} prefix of JPEG. */
    public Optional<byte[]> exif() {
        return payload(BoxType.EXIF);
    }

    /** The ICC profile of the samples; there is one exactly if {@link Header#iccKept()}. */
    public Optional<byte[]> icc() {
        return payload(BoxType.ICC);
    }

    /** The XMP packet as it was, if there is one: XML in UTF-8, not looked into. */
    public Optional<byte[]> xmp() {
        return payload(BoxType.XMP);
    }

    private Optional<byte[]> payload(BoxType type) {
        return Optional.ofNullable(singles.get(type)).map(input::payload);
    }

    /** All boxes in file order, unknown ones included. Reads the whole file for the checksums. */
    public List<BoxInfo> boxes() {
        List<BoxInfo> infos = new ArrayList<>();
        for (Box box : boxes) {
            infos.add(new BoxInfo(box.code(), box.offset(), box.end() - box.offset(), input.intact(box)));
        }
        infos.addAll(tiles.list(input));
        infos.sort(Comparator.comparingLong(BoxInfo::offset));
        return infos;
    }

    /**
     * Checks every checksum, that of the whole file included, and what follows the file's end. The samples are not
     * decoded. An empty list means that the file is as it was written.
     */
    public List<Problem> verify() {
        List<Problem> all = new ArrayList<>(problems);
        for (int i = 0; i < tileCount(); i++) {
            tileProblem(i).ifPresent(message -> all.add(new Problem(Problem.Severity.ERROR, message)));
        }
        for (Box box : boxes) {
            problem(box).ifPresent(message -> all.add(new Problem(Problem.Severity.ERROR, message)));
        }
        Box end = singles.get(BoxType.END);
        if (end != null && end.end() < input.size()) {
            all.add(new Problem(
                    Problem.Severity.WARNING,
                    "byte " + end.end() + ": " + (input.size() - end.end()) + " bytes after the end"));
        }
        return all;
    }

    private Optional<String> tileProblem(int tile) {
        try {
            return problem(tiles.box(input, tile));
        } catch (FormatException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> problem(Box box) {
        try {
            input.requireIntact(box);
            return Optional.empty();
        } catch (FormatException e) {
            return Optional.of(e.getMessage());
        }
    }
}
