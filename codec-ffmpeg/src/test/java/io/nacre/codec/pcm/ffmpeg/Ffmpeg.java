package io.nacre.codec.pcm.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.pcm.SoundOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/** Makes test files with the program that comes with FFmpeg's libraries, and reads them. */
final class Ffmpeg {
    private Ffmpeg() {}

    static void encode(Path source, Path target, String... options) throws IOException, InterruptedException {
        String program = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
        List<String> command = Stream.of(
                        Stream.of(program, "-v", "error", "-y", "-i", source.toString()),
                        Arrays.stream(options),
                        Stream.of("-strict", "-2", target.toString()))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String message = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), message);
    }

    static void writeWav(Path file, SoundFormat format, float[] samples) throws IOException {
        try (SoundOutput out = SoundOutput.open(Files.newOutputStream(file), format, OptionalLong.empty())) {
            out.write(samples, 0, samples.length / format.channels());
        }
    }

    /** All samples, interleaved, read in pieces of so many frames. */
    static float[] samples(SoundInput in, int piece) throws IOException {
        int channels = in.format().channels();
        float[] samples = new float[piece * channels];
        int filled = 0;
        int count = in.read(samples, 0, piece);
        while (count > 0) {
            filled += count * channels;
            samples = Arrays.copyOf(samples, filled + piece * channels);
            count = in.read(samples, filled, piece);
        }
        return Arrays.copyOf(samples, filled);
    }
}
