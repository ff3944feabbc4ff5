package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code nacre verify} finds flipped bits by checksums and structure alone: the packs of these files are not at hand. The
 * container's own tests flip every bit.
 */
class VerifyFlippedBitsTest {
    @ParameterizedTest
    @ValueSource(strings = {"image/golden.nacre", "audio/golden.nacre"})
    void flippedBitsAreFound(String name) throws IOException {
        byte[] file = Files.readAllBytes(Path.of("..", "codec/src/test/resources/io/nacre/codec", name));
        Program.Result good = Program.pipe(file, "verify", "-").ok();
        assertTrue(good.out().contains(": valid"), good.out());
        assertTrue(good.out().contains("symbols were not decoded"), good.out());
        for (int bit = 0; bit < 8 * file.length; bit += 61) {
            file[bit / 8] ^= (byte) (1 << bit % 8);
            Program.Result result = Program.pipe(file, "verify", "-");
            assertEquals(ExitCode.FAILED.code(), result.code(), "bit " + bit + ": " + result.out() + result.err());
            assertFalse(result.out().contains(": valid"), "bit " + bit);
            file[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }
}
