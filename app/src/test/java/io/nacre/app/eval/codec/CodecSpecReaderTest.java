package io.nacre.app.eval.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecSpecReaderTest {
    private static final String GOOD = """
            {"codecs": [{"id": "own", "values": ["1", "2"], "package": "own-tools",
              "encode": ["enc", "-q{q}", "{in}", "{out}"], "decode": ["dec", "{in}", "{out}"]}]}""";

    private static List<CodecSpec> read(String json) throws IOException {
        return new CodecSpecReader("own.json").read(json);
    }

    @Test
    void whatIsLeftOutHasDefaults() throws IOException {
        CodecSpec spec = read(GOOD).get(0);
        assertEquals(
                List.of("own", "own", "png", "png"), List.of(spec.family(), spec.title(), spec.input(), spec.output()));
        assertEquals("enc -q{q} {in} {out}", spec.preset());
        assertEquals(Map.of("q=1", "1", "q=2", "2"), spec.settings());
    }

    @Test
    void settingsBetweenThoseOfTheSweepAreNumbers() throws IOException {
        CodecSpec spec = read(GOOD).get(0);
        assertEquals("2", spec.value("q=2"));
        assertEquals("1.25", spec.value("q=1.25"));
        for (String wrong : List.of("q=", "q=-1", "q=1;ls", "q=1e3", "cq=1", "1", "q=1234567")) {
            assertThrows(IllegalArgumentException.class, () -> spec.value(wrong), wrong);
        }
    }

    /** Each line breaks the good description in one place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"codecs\"        | {\"codec\"          | own.json: \"codec\" is not known",
                "{\"codecs\": [     | {\"codecs\": 5, \"x\": [ | own.json: \"x\" is not known",
                "\"own\"            | \"Own codec\"       | own.json, codec 1: \"id\" must match",
                "\"own\"            | 7                   | own.json, codec 1: \"id\" must be a string",
                "\"values\"         | \"value\"           | own.json, codec own: \"value\" is not known; known are decode,",
                "\"1\", \"2\"       | \"1\", \"1\"        | own.json, codec own: \"values\" must be different strings",
                "\"1\", \"2\"       | 1, 2                | own.json, codec own: \"values\" must hold strings only",
                "\"1\", \"2\"       | \"../x\"            | own.json, codec own: \"values\" must be different strings",
                "[\"1\", \"2\"]     | []                  | own.json, codec own: \"values\" must be an array of 1 to",
                "-q{q}              | -q5                 | own.json, codec own: \"encode\" must name a program and then have {in}, {out}, {q}",
                "\"{in}\", \"{out}\"]}  | \"{in}\"]}      | own.json, codec own: \"decode\" must name a program and then have {in}, {out}",
                "-q{q}              | -q{q}{x}            | own.json, codec own: \"encode\" must name a program",
                "\"enc\"            | \"\"                | own.json, codec own: \"encode\" must name a program",
                "\"own-tools\"      | \"t\", \"input\": \"gif\" | own.json, codec own: \"input\" must be \"png\" or \"ppm\"",
                "\"own-tools\"      | \"t\", \"kind\": \"film\" | own.json, codec own: \"kind\" must be \"picture\" or \"sound\"",
                "\"own-tools\"      | \"t\", \"kind\": \"sound\", \"input\": \"png\" | own.json, codec own: \"input\" must be \"wav\" or \"wav16k\" or \"raw8k\"",
                "\"own-tools\"      | 5                   | own.json, codec own: \"package\" must be a string",
                "\"own-tools\"      | \"t\", \"extension\": \"a/b\" | own.json, codec own: \"extension\" must match",
                "}]}                | }                   | own.json is no JSON object",
                "}]}                | }, 5]}              | own.json, codec 2: it must be an object",
            })
    void mistakesAreNamed(String part, String broken, String message) {
        assertTrue(GOOD.contains(part), part);
        IOException e = assertThrows(IOException.class, () -> read(GOOD.replace(part, broken)));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }

    @Test
    void idsAreUnique() {
        String entry = GOOD.substring(GOOD.indexOf('[') + 1, GOOD.lastIndexOf(']'));
        IOException e = assertThrows(IOException.class, () -> read("{\"codecs\": [" + entry + "," + entry + "]}"));
        assertEquals("own.json, codec own: there is another one of that id", e.getMessage());
    }

    @Test
    void templatesKeepWhatIsNoPlace() {
        CommandTemplate command = new CommandTemplate(List.of("p", "a{in}b{in}", "{Q}", "$1\\{q}"));
        assertEquals(
                List.of("p", "a$0b$0", "{Q}", "$1\\\\"), command.fill(Path.of("p"), Map.of("in", "$0", "q", "\\")));
    }

    @Test
    void shippedCodecsAreFoundByIdAndFamily() {
        CodecCatalog catalog = CodecCatalog.shipped();
        assertEquals(List.of("avif-420", "avif-444"), catalog.named("avif", MediaKind.PICTURE));
        assertEquals(List.of("jpeg-444"), catalog.named("jpeg-444", MediaKind.PICTURE));
        assertEquals(List.of(), catalog.named("gif", MediaKind.PICTURE));
        assertEquals(List.of(), catalog.named("avif", MediaKind.SOUND));
        assertEquals(List.of("opus-speech", "opus-music"), catalog.named("opus", MediaKind.SOUND));
        assertTrue(
                catalog.ids(MediaKind.PICTURE).containsAll(List.of("webp", "jxl", "heic-420", "jpeg2000")),
                catalog.ids(MediaKind.PICTURE).toString());
    }
}
