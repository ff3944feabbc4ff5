package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command-line ffmpeg, for tests that need files of another maker; they are skipped where it is not installed. */
final class Ffmpeg {
    private Ffmpeg() {}

    static void run(Object... arguments) throws IOException, InterruptedException {
        boolean installed = false;
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            installed |= Files.isExecutable(Path.of(folder, "ffmpeg"));
        }
        assumeTrue(installed, "ffmpeg is not installed");
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String message = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), message);
    }
}
