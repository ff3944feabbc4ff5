package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The manual page and the completion know every command. */
class ManPageTest {
    private static final List<String> COMMANDS =
            List.of("encode", "decode", "info", "compare", "verify", "eval", "view", "models");

    @Test
    void everyCommandAndItsOptions() {
        String page = Program.run("generate-man-page").ok().out();
        for (String command : COMMANDS) {
            assertTrue(page.contains("\n.SS nacre " + command + " [options]"), command);
        }
        assertTrue(page.contains("\n.B \\-q, \\-\\-quality QUALITY\n0 to 100"), page);
        assertTrue(page.contains("Default: 268435456."), "defaults are filled in");
        assertFalse(page.contains("${"), "variables are filled in");
        assertTrue(page.contains("\n.SH EXIT STATUS\n.TP\n.B 0\n"), page);
        assertEquals(
                List.of(),
                page.lines()
                        .filter(line -> line.startsWith(".") && !line.matches("\\.(TH|SH|SS|TP|B|I|\\\\\").*"))
                        .toList(),
                "only requests that were meant");
    }

    @Test
    void completion() {
        String script = Program.run("generate-completion").ok().out();
        for (String command : COMMANDS) {
            assertTrue(script.contains(command), command);
        }
        assertTrue(script.contains("--max-pixels"));
    }
}
