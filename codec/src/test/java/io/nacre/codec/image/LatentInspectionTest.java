package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the inspection of a file must agree with: the file's length, its symbols, and common sense. */
class LatentInspectionTest {
    private static final int FIXED_BYTES = 64;
    private static final int TILE_BYTES = 16;

    /** Flat grey on the left, noise on the right. */
    private record HalfNoise(int width, int height) implements Pixels {
        @Override
        public int maximum() {
            return 255;
        }

        @Override
        public boolean grey() {
            return false;
        }

        @Override
        public boolean alpha() {
            return false;
        }

        @Override
        public void read(int x, int y, int count, int[] rgba) {
            for (int i = 0; i < count; i++) {
                SplittableRandom random = new SplittableRandom(31L * (x + i) + 65537L * y);
                for (int c = 0; c < 3; c++) {
                    rgba[4 * i + c] = x + i < width / 2 ? 128 : random.nextInt(256);
                }
                rgba[4 * i + 3] = 255;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 130, 128", "64, 64, 64", "1, 1, 64", "333, 71, 256"})
    void accountsForEveryByte(int width, int height, int tileSize) throws IOException {
        try (ImageModel model = Fixture.tiny(2)) {
            byte[] file = Fixture.encode(model, new HalfNoise(width, height), 70, tileSize);
            LatentInspection inspection = LatentInspection.of(model, Fixture.open(file));
            int tiles = Fixture.open(file).tileCount();
            RateSplit rates = inspection.rates();
            assertEquals(file.length, rates.total(), 1e-6);
            assertEquals(0, rates.metadata());
            assertEquals(0, rates.alpha());
            assertTrue(rates.structure() >= 0, rates::toString);
            assertTrue(rates.structure() <= FIXED_BYTES + TILE_BYTES * tiles, rates::toString);
            double bits = 0;
            for (float b : inspection.bits()) {
                bits += b;
            }
            assertEquals(8 * (rates.latents() + rates.hyperlatents()), bits, 1e-3 * bits);
            double channelBits = 0;
            for (double b : inspection.channelBits()) {
                channelBits += b;
            }
            assertEquals(8 * rates.latents(), channelBits, 1e-6 * channelBits + 1e-9);
        }
    }

    @Test
    void showsTheSymbolsThatTheFileHolds() throws IOException {
        Pixels picture = new HalfNoise(150, 90);
        try (ImageModel model = Fixture.tiny(1)) {
            byte[] file = Fixture.encode(model, picture, 60, 64);
            LatentInspection inspection = LatentInspection.of(model, Fixture.open(file));
            assertEquals(10, inspection.columns());
            assertEquals(6, inspection.rows());
            TileGrid grid = new TileGrid(150, 90, 64);
            TileParser parser =
                    new TileParser(model.receiver(), Fixture.open(file).header().quality(), false);
            for (int c = 0; c < inspection.channels(); c++) {
                short[] symbols = inspection.symbols(c);
                byte[] rows = inspection.tableRows(c);
                for (int i = 0; i < symbols.length; i++) {
                    assertTrue(symbols[i] == 0 || rows[i] != LatentInspection.SKIPPED, "channel " + c + ", " + i);
                    int x = i % inspection.columns();
                    int y = i / inspection.columns();
                    int tile = y / 4 * grid.across() + x / 4;
                    TileSymbols parsed = parser.parse(Fixture.open(file).tile(tile), grid.geometry(tile))
                            .symbols();
                    int at = (y % 4 * grid.geometry(tile).latentWidth() + x % 4) * inspection.channels() + c;
                    assertEquals(parsed.s[at], symbols[i]);
                }
            }
        }
    }

    @Test
    void bitsGoWhereTheNoiseIs() throws IOException {
        try (ImageModel model = Fixture.tiny(2)) {
            byte[] file = Fixture.encode(model, new HalfNoise(256, 64), 80, 256);
            LatentInspection inspection = LatentInspection.of(model, Fixture.open(file));
            float[] bits = inspection.bits();
            double left = 0;
            double right = 0;
            for (int i = 0; i < bits.length; i++) {
                if (i % inspection.columns() < inspection.columns() / 2) {
                    left += bits[i];
                } else {
                    right += bits[i];
                }
            }
            assertTrue(right > 2 * left, left + " bits in the flat half, " + right + " in the noise");
        }
    }

    @Test
    void metadataIsCountedApart() throws IOException {
        try (ImageModel model = Fixture.tiny(1)) {
            Metadata metadata = new Metadata(null, null, new byte[300]);
            byte[] file = new ImageEncoder(model)
                    .encode(new HalfNoise(70, 70), metadata, EncodeOptions.DEFAULT, Progress.NONE);
            RateSplit rates = LatentInspection.of(model, Fixture.open(file)).rates();
            assertTrue(rates.metadata() >= 300 && rates.metadata() < 330, rates::toString);
            assertEquals(file.length, rates.total(), 1e-6);
        }
    }

    @Test
    void refusesOtherPacksAndDamage() throws IOException {
        try (ImageModel model = Fixture.tiny(1);
                ImageModel other = Fixture.shipped(1)) {
            byte[] file = Fixture.encode(model, new HalfNoise(70, 70), 50, 64);
            assertThrows(ModelException.class, () -> LatentInspection.of(other, Fixture.open(file)));
            file[file.length / 2] ^= 0x10;
            assertThrows(IOException.class, () -> LatentInspection.of(model, Fixture.open(file)));
        }
    }
}
