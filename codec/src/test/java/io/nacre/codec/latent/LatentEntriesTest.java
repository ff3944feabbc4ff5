package io.nacre.codec.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.models.ModelException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of packs that both codecs read. */
class LatentEntriesTest {
    private static PackBytes entry(byte[] bytes) {
        return new PackBytes("some.bin", bytes);
    }

    @Test
    void gainsAreInterpolatedInTheirLogarithms() throws Exception {
        ByteBuffer file = ByteBuffer.allocate(8 + 4 * 6);
        file.putInt(3).putInt(2);
        for (float log : new float[] {0, 1, 2, -1, 4, 0}) { // [anchor][channel]
            file.putFloat(log);
        }
        Gains gains = Gains.parse(2, entry(file.array()));
        for (double share : new double[] {0, 0.1, 0.5, 0.7, 1}) {
            double first = 4 * share;
            double second = share < 0.5 ? 1 - 4 * share : -1 + 2 * (share - 0.5);
            assertArrayEquals(
                    new float[] {(float) Math.exp(first), (float) Math.exp(second)}, gains.at(share), 1e-5f * 55);
        }
        assertThrows(ModelException.class, () -> Gains.parse(3, entry(file.array())));
        file.putFloat(12, Float.NaN);
        ModelException e = assertThrows(ModelException.class, () -> Gains.parse(2, entry(file.array())));
        assertEquals("the pack's some.bin is damaged: a number is not finite", e.getMessage());
        file.putInt(0, 1);
        assertThrows(ModelException.class, () -> Gains.parse(2, entry(file.array())), "one anchor");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.7, 0", "0.71, 1", "-0.71, -1", "1.59, 1", "1.61, 2", "-7.61, -8", "1e9, 32767", "NaN, 0"})
    void deadzonesAreThoseOfTheRow(float value, int symbol) throws Exception {
        ByteBuffer file = ByteBuffer.allocate(4 * 2 * RowTables.ROWS);
        for (int row = 0; row < RowTables.ROWS; row++) {
            file.putFloat(row == 5 ? 0.2f : 0.4f).putFloat(row == 5 ? 0.1f : 0.3f);
        }
        assertEquals(symbol, Deadzone.parse(entry(file.array())).quantize(value, 5));
    }

    private static byte[] rows(SplittableRandom random) {
        ByteBuffer file = ByteBuffer.allocate(RowTables.ROWS * (16 + 1 + 4));
        for (int i = 0; i < RowTables.ROWS * 4; i++) {
            file.putFloat(i % 4 == 0 ? 0 : i / 1000f);
        }
        for (int row = 0; row < RowTables.ROWS; row++) {
            int zero = random.nextInt(1, 65535);
            file.put((byte) 0).putShort((short) (zero - 1)).putShort((short) (65536 - zero - 1));
        }
        return file.array();
    }

    @Test
    void centroidsLieBeyondTheirSymbols() throws Exception {
        RowTables tables = RowTables.parse(entry(rows(new SplittableRandom(1))));
        assertEquals(0, tables.value(0, 7));
        assertEquals(1 + 29 / 1000f, tables.value(1, 7));
        assertEquals(-2 - 30 / 1000f, tables.value(-2, 7));
        assertEquals(3 + 31 / 1000f, tables.value(3, 7));
        assertEquals(-90 - 31 / 1000f, tables.value(-90, 7));
        assertEquals(0, tables.table(7).reach());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damageGivesModelExceptionsOnly(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good = rows(random);
        RowTables.parse(entry(good));
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length));
            assertThrows(ModelException.class, () -> RowTables.parse(entry(bad)), "seed " + seed);
            byte[] noise = good.clone();
            noise[random.nextInt(1024, good.length)] ^= (byte) random.nextInt(1, 256);
            try {
                RowTables.parse(entry(noise));
            } catch (ModelException e) {
                refused++;
            }
        }
        assertTrue(refused > 400, "seed " + seed + ": " + refused + " of 500");
    }
}
