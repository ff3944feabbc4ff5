package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.GraphCost;
import io.nacre.models.ModelPack;
import io.nacre.models.PackKind;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The exporter's own figures: what Python computed on the way from samples to symbols and rows, and back. */
class SoundGraphParityTest {
    private static SoundModel model;
    private static Map<String, SoundFixture.Values> arrays;

    @BeforeAll
    static void open() throws Exception {
        model = SoundFixture.tiny(1);
        arrays = SoundFixture.arrays();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static float[] values(String name) {
        return arrays.get(name).values();
    }

    private static int frames() {
        return arrays.get("integers/s").shape()[0];
    }

    private static int quality() {
        return 16 * (int) values("integers/quality")[0];
    }

    /** [row][column] to [column][row]. */
    private static float[] turned(float[] values, int rows) {
        int columns = values.length / rows;
        float[] turned = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i % columns * rows + i / columns] = values[i];
        }
        return turned;
    }

    private static void assertNear(float[] expected, float[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, "value " + i);
        }
    }

    private static short[] analysed() throws Exception {
        float[] samples =
                turned(values("analysis/in/x"), model.receiver().spec.framing().hop());
        return new ChunkAnalyser(model).analyse(samples, frames(), 0, frames());
    }

    @Test
    void analysisComputesWhatTheTrainingDid() throws Exception {
        float[] expected =
                turned(values("analysis/out/y"), model.receiver().spec.channels());
        short[] latents = analysed();
        assertEquals(expected.length, latents.length);
        for (int i = 0; i < expected.length; i++) {
            double half = Math.abs(expected[i]) / 2048; // kept with 11 bits
            assertEquals(expected[i], HalfFloat.toFloat(latents[i]), 1e-4 + half, "value " + i);
        }
    }

    /** Python's symbols in Java's scan. */
    private static ChannelSymbols given() throws CorruptStreamException {
        ChannelSymbols symbols = new ChannelSymbols(model.receiver().spec.channels(), frames());
        float[] s = values("integers/s");
        new FrameScan(model.receiver(), symbols, quality()) {
            @Override
            protected int symbol(int index, int row) {
                return (int) s[index];
            }
        }.run();
        return symbols;
    }

    @Test
    void rowsAreThoseOfTheTraining() throws Exception {
        ChannelSymbols symbols = given();
        float[] rows = values("integers/row");
        float[] s = values("integers/s");
        int other = 0;
        for (int i = 0; i < rows.length; i++) {
            assertEquals((int) rows[i], symbols.rows[i], "row " + i);
            assertEquals((int) s[i], symbols.s[i], "symbol " + i);
            other += s[i] == 0 ? 0 : 1;
        }
        assertTrue(other > rows.length / 20, other + " symbols that are not 0");
    }

    /** Rounding in order or in rounds, as Python does, differs where a row changes a deadzone. */
    @Test
    void symbolsAreThoseOfTheTraining() throws Exception {
        float[] expected = values("integers/s");
        short[] s = new GroupQuantizer(model.receiver(), model.sender(), quality()).quantize(analysed()).s;
        int different = 0;
        for (int i = 0; i < s.length; i++) {
            different += s[i] == expected[i] ? 0 : 1;
        }
        assertTrue(different <= s.length / 200, different + " of " + s.length + " symbols differ");
    }

    private static float[] gains() {
        SoundReceiver receiver = model.receiver();
        return receiver.gains.at(receiver.spec.qualities().share(quality()));
    }

    @Test
    void synthesisComputesWhatTheTrainingDid() throws Exception {
        ChannelSymbols symbols = given();
        float[] sound = turned(
                values("synthesis/out/sound"), model.receiver().spec.framing().hop());
        float[] latents = new DecodedChannel(model.receiver(), gains(), symbols).latents;
        assertNear(values("integers/hat"), latents, 1e-5);
        float[] samples = new ChunkSynthesiser(model.receiver()).synthesise(latents, 0, frames() - 1);
        assertNear(sound, samples, 1e-4);
    }

    @Test
    void costsAreThoseOfTheManifest() throws Exception {
        ModelPack pack = SoundFixture.tinyPack();
        assertEquals(PackKind.SOUND, pack.manifest().kind());
        assertEquals(pack.manifest().macPerUnit(), GraphCost.perUnit(pack));
    }

    @Test
    void codedSymbolsComeBack() throws Exception {
        ChannelSymbols[] symbols = {given()};
        byte[] payload = GroupEncoder.encode(model.receiver().tables, symbols);
        ChannelSymbols parsed = new GroupParser(model.receiver(), 1, quality()).parse(payload, frames())[0];
        assertArrayEquals(symbols[0].s, parsed.s);
        assertArrayEquals(symbols[0].rows, parsed.rows);
    }
}
