package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.nacre.codec.pcm.SampleEncoding;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands print of sounds. */
class SoundReportsTest {
    @TempDir
    private Path folder;

    @Test
    void encodeAndDecode() throws Exception {
        Path sound = Recording.write(folder.resolve("talk.wav"));
        JsonObject encoded =
                json(Recording.run("encode", "--json", "-q", 30, sound).ok());
        long bytes = Files.size(folder.resolve("talk.nacre"));
        assertEquals(bytes, encoded.getLong("bytes"));
        assertEquals(30, encoded.getDouble("quality"), 0.1);
        assertEquals(3.7, encoded.getDouble("duration"), 1e-9);
        assertEquals(bytes * 8 / 3700.0, encoded.getDouble("kbps"), 1e-9);
        JsonObject decoded = json(Recording.run("decode", "--json", "-f", "--start", 1, folder.resolve("talk.nacre"))
                .ok());
        assertEquals("ok", decoded.getString("status"));
        assertEquals(sound.toString(), decoded.getString("output"));
        assertEquals(Recording.SAMPLES - Recording.RATE, decoded.getLong("samples"));
    }

    @Test
    void whatThePackLeavesOutIsSaid() throws IOException {
        byte[] wide = Recording.wav(44_100, 1, SampleEncoding.INT_16);
        Recording.pipe(wide, "encode", "-").ok().says("note: what lies above 8 kHz is lost");
        assertFalse(Recording.pipe(wide, "encode", "--quiet", "-").ok().err().contains("note"));
        assertFalse(Recording.pipe(Recording.wav(), "encode", "-").ok().err().contains("note"));
    }

    @Test
    void info() throws Exception {
        Path nacre = Recording.writeNacre(folder.resolve("talk.nacre"));
        JsonObject object = json(Recording.run("info", "--json", nacre).ok());
        assertEquals("sound", object.getString("kind"));
        assertEquals(Recording.RATE, object.getInt("sampleRate"));
        assertEquals(Recording.SAMPLES, object.getLong("samples"));
        assertEquals(4, object.getInt("groups"));
        assertEquals(Recording.PACK, object.getString("pack"));
        assertEquals(Files.size(nacre) * 8 / 3700.0, object.getDouble("kbps"), 1e-9);
        long end = 8; // the magic
        for (Object entry : object.getArray("boxes")) {
            JsonObject box = (JsonObject) entry;
            assertEquals(end, box.getLong("offset"));
            end += box.getLong("bytes");
        }
        assertEquals(Files.size(nacre), end);
        String text = Recording.run("info", nacre).ok().out();
        assertTrue(text.contains("3.700 s") && text.contains("16000 Hz, 1 channel, decoded to 16-bit"), text);
        assertEquals("ok", json(Recording.run("verify", "--json", nacre).ok()).getString("status"));
    }

    @Test
    void compareEqualSounds() throws Exception {
        Path sound = Recording.write(folder.resolve("talk.wav"));
        JsonObject same = json(Recording.run("compare", "--json", sound, sound).ok());
        assertTrue(same.isNull("siSdr"));
        assertEquals(0, same.getDouble("logMel"), 1e-9);
        assertEquals(1, same.getDouble("stoi"), 1e-9);
        assertEquals(1, same.getDouble("estoi"), 1e-9);
        Recording.run("compare", "--threshold", 200, sound, sound).ok();
    }

