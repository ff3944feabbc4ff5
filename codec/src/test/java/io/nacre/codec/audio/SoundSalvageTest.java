package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.BoxInfo;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lost groups become silence between two fades, and the rest of the sound stays where it was. */
class SoundSalvageTest {
    private static final int RATE = 16_000;
    private static final int SECONDS = 8;
    /** Samples beside a lost group that its loudness and the graph's context reach, at most. */
    private static final int REACH = RATE + RATE / 2;

    private static SoundModel model;
    private static byte[] file;
    private static float[] good;

    @BeforeAll
    static void open() throws IOException {
        model = SoundFixture.tiny(2);
        file = SoundFixture.encode(model, TestSound.of(RATE, 1, SECONDS * RATE - 77), SoundFixture.quality(80, 1));
        good = SoundFixture.decode(model, file);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Decoded(float[] samples, List<LostGroup> lost) {}

    private static Decoded salvage(byte[] damaged) throws IOException {
        ContainerReader reader = ContainerReader.salvage(ByteBuffer.wrap(damaged), Limits.DEFAULT);
        try (DecodedSound sound = new SoundDecoder(model).salvaging().decode(reader)) {
            return new Decoded(SoundFixture.readRest(sound, 1000), sound.lostGroups());
        }
    }

    private static List<BoxInfo> groups(byte[] sound) throws IOException {
        return SoundFixture.open(sound).boxes().stream()
                .filter(box -> box.type().equals("TILE"))
                .toList();
    }

    private static byte[] damage(byte[] sound, int... groups) throws IOException {
        byte[] damaged = sound.clone();
        for (int group : groups) {
            int payload = (int) groups(sound).get(group).offset() + 6;
            Arrays.fill(damaged, payload + 1, payload + 12, (byte) 0x5A);
        }
        return damaged;
    }

    private static double loudness(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i] * samples[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    @Test
    void intactFilesComeOutAsEver() throws IOException {
        Decoded decoded = salvage(file);
        assertArrayEquals(good, decoded.samples);
        assertEquals(List.of(), decoded.lost);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "3,3", "7,7", "2,4", "0,6", "1,7"})
    void lostGroupsFadeAndTheRestStays(int first, int last) throws IOException {
        int[] lost = IntStream.rangeClosed(first, last).toArray();
        byte[] bad = damage(file, lost);
        assertThrows(FormatException.class, () -> SoundFixture.decode(model, bad));
        Decoded decoded = salvage(bad);
        assertEquals(good.length, decoded.samples.length);
        assertEquals(
                Arrays.stream(lost).boxed().toList(),
                decoded.lost.stream().map(LostGroup::number).toList());
        assertEquals((long) first * RATE, decoded.lost.get(0).first());
        assertEquals(
                Math.min(good.length, (last + 1L) * RATE),
                decoded.lost.get(decoded.lost.size() - 1).end());
        int from = first * RATE;
        int to = Math.min(good.length, (last + 1) * RATE);
        int fade = RATE / 10;
        for (int i = from + fade; i < to - fade; i++) {
            assertEquals(0, decoded.samples[i], "sample " + i + " within");
        }
        for (int i = 0; i < good.length; i++) {
            if (i < from - REACH || i >= to + REACH) {
                assertEquals(good[i], decoded.samples[i], 1e-4f, "sample " + i);
            }
        }
        float largest = 0;
        for (int i = 1; i < good.length; i++) {
            largest = Math.max(largest, Math.abs(good[i] - good[i - 1]));
        }
        for (int i = Math.max(1, from - 5); i < Math.min(good.length, to + 5); i++) { // no click
            float step = Math.abs(decoded.samples[i] - decoded.samples[i - 1]);
            assertTrue(step <= 2 * largest, "a step of " + step + " at " + i);
        }
    }

    /** What dies away is the sound that was there before. */
    @Test
    void theFadeIsOfTheSoundBeside() throws IOException {
        for (int group = 1; group < SECONDS - 1; group++) {
            Decoded decoded = salvage(damage(file, group));
            int from = group * RATE;
            double before = loudness(decoded.samples, from - RATE / 20, from);
            double begin = loudness(decoded.samples, from, from + RATE / 40);
            assertTrue(before < 0.003 || begin > 0.1 * before, "group " + group + ": " + before + ", " + begin);
        }
    }

    @Test
    void truncated() throws IOException {
        List<BoxInfo> boxes = groups(file);
        Decoded decoded = salvage(Arrays.copyOf(file, (int) boxes.get(5).offset() + 3));
        assertEquals(good.length, decoded.samples.length);
        assertEquals(3, decoded.lost.size());
        assertTrue(decoded.lost.get(0).problem().contains("TILE 5"), decoded.lost.toString());
    }

    @Test
    void otherRatesAndChannels() throws IOException {
        int rate = 44_100;
        byte[] stereo = SoundFixture.encode(model, TestSound.of(rate, 2, 4 * rate + 1), SoundFixture.quality(60, 1));
        float[] whole = SoundFixture.decode(model, stereo);
        Decoded decoded = salvage(damage(stereo, 1));
        assertEquals(whole.length, decoded.samples.length);
        assertEquals(1, decoded.lost.size());
        assertEquals(rate, decoded.lost.get(0).first());
        assertEquals(2 * rate, decoded.lost.get(0).end());
        assertEquals(0, loudness(decoded.samples, (int) (2 * 1.2 * rate), (int) (2 * 1.8 * rate)), 1e-6);
        assertEquals(
                loudness(whole, 2 * 4 * rate - rate, whole.length),
                loudness(decoded.samples, 2 * 4 * rate - rate, whole.length),
                1e-4);
    }

    @Test
    void partsReportWhatTheyContain() throws IOException {
        ContainerReader reader = ContainerReader.salvage(ByteBuffer.wrap(damage(file, 2, 6)), Limits.DEFAULT);
        try (DecodedSound sound = new SoundDecoder(model).salvaging().decode(reader)) {
            sound.skipTo(3);
            float[] block = new float[RATE];
            for (int done = 0; done < RATE; ) {
                done += sound.read(block, done, RATE - done);
            }
            assertEquals(List.of(), sound.lostGroups());
            SoundFixture.readRest(sound, 500);
            assertEquals(
                    List.of(6),
                    sound.lostGroups().stream().map(LostGroup::number).toList());
            sound.skipTo(2);
            assertTrue(sound.read(block, 0, 1) == 1);
            assertEquals(
                    List.of(2),
                    sound.lostGroups().stream().map(LostGroup::number).toList());
        }
    }
}
