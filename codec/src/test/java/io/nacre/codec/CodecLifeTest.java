package io.nacre.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Progress, cancellation, concurrency and the end of a codec. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CodecLifeTest {
    @TempDir
    private static Path packs;

    private static final Picture PICTURE = Picture.of(400, 300, 3, CodecFixture.bytes(400, 300, 3));

    @Test
    void progressRunsToTheEnd() throws IOException {
        List<Double> heard = new ArrayList<>();
        Monitor monitor = new Monitor(heard::add);
        try (Codec codec = CodecFixture.tiny(packs).build()) {
            byte[] file = codec.encode(PICTURE, CodecFixture.PICTURE, monitor);
            assertRising(heard);
            heard.clear();
            codec.openPicture(file).decode(new Rectangle(100, 100, 50, 50), monitor);
            assertRising(heard);
            heard.clear();
            Sound sound = Sound.of(16000, 1, CodecFixture.tones(16000, 1, 40000));
            byte[] coded = codec.encode(sound, CodecFixture.SOUND, monitor);
            assertRising(heard);
            heard.clear();
            codec.openSound(coded).decode(monitor);
            assertRising(heard);
        }
    }

    private static void assertRising(List<Double> heard) {
        double before = 0;
        for (double share : heard) {
            assertTrue(share >= before && share <= 1, heard::toString);
            before = share;
        }
        assertEquals(1, before, heard::toString);
    }

    @Test
    void cancelledWorkEndsAndLeavesTheThreadAlone() throws IOException {
        try (Codec codec = CodecFixture.tiny(packs).build()) {
            byte[] file = codec.encode(PICTURE, CodecFixture.PICTURE);
            Monitor[] monitor = new Monitor[1];
            monitor[0] = new Monitor(share -> monitor[0].cancel());
            assertThrows(CancelledException.class, () -> codec.encode(PICTURE, CodecFixture.PICTURE, monitor[0]));
            assertFalse(Thread.currentThread().isInterrupted());
            assertTrue(monitor[0].isCancelled());
            assertThrows(
                    CancelledException.class,
                    () -> codec.openPicture(file).decode(new Rectangle(400, 300), monitor[0]));
            assertEquals(400, codec.openPicture(file).decode().width());
        }
    }

    @Test
    void anotherThreadCancels() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Codec codec = CodecFixture.tiny(packs).build()) {
            CountDownLatch begun = new CountDownLatch(1);
            Monitor monitor = new Monitor(share -> {
                begun.countDown();
                awaitInterrupt();
            });
            Future<byte[]> work = pool.submit(() -> codec.encode(PICTURE, CodecFixture.PICTURE, monitor));
            begun.await();
            monitor.cancel();
            ExecutionException e = assertThrows(ExecutionException.class, work::get);
            assertEquals(CancelledException.class, e.getCause().getClass());
            assertFalse(pool.submit(Thread::interrupted).get(), "the status of the thread is clean");
        } finally {
            pool.shutdownNow();
        }
    }

    /** Returns with the interrupted status set, as work does that goes on to its next wait. */
    private static void awaitInterrupt() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void interruptsOfOthersStayInterrupts() throws IOException {
        try (Codec codec = CodecFixture.tiny(packs).build()) {
            Thread.currentThread().interrupt();
            InterruptedIOException e =
                    assertThrows(InterruptedIOException.class, () -> codec.encode(PICTURE, CodecFixture.PICTURE));
            assertFalse(e instanceof CancelledException);
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void manyThreadsShareOne() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (Codec codec = CodecFixture.tiny(packs).build()) {
            byte[] expected = codec.encode(PICTURE, CodecFixture.PICTURE);
            byte[] pixels = codec.openPicture(expected).decode().bytes();
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                boolean encodes = i % 2 == 0;
                tasks.add(() -> {
                    if (encodes) {
                        assertArrayEquals(expected, codec.encode(PICTURE, CodecFixture.PICTURE));
                    } else {
                        assertArrayEquals(
                                pixels, codec.openPicture(expected).decode().bytes());
                    }
                    return null;
                });
            }
            for (Future<Void> task : pool.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void closingWaitsForWorkAndEndsIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Codec codec = CodecFixture.tiny(packs).build();
            byte[] file = codec.encode(PICTURE, CodecFixture.PICTURE);
            PictureFile opened = codec.openPicture(file);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<Void> reading = pool.submit(() -> {
                opened.readRows(
                        new Rectangle(400, 300),
                        (y, rgba) -> {
                            begun.countDown();
                            await(goOn);
                        },
                        new Monitor());
                return null;
            });
            begun.await();
            Future<?> closing = pool.submit(codec::close);
            TimeUnit.MILLISECONDS.sleep(50);
            assertFalse(closing.isDone());
            goOn.countDown();
            reading.get();
            closing.get();
            assertThrows(IllegalStateException.class, opened::decode);
            assertThrows(IllegalStateException.class, () -> codec.openPicture(file));
            codec.close();
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void callsCannotCloseTheirCodec() throws IOException {
        try (Codec codec = CodecFixture.tiny(packs).build()) {
            Runnable closing = codec::close;
            assertThrows(
                    IllegalStateException.class,
                    () -> codec.encode(PICTURE, CodecFixture.PICTURE, new Monitor(share -> closing.run())));
        }
    }

    @Test
    void theSharedCodecStaysOpen() throws IOException {
        byte[] file =
                Codec.shared().encode(Picture.of(64, 64, 3, CodecFixture.bytes(64, 64, 3)), PictureSettings.DEFAULT);
        Codec.shared().close();
        assertEquals(64, Codec.shared().openPicture(file).decode().width());
    }
}