    @Test
    void compareTakesDelayRateAndLengthAway() throws Exception {
        Path sound = Recording.write(folder.resolve("talk.wav"));
        float[] speech = Recording.samples();
        int late = 400; // 25 ms
        float[] delayed = new float[speech.length];
        System.arraycopy(speech, 0, delayed, late, speech.length - late);
        Path other = Files.write(
                folder.resolve("late.wav"), Recording.wav(delayed, 1, Recording.RATE, SampleEncoding.FLOAT_32));
        Program.Result result = Recording.run("compare", "--json", sound, other).ok();
        JsonObject object = json(result);
        assertEquals(0.025, object.getDouble("delay"), 1e-9);
        assertTrue(object.isNull("siSdr") || object.getDouble("siSdr") > 60, object.toString());
        result.says("25.000 ms late; shifted");
        float[] shorter = Arrays.copyOf(speech, speech.length - 1600);
        Files.write(other, Recording.wav(shorter, 1, Recording.RATE, SampleEncoding.INT_16));
        Recording.run("compare", sound, other).ok().says("3.6000 s long, not 3.7000");
        float[] stereo = new float[2 * speech.length];
        for (int i = 0; i < stereo.length; i++) {
            stereo[i] = speech[i / 2];
        }
        Files.write(other, Recording.wav(stereo, 2, Recording.RATE, SampleEncoding.INT_16));
        Recording.run("compare", "--threshold", 60, sound, other).ok().says("2 channels, not 1");
        Files.write(other, Recording.wav(48_000, 1, SampleEncoding.INT_16));
        Recording.run("compare", sound, other).ok().says("48000 Hz, not 16000");
    }

    @Test
    void compareDecodes() throws Exception {
        Path sound = Recording.write(folder.resolve("talk.wav"));
        Path nacre = Recording.writeNacre(folder.resolve("talk.nacre"));
        Path wav = folder.resolve("back.wav");
        Recording.run("decode", "--bits", "32f", nacre, wav).ok();
        JsonObject coded = json(Recording.run("compare", "--json", sound, nacre).ok());
        JsonObject decoded = json(Recording.run("compare", "--json", sound, wav).ok());
        assertEquals(coded.getDouble("siSdr"), decoded.getDouble("siSdr"), 1e-3);
        assertEquals(coded.getDouble("stoi"), decoded.getDouble("stoi"), 1e-4);
        assertTrue(coded.getDouble("logMel") > 0.5, coded.toString());
        assertEquals(
                Files.size(nacre) * 8 / 3700.0,
                coded.getArray("inputs").getObject(1).getDouble("kbps"),
                1e-9);
        assertEquals(
                ExitCode.FAILED.code(),
                Recording.run("compare", "--threshold", 100, sound, nacre).code());
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Recording.run("compare", photo, sound).fails(ExitCode.BAD_DATA).says("photo.png is a picture");
        Recording.run("compare", sound, folder.resolve("none.wav"))
                .fails(ExitCode.NO_INPUT)
                .says("none.wav");
    }

    @Test
    void shortAndSilentSounds() throws Exception {
        Path one = Files.write(
                folder.resolve("one.wav"), Recording.wav(new float[] {0.5f}, 1, 16_000, SampleEncoding.INT_16));
        Program.Result result = Recording.run("compare", one, one).ok();
        assertTrue(result.out().contains("STOI     needs"), result.out());
        JsonObject object = json(Recording.run("compare", "--json", one, one).ok());
        assertTrue(object.isNull("siSdr") && object.isNull("logMel") && object.isNull("stoi"), object.toString());
        assertEquals(
                ExitCode.FAILED.code(),
                Recording.run("compare", "--threshold", 0, one, one).code());
    }

    @Test
    void plot() throws IOException {
        Path sound = Recording.write(folder.resolve("talk.wav"));
        Path nacre = Recording.writeNacre(folder.resolve("talk.nacre"));
        Path plot = folder.resolve("plot.png");
        Recording.run("compare", "--plot", plot, sound, nacre).ok();
        BufferedImage image = Photograph.read(Files.readAllBytes(plot));
        assertTrue(image.getWidth() > 1000 && image.getHeight() > 700);
        Recording.run("compare", "--plot", plot, sound, nacre)
                .fails(ExitCode.CANNOT_WRITE)
                .says("--force");
        Recording.run("compare", "-f", "--plot", plot, sound, nacre).ok();
    }

    private static JsonObject json(Program.Result result) throws JsonParserException {
        assertEquals(1, result.out().lines().count(), result.out());
        return JsonParser.object().from(result.out());
    }
}
