package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Calls the program within the test's process. */
final class Program {
    private Program() {}

    /** What a call left behind. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Result(int code, byte[] bytes, String err) {
        String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        Result ok() {
            assertEquals(0, code, err);
            return this;
        }

        /** One sentence for the user and nothing else. */
        Result fails(ExitCode expected) {
            assertEquals(expected.code(), code, err);
            List<String> lines = err.lines().toList();
            assertEquals(1, lines.size(), err);
            assertTrue(err.startsWith("nacre: "), err);
            assertFalse(err.contains("Exception") || err.contains("null"), err);
            return this;
        }

        Result says(String text) {
            assertTrue(err.contains(text), err);
            return this;
        }
    }

    static Result run(Object... args) {
        return pipe(new byte[0], args);
    }

    static Result pipe(byte[] input, Object... args) {
        return run(input, false, args);
    }

    /** With standard output on a terminal. */
    static Result onTerminal(Object... args) {
        return run(new byte[0], true, args);
    }

    private static Result run(byte[] input, boolean terminal, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int code = Main.run(
                words,
                new Streams(
                        new ByteArrayInputStream(input),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal));
        return new Result(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }
}
