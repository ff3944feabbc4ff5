package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.sound.SoundSamples;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The player on a line that is heard as slowly as the test wants. */
@Timeout(60)
class AbPlayerTest {
    private static final int RATE = 8000;
    private static final int LENGTH = 8 * RATE;

    private final SoundSamples sound = Signals.ramp(RATE, LENGTH, 0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private FakeLine line;

    private AbPlayer player() {
        return new AbPlayer(
                sound,
                sound,
                LevelMatch.NONE,
                (rate, channels) -> {
                    line = new FakeLine(channels);
                    return line;
                },
                ended::countDown);
    }

    @Test
    void thePositionIsWhatIsHeardNotWhatIsWritten() throws Exception {
        try (AbPlayer player = player()) {
            player.play();
            line.hear(2000);
            assertEquals(2000, player.position());
            assertTrue(line.frames() > 2000);
            player.select(Side.B);
            line.hear(500);
            assertEquals(2500, player.position());
            assertEquals(Side.B, player.selected());
        }
    }

    @Test
    void aPauseFallsSilentAndGoesOnWhereItWas() throws Exception {
        try (AbPlayer player = player()) {
            player.play();
            line.hear(3000);
            player.pause();
            assertTrue(line.isClosed());
            assertFalse(player.isPlaying());
            assertEquals(3000, player.position());
            player.play();
            line.hear(100);
            assertEquals(3100, player.position());
        }
    }

    @Test
    void afterAJumpThePositionIsNeverThatOfBefore() throws Exception {
        try (AbPlayer player = player()) {
            player.play();
            line.hear(1000);
            player.seek(20_000);
            assertTrue(player.position() >= 20_000 - 1, "at " + player.position());
            line.hear(8000);
            assertTrue(player.position() > 20_000, "at " + player.position());
        }
    }

    @Test
    void inALoopThePositionStaysInside() throws Exception {
        try (AbPlayer player = player()) {
            player.loop(4000, 8000);
            assertEquals(4000, player.position());
            player.play();
            for (int i = 1; i <= 30; i++) {
                line.hear(700);
                assertEquals(4000 + 700 * i % 4000, player.position(), "after " + i);
            }
            player.endLoop();
            line.hear(8000);
            assertTrue(player.position() > 8000, "at " + player.position());
        }
    }

    @Test
    void theEndIsToldAndPlayingBeginsAnew() throws Exception {
        try (AbPlayer player = player()) {
            player.seek(LENGTH - 500);
            player.play();
            line.hearAll();
            assertTrue(ended.await(20, TimeUnit.SECONDS));
            assertFalse(player.isPlaying());
            assertEquals(LENGTH, player.position());
            player.play();
            line.hear(100);
            assertEquals(100, player.position());
        }
    }

    @Test
    void withoutALineThereIsAReason() {
        AudioOutput none = (rate, channels) -> {
            throw new AudioUnavailableException(new IllegalArgumentException("no line"));
        };
        try (AbPlayer player = new AbPlayer(sound, sound, LevelMatch.NONE, none, ended::countDown)) {
            assertThrows(AudioUnavailableException.class, player::play);
            assertFalse(player.isPlaying());
        }
    }

    @Test
    void manyChannelsAreMixed() throws Exception {
        SoundSamples surround = Signals.sine(RATE, LENGTH, 440, 0.5, 6);
        int[] opened = new int[1];
        AudioOutput output = (rate, channels) -> {
            opened[0] = channels;
            line = new FakeLine(channels);
            return line;
        };
        try (AbPlayer player = new AbPlayer(surround, surround, LevelMatch.NONE, output, ended::countDown)) {
            player.play();
            assertEquals(1, opened[0]);
        }
    }
}
