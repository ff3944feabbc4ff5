package io.nacre.app.view.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.view.queue.Explanation.Why;
import io.nacre.app.view.queue.QueueTotals.Phase;
import io.nacre.codec.image.EncodeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The queue with an encoder that halves files. */
@Timeout(120)
class EncodeQueueTest {
    private static final int BYTES = 1000;

    @TempDir
    Path folder;

    private final StubEncoder encoder = new StubEncoder();
    private final Probe probe = new Probe(encoder);

    @AfterEach
    void close() {
        probe.close();
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[BYTES]);
    }

    private static QueueSettings with(Existing existing, int filesAtOnce) {
        return settings(Optional.empty(), true, existing, filesAtOnce);
    }

    private static QueueSettings settings(
            Optional<Path> output, boolean keepStructure, Existing existing, int filesAtOnce) {
        return new QueueSettings(
                new QueueTarget.Quality(50),
                EncodeOptions.MIN_EFFORT,
                true,
                output,
                keepStructure,
                existing,
                filesAtOnce);
    }

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFileIsEncodedBesideItselfAndFailuresStopNobody() throws Exception {
        file("a.png");
        file("b/bad.png");
        file("b/bug.png");
        file("b/huge.png");
        file("c.wav");
        file("notes.txt");
        probe.add(6, folder).start(with(Existing.SKIP, 2)).awaitIdle();
        assertEquals(2, probe.totals().done());
        assertEquals(3, probe.totals().failed());
        assertEquals(1, probe.totals().skipped());
        assertEquals(1.0, probe.totals().progress());
        assertEquals(2 * BYTES, probe.totals().inputBytes());
        assertEquals(BYTES, probe.totals().savedBytes());
        assertEquals(
                new Explanation(Why.INPUT, "the picture is damaged"),
                probe.entry(folder.resolve("b/bad.png")).explanation());
        assertEquals(
                Why.INTERNAL,
                probe.entry(folder.resolve("b/bug.png")).explanation().why());
        assertEquals(
                Why.MEMORY,
                probe.entry(folder.resolve("b/huge.png")).explanation().why());
        assertEquals(
                Why.OTHER_KIND,
                probe.entry(folder.resolve("notes.txt")).explanation().why());
        QueueEntry done = probe.entry(folder.resolve("a.png"));
        assertEquals(Optional.of(folder.resolve("a.nacre")), done.output());
        assertEquals(BYTES / 2, done.outputBytes());
        assertEquals(50, done.quality().orElseThrow());
        assertEquals(
                List.of("a.nacre", "a.png", "b/bad.png", "b/bug.png", "b/huge.png", "c.nacre", "c.wav", "notes.txt"),
                names(folder));
    }

    @Test
    void twoHundredFilesWithSomeBrokenOnes() throws Exception {
        for (int i = 0; i < 200; i++) {
            file((i % 20 == 7 ? "bad" : "good") + i + ".png");
        }
        probe.add(200, folder).start(with(Existing.SKIP, 4)).awaitIdle();
        assertEquals(10, probe.totals().failed());
        assertEquals(190, probe.totals().done());
        assertEquals(
                190,
                names(folder).stream().filter(name -> name.endsWith(".nacre")).count());
        assertEquals(
                200,
                names(folder).stream().filter(name -> name.endsWith(".png")).count());
    }

    @Test
    void noMoreFilesAtOnceThanAllowed() throws Exception {
        for (int i = 0; i < 6; i++) {
            file("slow" + i + ".png");
        }
        probe.add(6, folder).start(with(Existing.SKIP, 3));
        encoder.awaitRunning(3);
        encoder.steps.release(6 * StubEncoder.STEPS);
        probe.awaitIdle();
        assertEquals(3, encoder.most());
        assertEquals(6, probe.totals().done());
    }

    @Test
    void aPauseHoldsWhatRunsAndLetsNothingBegin() throws Exception {
        for (int i = 0; i < 3; i++) {
            file("slow" + i + ".png");
        }
        probe.add(3, folder).start(with(Existing.SKIP, 1));
        encoder.steps.release(1);
        probe.await(now -> now.progress() > 0);
        probe.queue.pause();
        encoder.steps.release(3 * StubEncoder.STEPS);
        probe.await(now -> now.phase() == Phase.PAUSED);
        // At most one more step was under way.
        assertTrue(encoder.steps.availablePermits() >= 3 * StubEncoder.STEPS - 1);
        assertEquals(0, probe.totals().done());
        assertEquals(1, encoder.started.size());
        probe.queue.resume();
        probe.awaitIdle();
        assertEquals(3, probe.totals().done());
    }

    @Test
    void cancellingOneEndsItWithoutTraceAndGoesOnWithTheOthers() throws Exception {
        Path slow = file("a-slow.png");
        Path other = file("b.png");
        probe.add(2, folder).start(with(Existing.SKIP, 1)).await(now -> now.running() == 1);
        probe.await(now ->
                encoder.started.contains(slow) || probe.entry(slow).output().isPresent());
        probe.queue.cancel(probe.ids(State.RUNNING));
        probe.awaitIdle();
        assertEquals(State.CANCELLED, probe.entry(slow).state());
        assertEquals(State.DONE, probe.entry(other).state());
        assertEquals(List.of("a-slow.png", "b.nacre", "b.png"), names(folder));
    }

    @Test
    void cancellingAllDuringAPauseEndsEverything() throws Exception {
        for (int i = 0; i < 5; i++) {
            file("slow" + i + ".png");
        }
        probe.add(5, folder).start(with(Existing.SKIP, 2)).await(now -> now.running() == 2);
        probe.queue.pause();
        probe.queue.cancelAll();
        probe.awaitIdle();
        assertEquals(5, probe.totals().cancelled());
        assertEquals(5, names(folder).size());
    }

    @Test
    void whatFailedOrWasCancelledCanBeTriedAgain() throws Exception {
        file("a.png");
        file("bad1.png");
        file("bad2.png");
        probe.add(3, folder).start(with(Existing.SKIP, 2)).awaitIdle();
        assertEquals(2, probe.totals().failed());
        encoder.repaired = true;
        probe.queue.retry(probe.ids(State.FAILED));
        probe.start(with(Existing.SKIP, 2)).awaitIdle();
        assertEquals(3, probe.totals().done());
        assertEquals(5, encoder.attempts.get());
    }

    @Test
    void aDoneEntryIsNotTriedAgain() throws Exception {
        file("a.png");
        probe.add(1, folder).start(with(Existing.SKIP, 1)).awaitIdle();
        probe.queue.retry(probe.ids(State.DONE));
        probe.start(with(Existing.NUMBER, 1)).awaitIdle();
        assertEquals(1, encoder.attempts.get());
    }

    @Test
    void outputsThatExistArePassedOver() throws Exception {
        Path input = file("a.png");
        byte[] mine = {1, 2, 3};
        Files.write(folder.resolve("a.nacre"), mine);
        probe.add(1, input).start(with(Existing.SKIP, 1)).awaitIdle();
        assertEquals(State.SKIPPED, probe.entry(input).state());
        assertEquals(new Explanation(Why.EXISTS, "a.nacre"), probe.entry(input).explanation());
        assertEquals(0, encoder.attempts.get());
        assertArrayEquals(mine, Files.readAllBytes(folder.resolve("a.nacre")));
    }

    @Test
    void outputsThatExistGetNeighboursWithNumbers() throws Exception {
        Path input = file("a.png");
        Files.write(folder.resolve("a.nacre"), new byte[] {1});
        Files.write(folder.resolve("a-2.nacre"), new byte[] {2});
        probe.add(1, input).start(with(Existing.NUMBER, 1)).awaitIdle();
        assertEquals(1, Files.size(folder.resolve("a.nacre")));
        assertEquals(1, Files.size(folder.resolve("a-2.nacre")));
        assertEquals(BYTES / 2, Files.size(folder.resolve("a-3.nacre")));
    }

    @Test
    void outputsThatExistAreReplacedOnlyIfThatWasAgreedTo() throws Exception {
        Path asked = file("a.png");
        Path late = file("b.png");
        Files.write(folder.resolve("a.nacre"), new byte[] {1});
        QueueSettings replace = with(Existing.REPLACE, 1);
        probe.add(2, asked, late);
        Set<Path> agreed = probe.queue.wouldReplace(replace);
        assertEquals(Set.of(folder.toRealPath().resolve("a.nacre")), agreed);
        Files.write(folder.resolve("b.nacre"), new byte[] {1}); // after the question
        probe.queue.start(replace, agreed);
        probe.awaitIdle();
        assertEquals(State.DONE, probe.entry(asked).state());
        assertEquals(BYTES / 2, Files.size(folder.resolve("a.nacre")));
        assertEquals(State.SKIPPED, probe.entry(late).state());
        assertEquals(1, Files.size(folder.resolve("b.nacre")));
        // Asked once more, it is.
        probe.queue.retry(probe.ids(State.SKIPPED));
        probe.start(replace).awaitIdle();
        assertEquals(BYTES / 2, Files.size(folder.resolve("b.nacre")));
    }

    @Test
    void inputsOfOneNameDoNotShareAnOutput() throws Exception {
        file("a.jpg");
        file("a.png");
        file("a.wav");
        for (Existing existing : Existing.values()) {
            Path out = folder.resolve("out " + existing);
            probe.queue.remove(probe.entries().stream().map(QueueEntry::id).toList());
            probe.await(now -> now.entries() == 0);
            probe.add(3, folder.resolve("a.jpg"), folder.resolve("a.png"), folder.resolve("a.wav"))
                    .start(settings(Optional.of(out), true, existing, 3))
                    .awaitIdle();
            assertEquals(List.of("a-2.nacre", "a-3.nacre", "a.nacre"), names(out));
        }
    }

    @Test
    void outputFoldersKeepTheStructureOrNot() throws Exception {
        file("in/x.png");
        file("in/deep/er/x.png");
        Path in = folder.resolve("in");
        Path kept = folder.resolve("kept");
        Path flat = folder.resolve("flat");
        probe.add(2, in)
                .start(settings(Optional.of(kept), true, Existing.SKIP, 1))
                .awaitIdle();
        probe.add(4, in)
                .start(settings(Optional.of(flat), false, Existing.SKIP, 1))
                .awaitIdle();
        assertEquals(List.of("deep/er/x.nacre", "x.nacre"), names(kept));
        assertEquals(List.of("x-2.nacre", "x.nacre"), names(flat));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAReason() throws Exception {
        Path input = file("a.png");
        Path file = file("file");
        probe.add(1, input)
                .start(settings(Optional.of(file.resolve("below")), true, Existing.SKIP, 1))
                .awaitIdle();
        assertEquals(State.FAILED, probe.entry(input).state());
        assertEquals(Why.OUTPUT, probe.entry(input).explanation().why());
        assertFalse(probe.entry(input).explanation().detail().isEmpty());
        assertEquals(0, encoder.attempts.get());
    }

    @Test
    void aMissingModelIsAReason() throws Exception {
        encoder.modelMissing = true;
        Path input = file("a.png");
        probe.add(1, input).start(with(Existing.SKIP, 1)).awaitIdle();
        assertEquals(new Explanation(Why.MODEL, "no model"), probe.entry(input).explanation());
    }

    @Test
    void whatIsAddedWhileTheQueueRunsIsEncodedToo() throws Exception {
        Path slow = file("slow.png");
        Path later = file("later.png");
        probe.add(1, slow).start(with(Existing.SKIP, 1)).await(now -> now.running() == 1);
        probe.add(2, later);
        probe.add(3, slow, later, file("last.png")); // of which two are there already
        encoder.steps.release(StubEncoder.STEPS);
        probe.awaitIdle();
        assertEquals(3, probe.totals().entries());
        assertEquals(3, probe.totals().done());
    }

    @Test
    void removedEntriesAreGoneButNotThoseThatRun() throws Exception {
        Path slow = file("a-slow.png");
        Path waiting = file("b.png");
        probe.add(2, folder).start(with(Existing.SKIP, 1)).await(now -> now.running() == 1);
        probe.queue.remove(probe.entries().stream().map(QueueEntry::id).toList());
        probe.await(now -> now.entries() == 1);
        assertEquals(slow, probe.entries().get(0).input());
        encoder.steps.release(StubEncoder.STEPS);
        probe.awaitIdle();
        assertFalse(encoder.started.contains(waiting));
    }

    @Test
    void closingEndsWhatRuns() throws Exception {
        file("slow.png");
        probe.add(1, folder).start(with(Existing.SKIP, 1)).await(now -> now.running() == 1);
        probe.queue.close();
        assertEquals(List.of("slow.png"), names(folder));
    }

    @Test
    void watchersAreWokenOnceUntilTheyLook() throws Exception {
        AtomicInteger wakes = new AtomicInteger();
        try (EncodeQueue queue = new EncodeQueue(encoder, System::nanoTime, wakes::incrementAndGet)) {
            for (int i = 0; i < 20; i++) {
                file(i + ".png");
            }
            queue.add(List.of(folder));
            queue.start(with(Existing.SKIP, 2), Set.of());
            probe.add(20, folder); // takes its time
        }
        assertEquals(1, wakes.get());
    }

    @Test
    void timeOfPausesIsNotCounted() throws Exception {
        AtomicLong nanos = new AtomicLong();
        Path input = file("slow.png");
        try (Probe timed = new Probe(encoder, nanos::get)) {
            timed.add(1, input).start(with(Existing.SKIP, 1)).await(now -> now.running() == 1);
            timed.await(now -> timed.entry(input).output().isPresent());
            nanos.addAndGet(2_000_000_000L);
            encoder.steps.release(1);
            timed.await(now -> now.progress() == 0.25);
            // A quarter took 2 s.
            assertEquals(6, timed.totals().remainingSeconds().orElseThrow(), 1e-9);
            timed.queue.pause();
            nanos.addAndGet(1_000_000_000_000L);
            timed.queue.resume();
            timed.take();
            assertEquals(6, timed.totals().remainingSeconds().orElseThrow(), 1e-9);
            encoder.steps.release(StubEncoder.STEPS);
            timed.awaitIdle();
            assertEquals(2, timed.entry(input).seconds(), 1e-9);
            assertTrue(timed.totals().remainingSeconds().isEmpty());
        }
    }
}
