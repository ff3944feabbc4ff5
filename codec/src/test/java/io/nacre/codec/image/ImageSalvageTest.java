package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.BoxInfo;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Limits;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.ModelException;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lost tiles become a smooth continuation of what is around them, and the rest of the picture stays. */
class ImageSalvageTest {
    private static final int TILE = 64;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int ACROSS = 5;

    private static ImageModel model;
    private static byte[] scene;

    @BeforeAll
    static void open() throws IOException {
        model = Fixture.tiny(2);
        scene = Fixture.encode(model, TestPicture.of(TestPicture.Kind.SCENE, WIDTH, HEIGHT), 80, TILE);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private record Decoded(int[] samples, List<LostTile> lost) {}

    private static Decoded salvage(byte[] file, Rectangle crop, int window) throws IOException {
        ContainerReader reader = ContainerReader.salvage(ByteBuffer.wrap(file), Limits.DEFAULT);
        ImageDecoder decoder = new ImageDecoder(model, window).salvaging();
        try (DecodedImage image = decoder.decode(reader, crop, Progress.NONE)) {
            int[] samples = new int[4 * image.width() * image.height()];
            int[] row = new int[4 * image.width()];
            for (int y = 0; y < image.height(); y++) {
                image.readRow(y, row);
                System.arraycopy(row, 0, samples, y * row.length, row.length);
            }
            return new Decoded(samples, image.lostTiles());
        }
    }

    private static byte[] damage(byte[] file, int... tiles) throws IOException {
        byte[] damaged = file.clone();
        List<BoxInfo> boxes = Fixture.open(file).boxes().stream()
                .filter(box -> box.type().equals("TILE"))
                .toList();
        for (int tile : tiles) {
            int payload = (int) boxes.get(tile).offset() + 5;
            Arrays.fill(damaged, payload + 1, (int) boxes.get(tile).length() + payload - 9, (byte) 0x55);
        }
        return damaged;
    }

    private static List<Integer> numbers(List<LostTile> lost) {
        return lost.stream().map(LostTile::number).toList();
    }

    @Test
    void intactFilesComeOutAsEver() throws IOException {
        Decoded decoded = salvage(scene, null, 2048);
        assertArrayEquals(Fixture.decode(model, scene), decoded.samples);
        assertEquals(List.of(), decoded.lost);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 2048})
    void everyTileIsFilledFromAround(int window) throws IOException {
        int[] good = Fixture.decode(model, scene);
        for (int tile = 0; tile < 20; tile += window == 128 ? 1 : 6) {
            byte[] bad = damage(scene, tile);
            assertThrows(FormatException.class, () -> Fixture.decode(model, bad, null, window));
            Decoded decoded = salvage(bad, null, window);
            assertEquals(List.of(tile), numbers(decoded.lost));
            Rectangle place = decoded.lost.get(0).place();
            assertEquals(
                    new Rectangle(tile % ACROSS * TILE, tile / ACROSS * TILE, TILE, TILE)
                            .intersection(new Rectangle(WIDTH, HEIGHT)),
                    place);
            assertTrue(decoded.lost.get(0).problem().contains("TILE " + tile), decoded.lost.toString());
            // Inside, the fill is nearer to the picture than grey is; far from it nothing has changed.
            assertTrue(
                    error(good, decoded.samples, place) < 0.6 * error(good, null, place),
                    "tile " + tile + ": " + error(good, decoded.samples, place) + " of " + error(good, null, place));
            int reach = model.receiver().spec.ring() * ReceiverSpec.STRIDE;
            Rectangle near = new Rectangle(place);
            near.grow(reach, reach);
            int far = 0;
            for (int i = 0; i < good.length / 4; i++) {
                int x = i % WIDTH;
                int y = i / WIDTH;
                if (!near.contains(x, y)) {
                    for (int c = 0; c < 4; c++) {
                        far = Math.max(far, Math.abs(good[4 * i + c] - decoded.samples[4 * i + c]));
                    }
                }
            }
            assertTrue(far <= 1, "tile " + tile + " changed what is far from it by " + far);
            assertTrue(
                    seam(decoded.samples, place) < 12, "tile " + tile + ": a seam of " + seam(decoded.samples, place));
        }
    }

    /** Root of the mean squared difference of a place's colours, or from mid-grey. */
    private static double error(int[] good, int[] samples, Rectangle place) {
        double sum = 0;
        for (int y = place.y; y < place.y + place.height; y++) {
            for (int x = place.x; x < place.x + place.width; x++) {
                for (int c = 0; c < 3; c++) {
                    int i = 4 * (y * WIDTH + x) + c;
                    double difference = good[i] - (samples == null ? 128 : samples[i]);
                    sum += difference * difference;
                }
            }
        }
        return Math.sqrt(sum / (3.0 * place.width * place.height));
    }

