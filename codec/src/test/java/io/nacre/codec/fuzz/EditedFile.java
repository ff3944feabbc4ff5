package io.nacre.codec.fuzz;

import io.nacre.codec.container.BoxInfo;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A valid file that a fuzzer's input changes box by box. Lengths, index and checksums are put right afterwards, unless the
 * input says otherwise: else no change would get past the first checksum.
 */
public final class EditedFile {
    private static final byte[] MAGIC = {(byte) 0x8B, 'N', 'C', 'R', '\r', '\n', 0x1A, '\n'};
    private static final int MAX_EDITS = 40;
    private static final int MAX_FILE = 1 << 16;

    private final List<BoxBytes> boxes = new ArrayList<>();

    private static final class BoxBytes {
        String type;
        byte[] payload;

        BoxBytes(String type, byte[] payload) {
            this.type = type;
            this.payload = payload;
        }
    }

    private EditedFile(byte[] file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file);
            ContainerReader reader = ContainerReader.kindOf(bytes) == Kind.SOUND
                    ? ContainerReader.openSound(bytes, Limits.DEFAULT)
                    : ContainerReader.open(bytes, Limits.DEFAULT);
            for (BoxInfo box : reader.boxes()) {
                int end = (int) (box.offset() + box.length()) - 4;
                int start = (int) box.offset() + 4;
                while ((file[start++] & 0x80) != 0) {
                    // the length
                }
                boxes.add(new BoxBytes(box.type(), Arrays.copyOfRange(file, start, end)));
            }
        } catch (IOException e) {
            throw new AssertionError("the file to be edited is not valid", e);
        }
    }

    /** Makes the file that the input describes. */
    public static byte[] of(byte[] file, FuzzBytes input) {
        EditedFile edited = new EditedFile(file);
        boolean keepIndex = input.bit();
        for (int i = 0; i < MAX_EDITS && !input.isEmpty(); i++) {
            edited.edit(input);
        }
        if (!keepIndex) {
            edited.repairIndex();
        }
        return edited.toByteArray();
    }

    private void edit(FuzzBytes input) {
        int operation = input.between(0, 9);
        int index = input.between(0, boxes.size() - 1);
        BoxBytes box = boxes.get(index);
        int length = box.payload.length;
        int at = length == 0 ? 0 : input.between(0, length - 1);
        switch (operation) {
            case 0, 1 -> {
                if (length > 0) {
                    box.payload[at] = (byte) input.unsignedByte();
                }
            }
            case 2 -> {
                if (length > 0) {
                    box.payload[at] ^= (byte) (1 << input.between(0, 7));
                }
            }
            case 3 -> replace(box, at, at, input.take(input.between(1, 32)));
            case 4 -> replace(box, at, Math.min(length, at + input.between(1, 300)), new byte[0]);
            case 5 -> replace(box, at, length, input.take(input.between(0, 200)));
            case 6 -> {
                int other = input.between(0, boxes.size() - 1);
                boxes.set(index, boxes.get(other));
                boxes.set(other, box);
            }
            case 7 -> {
                if (boxes.size() < 64) {
                    boxes.add(input.between(0, boxes.size()), new BoxBytes(box.type, box.payload.clone()));
                }
            }
            case 8 -> {
                if (boxes.size() > 1) {
                    boxes.remove(index);
                }
            }
            default -> {
                String[] types = {"TILE", "INDX", "eXIF", "iCCP", "xMPp", "tHMB", "HEAD", "ENDN", "abCD", "ABcd"};
                box.type = types[input.between(0, types.length - 1)];
            }
        }
    }

    private void replace(BoxBytes box, int from, int to, byte[] by) {
        long size = boxes.stream().mapToLong(other -> other.payload.length).sum();
        if (size + by.length > MAX_FILE) {
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(box.payload, 0, from);
        out.writeBytes(by);
        out.write(box.payload, to, box.payload.length - to);
        box.payload = out.toByteArray();
    }

    private void repairIndex() {
        ByteArrayOutputStream lengths = new ByteArrayOutputStream();
        for (BoxBytes box : boxes) {
            if (box.type.equals("TILE")) {
                lengths.writeBytes(varint(box.payload.length));
            }
        }
        for (BoxBytes box : boxes) {
            if (box.type.equals("INDX")) {
                box.payload = lengths.toByteArray();
            }
        }
    }

    private byte[] toByteArray() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(MAGIC);
        for (BoxBytes box : boxes) {
            if (box.type.equals("ENDN")) {
                byte[] end = boxed(box.type, varint(out.size()));
                out.write(end, 0, end.length - 4);
                CRC32C checksum = new CRC32C();
                checksum.update(out.toByteArray());
                out.writeBytes(bytes(checksum));
            } else {
                out.writeBytes(boxed(box.type, box.payload));
            }
        }
        return out.toByteArray();
    }

    /** A box with its length and its checksum. */
    static byte[] boxed(String type, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] letters = type.getBytes(StandardCharsets.US_ASCII);
        CRC32C checksum = new CRC32C();
        checksum.update(letters);
        checksum.update(payload);
        out.writeBytes(letters);
        out.writeBytes(varint(payload.length));
        out.writeBytes(payload);
        out.writeBytes(bytes(checksum));
        return out.toByteArray();
    }

    private static byte[] bytes(CRC32C checksum) {
        return ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array();
    }

    private static byte[] varint(int value) {
        byte[] groups = new byte[5];
        int at = groups.length;
        groups[--at] = (byte) (value & 0x7F);
        for (int rest = value >>> 7; rest > 0; rest >>>= 7) {
            groups[--at] = (byte) (rest & 0x7F | 0x80);
        }
        return Arrays.copyOfRange(groups, at, groups.length);
    }
}
