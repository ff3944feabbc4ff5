package io.nacre.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.codec.LimitExceededException;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import io.nacre.codec.container.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The boxes of files, whole and salvaged. */
class ContainerFuzzTest {
    @FuzzTest
    void bytes(byte[] file) throws IOException {
        exercise(file);
    }

    @FuzzTest
    void editedBoxes(byte[] input) throws IOException {
        FuzzBytes in = new FuzzBytes(input);
        byte[] file = EditedFile.of(Seeds.file(in.between(0, Seeds.FILES - 1)), in);
        exercise(file);
    }

    /** HEAD of any content in an otherwise right file; what can be read is written the same way. */
    @FuzzTest
    void heads(byte[] payload) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(EditedFile.boxed("HEAD", payload));
        file.writeBytes(EditedFile.boxed("TILE", new byte[2]));
        ContainerReader reader;
        try {
            reader = ContainerReader.salvage(ByteBuffer.wrap(file.toByteArray()), Limits.DEFAULT);
        } catch (FormatException | LimitExceededException e) {
            return;
        }
        if ((payload[0] & 15) == 0) {
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            new ContainerWriter(again, reader.kind() == Kind.SOUND ? reader.soundHeader() : reader.header());
            byte[] head = again.toByteArray();
            byte[] expected = EditedFile.boxed("HEAD", payload);
            if (!Arrays.equals(expected, 0, expected.length, head, 8, head.length)) {
                throw new AssertionError("HEAD is written otherwise than it was read: " + reader.kind());
            }
        }
    }

    private static void exercise(byte[] file) {
        ContainerReader strict = null;
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file);
            strict = ContainerReader.kindOf(bytes) == Kind.SOUND
                    ? ContainerReader.openSound(bytes, Limits.DEFAULT)
                    : ContainerReader.open(bytes, Limits.DEFAULT);
            everything(strict);
        } catch (FormatException | LimitExceededException e) {
            // as declared
        }
        try {
            ContainerReader salvaged = ContainerReader.salvage(ByteBuffer.wrap(file), Limits.DEFAULT);
            List<byte[]> tiles = everything(salvaged);
            if (strict != null && isWhole(strict) && (!isWhole(salvaged) || tiles.contains(null))) {
                throw new AssertionError("a whole file was salvaged");
            }
        } catch (FormatException | LimitExceededException e) {
            if (strict != null && isWhole(strict)) {
                throw new AssertionError("a whole file could not be salvaged", e);
            }
        }
    }

    private static boolean isWhole(ContainerReader reader) {
        return reader.verify().stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    /** The tiles, null for those that are lost; there can be more than a file has bytes. */
    private static List<byte[]> everything(ContainerReader reader) {
        if (reader.tileCount() > 1 << 12) {
            return List.of();
        }
        reader.verify();
        reader.boxes();
        reader.exif();
        reader.icc();
        reader.xmp();
        List<byte[]> tiles = new ArrayList<>();
        for (int i = 0; i < reader.tileCount(); i++) {
            try {
                tiles.add(reader.tile(i));
            } catch (FormatException e) {
                tiles.add(null);
            }
        }
        return tiles;
    }
}
