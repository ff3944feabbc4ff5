package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.view.sound.SoundProblem.What;
import io.nacre.app.view.sound.SoundState.Stage;
import io.nacre.codec.audio.SoundTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The session with a codec that adds noise. */
@Timeout(60)
class SoundSessionTest {
    private static final Path WAV = Path.of("speech.wav");
    private static final Path NACRE = Path.of("speech.nacre");

    private final Semaphore wakes = new Semaphore(0);
    private final StubCoder coder = new StubCoder();
    private final SoundSession session = new SoundSession(coder, new SoundTarget.Quality(50), wakes::release);

    @AfterEach
    void close() {
        session.close();
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
        assertEquals("Nacre · stub", state.decoded().orElseThrow().name());
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
        assertEquals(StubCoder.RATE, state.decoded().orElseThrow().samples().rate());
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
