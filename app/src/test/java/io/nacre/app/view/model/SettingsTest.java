package io.nacre.app.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window remembers. */
class SettingsTest {
    private enum Fruit {
        APPLE,
        PEAR
    }

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("config").resolve("view.properties");
    }

    @Test
    void comeBack() throws IOException {
        Settings settings = new Settings(file());
        settings.put("number", 2.5);
        settings.put("flag", true);
        settings.put("fruit", Fruit.PEAR);
        settings.put("text", "Grüße = \\ \n:");
        settings.save();
        Settings read = new Settings(file());
        assertEquals(2.5, read.number("number", 0));
        assertTrue(read.flag("flag", false));
        assertEquals(Fruit.PEAR, read.choice("fruit", Fruit.APPLE));
        assertEquals("Grüße = \\ \n:", read.text("text", ""));
    }

    @Test
    void damageIsNoReasonNotToStart() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[] {'a', '=', (byte) 0xFF, (byte) 0xFE, '\\', 'u', 'z'});
        assertEquals("x", new Settings(file()).text("a", "x"));
        Files.writeString(file(), "number=many\nfruit=plum\nrecent.0=a\\u0000b\n", StandardCharsets.UTF_8);
        Settings settings = new Settings(file());
        assertEquals(7, settings.number("number", 7));
        assertEquals(Fruit.APPLE, settings.choice("fruit", Fruit.APPLE));
        assertEquals(List.of(), settings.recentFiles());
    }

    @Test
    void recentFilesAreTheLatestFirst() {
        Settings settings = new Settings(null);
        for (int i = 0; i < 12; i++) {
            settings.addRecent(folder.resolve("a" + i));
        }
        settings.addRecent(folder.resolve("a5"));
        List<Path> recent = settings.recentFiles();
        assertEquals(10, recent.size());
        assertEquals(folder.resolve("a5"), recent.get(0));
        assertEquals(folder.resolve("a11"), recent.get(1));
        assertEquals(10, recent.stream().distinct().count());
        settings.clearRecent();
        assertEquals(List.of(), settings.recentFiles());
    }

    @Test
    void nothingIsWrittenWithoutAChange() throws IOException {
        new Settings(file()).save();
        assertFalse(Files.exists(file()));
    }
}
