package io.nacre.app.eval.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.picture.RgbPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools are shell scripts")
class ExternalCodecTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    @TempDir
    private Path folder;

    private static RgbPicture picture() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        new SplittableRandom(3).nextBytes(rgb);
        return new RgbPicture(WIDTH, HEIGHT, rgb);
    }

    /** A codec whose commands are scripts of these bodies, with {in}, {out} and {q} as $1, $2 and $3. */
    private CodecCatalog.Opened<RgbPicture> open(String encode, String decode) throws Exception {
        Scripts.write(folder, "enc", encode);
        Scripts.write(folder, "dec", decode);
        Scripts.write(folder, "ver", "echo Fake codec; echo v2.7 of today; echo 3.1; exit 1");
        Path json = Files.writeString(folder.resolve("own.json"), """
                {"codecs": [{"id": "own", "input": "ppm", "output": "ppm", "values": ["1", "2.5"], "version": ["./ver"],
                  "encode": ["./enc", "{in}", "{out}", "{q}"], "decode": ["./dec", "{in}", "{out}"]}]}""");
        return CodecCatalog.shipped().with(json).open(List.of("own"), new PictureMedium(), Duration.ofSeconds(60));
    }

    private Coded<RgbPicture> code(CodecCatalog.Opened<RgbPicture> opened) throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));
        return opened.codecs().get(0).code(new Source<>(picture(), new PictureMedium(), folder), "q=2.5", work);
    }

    @Test
    void fileLengthsCountAndSamplesComeBack() throws Exception {
        CodecCatalog.Opened<RgbPicture> opened =
                open("cat \"$1\" >\"$2\"; echo \"$3\" >>\"$2\"", "head -c -4 \"$1\" >\"$2\"");
        Coded<RgbPicture> coded = code(opened);
        assertEquals("P6\n37 23\n255\n".length() + 3 * WIDTH * HEIGHT + "2.5\n".length(), coded.bytes());
        assertArrayEquals(picture().rgb(), coded.decoded().rgb());
        CodecInfo info = opened.codecs().get(0).info();
        assertEquals("v2.7 of today", info.version());
        assertEquals(List.of("q=1", "q=2.5"), info.settings());
    }

    @Test
    void revisionsChangeWithCommands() throws Exception {
        String first = open("true", "true").codecs().get(0).info().revision();
        assertEquals(first, open("false", "false").codecs().get(0).info().revision());
        String json = Files.readString(folder.resolve("own.json"));
        Path other = Files.writeString(folder.resolve("other.json"), json.replace("\"{q}\"", "\"-q{q}\""));
        CodecCatalog catalog = CodecCatalog.shipped().with(other);
        CodecCatalog.Opened<RgbPicture> opened =
                catalog.open(List.of("own"), new PictureMedium(), Duration.ofSeconds(60));
        assertNotEquals(first, opened.codecs().get(0).info().revision());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "exit 9; cat $1 >$2; enc ended with 9",
                "true; cat $1 >$2; ./enc wrote nothing",
                ": >$2; cat $1 >$2; ./enc wrote nothing",
                "cat $1 >$2; true; ./dec wrote nothing",
                "cat $1 >$2; exit 1; dec ended with 1",
                "cat $1 >$2; echo garbage >$2; what ./dec wrote can't be read",
                "cat $1 >$2; head -c 500 $1 >$2; what ./dec wrote can't be read",
                "cat $1 >$2; printf 'P6 1 1 255 abc' >$2; ./dec gave back 1 x 1 pixels of 37 x 23",
                "mkdir $2; cat $1 >$2; ./enc wrote nothing",
            })
    void failuresAreTold(String encode, String decode, String message) throws Exception {
        CodecCatalog.Opened<RgbPicture> opened = open(encode, decode);
        CodecException e = assertThrows(CodecException.class, () -> code(opened));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
        assertTrue(!e.getMessage().contains(folder.toString()), e.getMessage());
    }

    @Test
    void missingToolsAreListedWithTheirPackage() throws Exception {
        Path json = Files.writeString(folder.resolve("own.json"), """
                {"codecs": [{"id": "own", "package": "own-tools", "values": ["1"],
                  "encode": ["nacre-no-such-encoder", "{in}", "{out}", "{q}"], "decode": ["cat", "{in}", "{out}"]}]}""");
        CodecCatalog.Opened<RgbPicture> opened =
                CodecCatalog.shipped().with(json).open(List.of("own"), new PictureMedium(), Duration.ofSeconds(60));
        assertEquals(List.of(), opened.codecs());
        assertEquals(
                new CodecInfo.MissingTool("nacre-no-such-encoder", "own-tools"),
                opened.missing().get(0).missing());
    }
}
