package io.nacre.codec.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.LimitExceededException;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edited files get where edits are meant to get: beyond the checksums, into tiles. */
class EditedFileTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void withoutEditsFilesStayAsTheyAre(int index) {
        assertArrayEquals(Seeds.file(index), EditedFile.of(Seeds.file(index), new FuzzBytes(new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void manyOpenAndHoldOtherTiles(int index) throws IOException {
        long seed = 30 + index;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] file = Seeds.file(index);
        ContainerReader original = open(file);
        int opened = 0;
        int changed = 0;
        for (int i = 0; i < 500; i++) {
            byte[] edits = new byte[random.nextInt(2, 20)];
            random.nextBytes(edits);
            try {
                ContainerReader reader = open(EditedFile.of(file, new FuzzBytes(edits)));
                opened++;
                boolean same = reader.tileCount() == original.tileCount();
                for (int tile = 0; same && tile < reader.tileCount(); tile++) {
                    same = Arrays.equals(reader.tile(tile), original.tile(tile));
                }
                changed += same ? 0 : 1;
            } catch (FormatException | LimitExceededException e) {
                // the others are refused
            }
        }
        assertTrue(opened > 100 && changed > 25, "seed " + seed + ": " + opened + " opened, " + changed + " changed");
    }

    private static ContainerReader open(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        return ContainerReader.kindOf(bytes) == Kind.SOUND
                ? ContainerReader.openSound(bytes, Limits.DEFAULT)
                : ContainerReader.open(bytes, Limits.DEFAULT);
    }
}
