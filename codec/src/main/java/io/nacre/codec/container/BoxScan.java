package io.nacre.codec.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for boxes in a damaged file, wherever they are: from box to box as long as that goes, else from byte to byte. Puts
 * right single flipped bits and finds lengths that were damaged from where the next box begins. One object scans one file.
 */
final class BoxScan {
    private static final int SMALLEST_BOX = BoxType.CODE_LENGTH + 1 + Box.CHECKSUM_LENGTH;
    /** Places where a box of unknown length may end. */
    private static final int MAX_ENDS = 4;
    /** More than any picture or sound within the default limits has. */
    private static final int MAX_BOXES = 1 << 20;
    /** Bytes of the file that are looked at for each of its bytes: hostile ones would have it look at all again and again. */
    private static final long WORK = 64;

    private final BoxInput input;
    private final List<FoundBox> found = new ArrayList<>();
    private long budget;

    private BoxScan(BoxInput input) {
        this.input = input;
        this.budget = WORK * input.size();
    }

    /** The boxes in file order, up to an ENDN that stands where it says. */
    static List<FoundBox> of(BoxInput input) {
        BoxScan scan = new BoxScan(input);
        scan.run();
        return scan.found;
    }

    private void run() {
        int at = 0;
        boolean aligned = false; // a box or the magic ends here
        while (at + SMALLEST_BOX <= input.size() && found.size() < MAX_BOXES) {
            FoundBox box = at(at, aligned || at == Magic.LENGTH);
            aligned = box != null;
            if (box == null) {
                at++;
                continue;
            }
            found.add(box);
            if (box.is(BoxType.END) && endsAt(box.box()) == at) {
                return;
            }
            at = box.box().end();
        }
    }

    /** The box that begins at a place, or null. */
    private FoundBox at(int at, boolean aligned) {
        BoxType type = nearestType(at);
        if (type == null) {
            return aligned ? unknown(at) : null;
        }
        boolean exact = input.word(at) == type.word();
        Box box = declared(at, type.code());
        if (box == null) {
            return exact ? resized(at, type) : null;
        }
        if (type == BoxType.END) {
            return exact && endsAt(box) >= 0 ? new FoundBox(box, FoundBox.State.DAMAGED, -1) : null;
        }
        int message = BoxType.CODE_LENGTH + box.payloadLength();
        if (!spend(message)) {
            return null;
        }
        int difference = input.checksumDifference(box);
        if (difference == 0) {
            return exact ? new FoundBox(box, FoundBox.State.INTACT, -1) : unknown(at);
        }
        boolean follows = boxFollows(box.end());
        if (follows && spend((long) Byte.SIZE * message)) {
            long bit = BitRepair.flippedBit(difference, message);
            if (bit >= 0 && (input.word(at) ^ type.word()) == inLetters(bit)) {
                return new FoundBox(box, FoundBox.State.REPAIRED, placeInFile(box, bit));
            }
        }
        if (!exact) {
            return null;
        }
        FoundBox other = resized(at, type);
        return other == null && follows ? new FoundBox(box, FoundBox.State.DAMAGED, -1) : other;
    }

    /** The known type whose letters differ from those here by one bit at most, or null. */
    private BoxType nearestType(int at) {
        int word = input.word(at);
        for (BoxType type : BoxType.values()) {
            if (Integer.bitCount(word ^ type.word()) <= 1) {
                return type;
            }
        }
        return null;
    }

    /** An intact box of a type that this version doesn't know, or null; its payload must not be taken for boxes. */
    private FoundBox unknown(int at) {
        byte[] letters =
                ByteBuffer.allocate(BoxType.CODE_LENGTH).putInt(input.word(at)).array();
        for (byte letter : letters) {
            if (!BoxType.isLetter(letter)) {
                return null;
            }
        }
        Box box = declared(at, new String(letters, StandardCharsets.US_ASCII));
        boolean intact = box != null && spend(box.payloadLength()) && input.intact(box);
        return intact ? new FoundBox(box, FoundBox.State.INTACT, -1) : null;
    }

    /** The box that the length here makes, or null if that is no length or leads beyond the file. */
    private Box declared(int at, String code) {
        FieldInput in = input.fields(code, at + BoxType.CODE_LENGTH, input.size());
        try {
            long length = in.varint();
            boolean fits = length <= (long) input.size() - in.position() - Box.CHECKSUM_LENGTH;
            return fits ? new Box(code, code, at, in.position(), (int) length) : null;
        } catch (FormatException e) {
            return null;
        }
    }

    /** The box that ends where another begins and has the right checksum then, whatever its length says; or null. */
    private FoundBox resized(int at, BoxType type) {
        int ends = 0;
        for (int end = at + SMALLEST_BOX; end + BoxType.CODE_LENGTH <= input.size() && ends < MAX_ENDS; end++) {
            if (!spend(1)) {
                return null;
            }
            if (!startsExactly(end)) {
                continue;
            }
            ends++;
            int lengthAt = at + BoxType.CODE_LENGTH;
            int room = end - Box.CHECKSUM_LENGTH - lengthAt;
            for (int size = 1; size <= Math.min(room, FieldInput.MAX_VARINT_SIZE); size++) {
                int length = room - size;
                if (FieldOutput.varintSize(length) == size) {
                    Box box = new Box(type.code(), type.code(), at, lengthAt + size, length);
                    if (spend(length) && input.intact(box)) {
                        return new FoundBox(box, FoundBox.State.INTACT, -1);
                    }
                }
            }
        }
        return null;
    }

    private boolean startsExactly(int at) {
        int word = input.word(at);
        for (BoxType type : BoxType.values()) {
            if (word == type.word()) {
                return true;
            }
        }
        return false;
    }

    private boolean boxFollows(int at) {
        return at == input.size() || (at + BoxType.CODE_LENGTH <= input.size() && nearestType(at) != null);
    }

    /** Where an ENDN says that it stands, or -1 if it says no number and nothing else. */
    private long endsAt(Box box) {
        try {
            FieldInput in = input.fields(box);
            long length = in.varint();
            in.expectEnd();
            return length;
        } catch (FormatException e) {
            return -1;
        }
    }

    /** What a flipped bit of a message changes in its first four bytes, seen as a number. */
    private static int inLetters(long bit) {
        if (bit >= Integer.SIZE) {
            return 0;
        }
        return Integer.reverseBytes(1 << bit);
    }

    /** A bit of type, payload and checksum, between the first two of which the length stands. */
    private static long placeInFile(Box box, long bit) {
        int letters = Byte.SIZE * BoxType.CODE_LENGTH;
        long payloadEnd = letters + (long) Byte.SIZE * box.payloadLength();
        if (bit >= payloadEnd) { // of the checksum, which is a big-endian number
            long fromTop = Integer.SIZE - 1 - (bit - payloadEnd);
            return (long) Byte.SIZE * (box.payloadEnd() + fromTop / Byte.SIZE) + Byte.SIZE - 1 - fromTop % Byte.SIZE;
        }
        return bit < letters
                ? (long) Byte.SIZE * box.offset() + bit
                : (long) Byte.SIZE * box.payloadOffset() + bit - letters;
    }

    private boolean spend(long work) {
        budget -= work;
        return budget >= 0;
    }
}
