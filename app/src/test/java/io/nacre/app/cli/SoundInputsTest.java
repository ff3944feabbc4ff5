package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.pcm.SampleEncoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which inputs are sounds, which options go with them, and what is refused. */
class SoundInputsTest {
    @TempDir
    private Path folder;

    @Test
    void contentDecidesNotTheName() throws IOException {
        Path sound = Recording.write(folder.resolve("talk.png"));
        Path picture = Photograph.write(folder.resolve("photo.wav"));
        Recording.run("encode", sound, picture).ok().says("kbit/s").says("bpp");
        Recording.run("decode", folder.resolve("talk.nacre")).ok();
        assertTrue(Files.exists(folder.resolve("talk.wav")));
        assertTrue(
                Recording.run("info", folder.resolve("photo.nacre")).ok().out().contains("pixels"));
    }

    @Test
    void foldersMayHoldBoth() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in/deep")).getParent();
        Photograph.write(in.resolve("i.png"));
        Recording.write(in.resolve("b.wav"));
        Files.copy(Path.of("..", "codec/src/test/resources/io/nacre/codec/pcm/mono16.flac"), in.resolve("deep/c.FLAC"));
        Files.writeString(in.resolve("d.txt"), "no sound");
        Path coded = folder.resolve("coded");
        Recording.run("encode", "-r", in, "-d", coded).ok().says("3 of 3 done");
        assertEquals(List.of("b.nacre", "c.nacre", "i.nacre"), names(coded));
        Recording.run("verify", "-r", coded).ok();
        Path back = folder.resolve("back");
        Recording.run("decode", "-r", coded, "-d", back).ok().says("3 of 3 done");
        assertEquals(List.of("b.wav", "c.wav", "i.png"), names(back));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encode --bpp 1 a.wav | --bpp does not go with a sound",
                "encode --psnr 30 a.wav | --psnr",
                "encode --tile 256 a.wav | --tile",
                "encode --keep-icc a.wav | --keep-icc",
                "encode --kbps 3 i.png | --kbps does not go with a picture",
                "encode --group 5 i.png | --group",
                "encode --kbps 3 a.wav i.png | --kbps",
                "encode --kbps 0 a.wav | kbit/s",
                "encode --kbps 3 -q 5 a.wav | mutually exclusive",
                "encode --group 0 a.wav | group",
                "encode --group 257 a.wav | group",
                "encode --max-seconds 0 a.wav | --max-seconds",
                "decode --crop 0,0,1,1 s.nacre | --crop does not go with a sound",
                "decode --scale 1/2 s.nacre | --scale",
                "decode --format png s.nacre | png as a format",
                "decode s.nacre x.png | png as a format",
                "decode p.nacre x.wav | wav as a format does not go with a picture",
                "decode --start 1 p.nacre | --start",
                "decode --duration 1 p.nacre | --duration",
                "decode --bits 16 p.nacre | --bits",
                "decode --bits 12 s.nacre | 12",
                "decode --start 3.7 s.nacre | lasts 3.700 s",
                "decode --start -1 s.nacre | time",
                "decode --start 1:75 s.nacre | time",
                "decode --duration 0 s.nacre | shorter than a sample",
                "compare --plot x.png a.png i.png | --plot",
            })
    void usage(String words, String said) throws IOException {
        Recording.write(folder.resolve("a.wav"));
        Photograph.write(folder.resolve("i.png"));
        Recording.writeNacre(folder.resolve("s.nacre"));
        Photograph.writeNacre(folder.resolve("p.nacre"));
        Object[] args = Arrays.stream(words.split(" "))
                .map(word -> word.matches(".\\.(wav|png|nacre)") ? folder.resolve(word) : word)
                .toArray();
        Program.run(args).fails(ExitCode.USAGE).says(said);
        assertEquals(List.of("a.wav", "i.png", "p.nacre", "s.nacre"), names(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID3\3\0\0\0\0\0\0", "OggS\0\2", "\0\0\0 ftypM4A ", "\u00FF\u00FB\u0090\0"})
    void encodedSoundsAreRefusedWithAdvice(String head) throws IOException {
        byte[] file = Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), 4000);
        Recording.pipe(file, "encode", "-").fails(ExitCode.BAD_DATA).says("ffmpeg");
        Recording.run("encode", Files.write(folder.resolve("x.png"), file))
                .fails(ExitCode.BAD_DATA)
                .says("ffmpeg");
        assertEquals(List.of("x.png"), names(folder));
    }

    @Test
    void badSounds() throws IOException {
        Path missing = folder.resolve("missing.wav");
        Recording.run("encode", "--kbps", 3, missing).fails(ExitCode.NO_INPUT).says("no such file");
        Path empty = Files.write(folder.resolve("empty.wav"), new byte[0]);
        Recording.run("encode", "--kbps", 3, empty).fails(ExitCode.BAD_DATA).says("empty");
        Path silent =
                Files.write(folder.resolve("none.wav"), Recording.wav(new float[0], 1, 16_000, SampleEncoding.INT_16));
        Recording.run("encode", silent).fails(ExitCode.BAD_DATA).says("no samples");
        float[] samples = Recording.samples();
        samples[20_000] = Float.NaN;
        byte[] wav = Recording.wav(samples, 1, 16_000, SampleEncoding.FLOAT_32);
        Recording.pipe(wav, "encode", "-").fails(ExitCode.BAD_DATA).says("20000");
        Path cut = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(Recording.wav(), 20_000));
        Recording.run("encode", cut).ok().says("note: ");
        assertEquals(List.of("cut.nacre", "cut.wav", "empty.wav", "none.wav"), names(folder));
    }

    @Test
    void limits() throws IOException {
        Path sound = Files.write(folder.resolve("a.wav"), Recording.wav(16_000, 3, SampleEncoding.INT_16));
        Recording.run("encode", "--max-seconds", 3, sound)
                .fails(ExitCode.BAD_DATA)
                .says("--max-seconds");
        Recording.run("encode", "--max-channels", 2, sound)
                .fails(ExitCode.BAD_DATA)
                .says("--max-channels");
        Recording.run("encode", "--max-seconds", 4, "--max-channels", 3, sound).ok();
        Path nacre = folder.resolve("a.nacre");
        for (String command : new String[] {"decode", "info"}) {
            Recording.run(command, "--max-seconds", 3, nacre)
                    .fails(ExitCode.BAD_DATA)
                    .says("--max-seconds");
            Recording.run(command, "--max-channels", 2, nacre)
                    .fails(ExitCode.BAD_DATA)
                    .says("--max-channels");
        }
    }

    @Test
    void packsOfTheOtherKind() throws IOException {
        Path sound = Recording.write(folder.resolve("a.wav"));
        Path picture = Photograph.write(folder.resolve("b.png"));
        Recording.run("encode", "--pack", "image-fidelity", sound).fails(ExitCode.MODEL);
        Recording.run("encode", "--pack", "audio-speech", picture).fails(ExitCode.MODEL);
        Recording.run("encode", "--pack", "no-such-pack", sound)
                .fails(ExitCode.MODEL)
                .says("no-such-pack");
        assertFalse(Files.exists(folder.resolve("a.nacre")));
    }

    @Test
    void binaryDoesNotGoToATerminal() throws IOException {
        Path nacre = Recording.writeNacre(folder.resolve("a.nacre"));
        assertEquals(
                0,
                Program.onTerminal(Recording.words("decode", nacre, "-"))
                        .fails(ExitCode.USAGE)
                        .bytes()
                        .length);
    }

    private static List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return List.copyOf(files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
