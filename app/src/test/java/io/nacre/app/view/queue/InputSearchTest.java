package io.nacre.app.view.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nacre.app.view.queue.Explanation.Why;
import io.nacre.codec.container.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputSearchTest {
    @TempDir
    Path folder;

    private void write(String name, String bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Map<String, FoundInput> search(Path... operands) throws IOException {
        Map<String, FoundInput> found = new HashMap<>();
        new InputSearch(input -> found.put(input.relative().toString(), input)).search(List.of(operands));
        return found;
    }

    @Test
    void foldersAreSortedIntoPicturesSoundsAndTheRest() throws IOException {
        write("a.png", "whatever");
        write("sub/b.WAV", "RIFF....WAVEfmt ");
        write("sub/sound.png", "fLaC");
        write("sub/notes.txt", "text");
        write("done.nacre", "text");
        write("renamed.jpg", "\u008BNCR\r\n\u001A\n\u0000\u0000\u0000\u0000");
        write(".hidden.png", "whatever");
        write(".hidden/c.png", "whatever");
        Map<String, FoundInput> found = search(folder);
        assertEquals(6, found.size());
        assertEquals(Optional.of(Kind.PICTURE), found.get("a.png").kind());
        assertEquals(8, found.get("a.png").bytes());
        assertEquals(
                Optional.of(Kind.SOUND),
                found.get(Path.of("sub", "b.WAV").toString()).kind());
        assertEquals(
                Optional.of(Kind.SOUND),
                found.get(Path.of("sub", "sound.png").toString()).kind());
        assertEquals(Why.OTHER_KIND, why(found, Path.of("sub", "notes.txt").toString()));
        assertEquals(Why.NACRE_FILE, why(found, "done.nacre"));
    }

    private static Why why(Map<String, FoundInput> found, String name) {
        assertEquals(Optional.empty(), found.get(name).kind());
        return found.get(name).explanation().why();
    }

    @Test
    void namedFilesAreTakenWhateverTheyAreCalled() throws IOException {
        write("scan", "\u0089PNG");
        write("voice.bin", "fLaC");
        Map<String, FoundInput> found =
                search(folder.resolve("scan"), folder.resolve("voice.bin"), folder.resolve("missing.jpg"));
        assertEquals(Optional.of(Kind.PICTURE), found.get("scan").kind());
        assertEquals(Optional.of(Kind.SOUND), found.get("voice.bin").kind());
        assertEquals(Optional.of(Kind.PICTURE), found.get("missing.jpg").kind());
    }

    @Test
    void linksThatGoRoundInCirclesAreNotFollowed() throws IOException {
        write("sub/a.png", "whatever");
        Files.createSymbolicLink(folder.resolve("sub/up"), folder);
        assertEquals(1, search(folder).size());
    }

    @Test
    void anInterruptionEndsTheSearch() throws IOException {
        write("a.png", "whatever");
        write("b.png", "whatever");
        List<FoundInput> found = new ArrayList<>();
        InputSearch search = new InputSearch(input -> {
            found.add(input);
            Thread.currentThread().interrupt();
        });
        assertThrows(InterruptedIOException.class, () -> search.search(List.of(folder)));
        assertEquals(1, found.size());
        Thread.interrupted();
    }
}
