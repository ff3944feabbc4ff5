package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands print: text for people, an object a line for programs. */
class ReportsTest {
    @TempDir
    private Path folder;

    @Test
    void encodeAndDecode() throws Exception {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Program.Result encoded =
                Program.run("encode", "--json", "-q", 30, photo).ok();
        assertEquals("", encoded.err());
        JsonObject object = json(encoded);
        assertEquals("ok", object.getString("status"));
        assertEquals(Files.size(folder.resolve("photo.nacre")), object.getLong("bytes"));
        assertEquals(30, object.getDouble("quality"), 0.1);
        JsonObject decoded = json(Program.run("decode", "--json", "-f", folder.resolve("photo.nacre"))
                .ok());
        assertEquals(Photograph.WIDTH, decoded.getInt("width"));
        assertEquals(photo.toString(), decoded.getString("output"));
    }

    @Test
    void failuresAreObjectsToo() throws Exception {
        Program.Result result = Program.run("encode", "--json", folder.resolve("missing.png"));
        result.fails(ExitCode.NO_INPUT);
        JsonObject object = json(result);
        assertEquals("error", object.getString("status"));
        assertEquals(4, object.getObject("error").getInt("code"));
        assertEquals("no such file", object.getObject("error").getString("message"));
    }

    @Test
    void quietSaysNothing() throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Program.Result result = Program.run("encode", "--quiet", photo).ok();
        assertEquals("", result.out() + result.err());
    }

    @Test
    void infoListsTheBoxesWithoutGaps() throws Exception {
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        JsonObject object = json(Program.run("info", "--json", nacre).ok());
        assertEquals(Photograph.WIDTH, object.getInt("width"));
        assertEquals("image-fidelity", object.getString("pack"));
        long end = 8; // the magic
        for (Object entry : object.getArray("boxes")) {
            JsonObject box = (JsonObject) entry;
            assertEquals(end, box.getLong("offset"));
            end += box.getLong("bytes");
        }
        assertEquals(Files.size(nacre), end);
        String text = Program.run("info", nacre).ok().out();
        assertTrue(text.contains("256 x 192 pixels") && text.contains("TILE") && text.contains("image-fidelity"), text);
    }

    @Test
    void stripLeavesMetadataOut() throws Exception {
        Path photo = Path.of("..", "samples", "pictures", "kitten.jpg");
        Path kept = folder.resolve("kept.nacre");
        Path stripped = folder.resolve("stripped.nacre");
        Program.run("encode", "-q", 5, photo, kept).ok();
        Program.run("encode", "-q", 5, "--strip", photo, stripped).ok();
        JsonObject metadata = json(Program.run("info", "--json", stripped).ok()).getObject("metadata");
        assertEquals(0, metadata.getInt("exif") + metadata.getInt("xmp") + metadata.getInt("icc"));
        JsonObject all = json(Program.run("info", "--json", kept).ok()).getObject("metadata");
        assertEquals(Files.size(kept) > Files.size(stripped), all.getInt("exif") + all.getInt("xmp") > 0);
    }

    @Test
    void compareMeasures() throws Exception {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        JsonObject same = json(Program.run("compare", "--json", photo, photo).ok());
        assertTrue(same.getBoolean("equal") && same.isNull("psnr"));
        assertEquals(1, same.getDouble("msSsim"));
        JsonObject coded = json(Program.run("compare", "--json", photo, nacre).ok());
        assertTrue(coded.getDouble("psnr") > 28 && coded.getDouble("psnr") < 50, coded.toString());
        assertTrue(coded.getDouble("msSsim") > 0.9 && coded.getDouble("msSsim") < 1, coded.toString());
        JsonArray inputs = coded.getArray("inputs");
        assertEquals(
                8.0 * Files.size(nacre) / Photograph.WIDTH / Photograph.HEIGHT,
                inputs.getObject(1).getDouble("bitsPerPixel"),
                1e-9);
        Path crop = folder.resolve("crop.png");
        Program.run("decode", "--crop", "0,0,20,20", nacre, crop).ok();
        Program.run("compare", photo, crop).fails(ExitCode.BAD_DATA).says("256 x 192");
        assertTrue(json(Program.run("compare", "--json", crop, crop).ok()).isNull("msSsim"));
    }

    @Test
    void verifyAndModels() throws Exception {
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        assertEquals("ok", json(Program.run("verify", "--json", nacre).ok()).getString("status"));
        String packId = json(Program.run("info", "--json", nacre).ok()).getString("packId");
        String line = Program.run("models", "--json")
                .ok()
                .out()
                .lines()
                .filter(l -> l.contains(packId))
                .findFirst()
                .orElseThrow();
        JsonObject model = JsonParser.object().from(line);
        assertEquals(packId, model.getString("id"));
        assertTrue(model.getLong("receiverMacPerPixel") > 0);
        assertTrue(Program.run("models").ok().out().contains(packId));
    }

    private static JsonObject json(Program.Result result) throws JsonParserException {
        assertEquals(1, result.out().lines().count(), result.out());
        return JsonParser.object().from(result.out());
    }
}