    /** Mean step across the place's border, between averages of eight pixels on each side and in each channel. */
    private static double seam(int[] samples, Rectangle place) {
        double sum = 0;
        int count = 0;
        for (int x = place.x; x + 8 <= place.x + place.width; x += 8) {
            if (place.y > 0) {
                sum += step(samples, new Rectangle(x, place.y - 8, 8, 8), new Rectangle(x, place.y, 8, 8));
                count++;
            }
        }
        for (int y = place.y; y + 8 <= place.y + place.height; y += 8) {
            if (place.x > 0) {
                sum += step(samples, new Rectangle(place.x - 8, y, 8, 8), new Rectangle(place.x, y, 8, 8));
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double step(int[] samples, Rectangle a, Rectangle b) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += Math.abs(mean(samples, a, c) - mean(samples, b, c)) / 3;
        }
        return sum;
    }

    private static double mean(int[] samples, Rectangle r, int c) {
        double sum = 0;
        for (int y = r.y; y < r.y + r.height; y++) {
            for (int x = r.x; x < r.x + r.width; x++) {
                sum += samples[4 * (y * WIDTH + x) + c];
            }
        }
        return sum / (r.width * r.height);
    }

    /** Only the tiles around the hole tell what belongs there, however large it is. */
    @Test
    void neighbouringTilesLostTogether() throws IOException {
        int[] good = Fixture.decode(model, scene);
        for (int[] lost : new int[][] {{6, 7, 11, 12}, {0, 1, 5, 6}, {15, 16, 17, 18, 19}, {0, 1, 2, 3, 4}}) {
            Decoded decoded = salvage(damage(scene, lost), null, 128);
            assertEquals(Arrays.stream(lost).boxed().toList(), numbers(decoded.lost));
            for (LostTile tile : decoded.lost) {
                double error = error(good, decoded.samples, tile.place());
                assertTrue(error < 70, tile + " of " + Arrays.toString(lost) + ": " + error);
            }
        }
    }

    @Test
    void onlyTheFirstTileIsLeft() throws IOException {
        long end = Fixture.open(scene).boxes().get(3).offset();
        Decoded decoded = salvage(Arrays.copyOf(scene, (int) end), null, 64);
        assertEquals(19, decoded.lost.size());
        int[] good = Fixture.decode(model, scene);
        for (int c = 0; c < 3; c++) { // the last pixel is like the mean of the first tile
            double mean = mean(good, new Rectangle(TILE, TILE), c);
            assertEquals(mean, decoded.samples[decoded.samples.length - 4 + c], 60, "channel " + c);
        }
    }

    @Test
    void cropsSalvageWhatTheyShow() throws IOException {
        byte[] bad = damage(scene, 7, 19);
        Rectangle crop = new Rectangle(100, 70, 80, 50);
        Decoded decoded = salvage(bad, crop, 64);
        assertEquals(List.of(7), numbers(decoded.lost));
        Decoded away = salvage(bad, new Rectangle(0, 0, 40, 40), 64);
        assertEquals(List.of(), away.lost);
    }

    @Test
    void alphaIsContinued() throws IOException {
        TestPicture picture = new TestPicture(TestPicture.Kind.SCENE, WIDTH, HEIGHT, 255, false, true);
        byte[] file = Fixture.encode(model, picture, 80, TILE);
        int[] good = Fixture.decode(model, file);
        Decoded decoded = salvage(damage(file, 0, 7), null, 2048);
        assertEquals(List.of(0, 7), numbers(decoded.lost));
        assertEquals(good[3], decoded.samples[3]); // outside the disc
        int centre = 4 * (96 * WIDTH + 160) + 3;
        assertEquals(255, good[centre]);
        assertTrue(decoded.samples[centre] > 200, "alpha " + decoded.samples[centre]);
    }

    /** Right checksums around wrong symbols: found while parsing. */
    @Test
    void corruptPayloads() throws IOException {
        ContainerReader reader = Fixture.open(scene);
        ImageHeader header = reader.header();
        List<byte[]> tiles = new ArrayList<>();
        for (int i = 0; i < reader.tileCount(); i++) {
            byte[] tile = reader.tile(i);
            if (i == 8) {
                tile[tile.length / 2] ^= 0x10;
            }
            tiles.add(tile);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, header);
        writer.writeTiles(tiles);
        writer.finish();
        assertThrows(CorruptStreamException.class, () -> Fixture.decode(model, out.toByteArray()));
        Decoded decoded = salvage(out.toByteArray(), null, 128);
        assertEquals(List.of(8), numbers(decoded.lost));
        assertTrue(decoded.lost.get(0).problem().contains("corrupt"), decoded.lost.toString());
    }

    @Test
    void wrongPackStaysAnError() throws IOException {
        try (ImageModel other = Fixture.shipped(1)) {
            ContainerReader reader = ContainerReader.salvage(ByteBuffer.wrap(damage(scene, 3)), Limits.DEFAULT);
            assertThrows(
                    ModelException.class,
                    () -> new ImageDecoder(other).salvaging().decode(reader, null, Progress.NONE));
        }
    }
}
