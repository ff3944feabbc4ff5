package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.sound.SoundSamples;
import io.nacre.app.view.sound.SoundProblem.What;
import io.nacre.app.view.sound.SoundState.Stage;
import io.nacre.codec.audio.SoundTarget;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The session with a codec that adds noise: the less, the higher the quality. */
@Timeout(60)
class SoundSessionTest {
    private static final int RATE = 16_000;
    private static final Path WAV = Path.of("speech.wav");
    private static final Path NACRE = Path.of("speech.nacre");

    private final Semaphore wakes = new Semaphore(0);
    private final StubCoder coder = new StubCoder();
    private final SoundSession session = new SoundSession(coder, new SoundTarget.Quality(50), wakes::release);

    @AfterEach
    void close() {
        session.close();
    }

    private static final class StubCoder implements SoundCoder {
        private final ConcurrentLinkedQueue<SoundTarget> targets = new ConcurrentLinkedQueue<>();
        private final CountDownLatch never = new CountDownLatch(1);
        private volatile boolean slow;

        @Override
        public SoundSamples read(Path file) throws IOException {
            if (file.toString().contains("bad")) {
                throw new IOException(file + ": the sound is damaged");
            }
            if (file.toString().contains("huge")) {
                throw new OutOfMemoryError("too large");
            }
            int rate = file.toString().contains("other") ? 2 * RATE : RATE;
            return Signals.noise(rate, 2 * rate, 0.5, 1);
        }

        @Override
        public CodedSound decode(Path file) throws IOException {
            return coded(read(file), 0.1);
        }

        @Override
        public CodedSound code(SoundSamples original, SoundTarget target, DoubleConsumer progress) throws IOException {
            targets.add(target);
            progress.accept(0.5);
            if (slow) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException("interrupted");
                }
            }
            double quality = ((SoundTarget.Quality) target).value();
            if (quality == 0) {
                throw new IOException("no quality meets that");
            }
            return coded(original, 1 / quality);
        }

        private static CodedSound coded(SoundSamples sound, double noise) {
            float[] added =
                    Signals.noise(sound.rate(), sound.length(), noise, 2).channels()[0];
            for (int i = 0; i < added.length; i++) {
                added[i] += sound.channels()[0][i];
            }
            return new CodedSound(new SoundSamples(sound.rate(), new float[][] {added}), 500, 50, "stub", 1, 2);
        }
    }

    private SoundState await(Predicate<SoundState> wanted) throws InterruptedException {
        SoundState state = session.state();
        while (!wanted.test(state)) {
            SoundState seen = state;
            assertTrue(wakes.tryAcquire(30, TimeUnit.SECONDS), () -> "stays at " + seen);
            state = session.state();
        }
        return state;
    }

    private SoundState awaitScores() throws InterruptedException {
        return await(state -> state.scores().isPresent() && state.stage() == Stage.IDLE);
    }

    @Test
    void aSoundIsReadCodedAndMeasured() throws Exception {
        session.open(List.of(WAV));
        SoundState state = awaitScores();
        assertEquals("speech.wav", state.original().orElseThrow().name());
        assertEquals("stub", state.decoded().orElseThrow().name());
        assertEquals(2, state.coded().orElseThrow().kbps(), 1e-9);
        // Noise of amplitude 0.5 against added noise of 0.02.
        assertEquals(20 * Math.log10(25), state.scores().orElseThrow().siSdr().orElseThrow(), 0.5);
        assertTrue(state.problem().isEmpty());
    }

    @Test
    void anotherQualityGivesOtherFigures() throws Exception {
        session.open(List.of(WAV));
        double before = awaitScores().scores().orElseThrow().siSdr().orElseThrow();
        session.code(new SoundTarget.Quality(5));
        SoundState after = await(state -> state.stage() == Stage.IDLE
                && coder.targets.size() == 2
                && state.scores().isPresent());
        assertTrue(after.scores().orElseThrow().siSdr().orElseThrow() < before - 15);
    }

    @Test
    void aSliderThatMovesIsFollowedAtItsEnd() throws Exception {
        session.open(List.of(WAV));
        awaitScores();
        for (int quality = 1; quality <= 30; quality++) {
            session.code(new SoundTarget.Quality(quality));
        }
        await(state -> state.stage() == Stage.IDLE && coder.targets.size() > 1);
        assertEquals(List.of(new SoundTarget.Quality(50), new SoundTarget.Quality(30)), List.copyOf(coder.targets));
    }

    @Test
    void aNewFileEndsWhatTheOldOneBegan() throws Exception {
        coder.slow = true;
        session.open(List.of(WAV));
        await(state -> !coder.targets.isEmpty());
        coder.slow = false;
        session.open(List.of(Path.of("second.wav")));
        assertEquals("second.wav", awaitScores().original().orElseThrow().name());
    }

    @Test
    void aNacreFileStandsAlone() throws Exception {
        session.open(List.of(NACRE));
        SoundState state =
                await(now -> now.stage() == Stage.IDLE && now.decoded().isPresent());
        assertTrue(state.original().isEmpty());
        assertTrue(state.coded().isPresent());
        assertTrue(coder.targets.isEmpty());
    }

    @Test
    void ofTwoFilesTheNacreFileIsTheSecond() throws Exception {
        session.open(List.of(NACRE, WAV));
        SoundState state = awaitScores();
        assertEquals("speech.wav", state.original().orElseThrow().name());
        assertEquals("speech.nacre", state.decoded().orElseThrow().name());
        assertTrue(coder.targets.isEmpty());
    }

    @Test
    void aSecondSoundOfAnotherRateIsBroughtToTheFirst() throws Exception {
        session.open(List.of(WAV, Path.of("other.wav")));
        SoundState state = awaitScores();
        assertEquals(RATE, state.decoded().orElseThrow().samples().rate());
        assertTrue(state.coded().isEmpty());
    }

    @Test
    void problemsHaveWords() throws Exception {
        session.open(List.of(Path.of("bad.wav")));
        assertEquals(
                new SoundProblem(What.READ, "bad.wav", "the sound is damaged"),
                await(state -> state.problem().isPresent()).problem().orElseThrow());
        session.open(List.of(Path.of("huge.wav")));
        await(state ->
                state.problem().filter(problem -> problem.what() == What.MEMORY).isPresent());
        session.open(List.of(WAV));
        awaitScores();
        session.code(new SoundTarget.Quality(0));
        SoundState failed = await(state -> state.problem().isPresent());
        assertEquals(
                new SoundProblem(What.ENCODE, "", "no quality meets that"),
                failed.problem().orElseThrow());
        assertTrue(failed.decoded().isPresent(), "what was there stays");
        session.code(new SoundTarget.Quality(40));
        await(state -> state.problem().isEmpty() && state.stage() == Stage.IDLE);
    }
}
