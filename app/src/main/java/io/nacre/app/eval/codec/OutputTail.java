package io.nacre.app.eval.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads what a process prints on a thread of its own, so that it never waits, and keeps the end of it. Thread-safe. */
final class OutputTail {
    private static final int KEPT = 1 << 14;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final byte[] ring = new byte[KEPT];
    private long length;

    private OutputTail() {}

    static OutputTail of(InputStream in) {
        OutputTail tail = new OutputTail();
        Thread thread = new Thread(() -> tail.drain(in), "nacre-tool-output");
        thread.setDaemon(true);
        thread.start();
        return tail;
    }

    private void drain(InputStream in) {
        byte[] buffer = new byte[1 << 12];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                keep(buffer, n);
            }
        } catch (IOException e) {
            // The process was killed: what came until then is what there is.
        } finally {
            ended.countDown();
        }
    }

    private synchronized void keep(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (length++ % KEPT)] = buffer[i];
        }
    }

    /** The last output. Waits a moment for the stream's end, which a child in the background may keep open. */
    String text() throws InterruptedException {
        ended.await(1, TimeUnit.SECONDS);
        synchronized (this) {
            byte[] last = new byte[(int) Math.min(length, KEPT)];
            for (int i = 0; i < last.length; i++) {
                last[i] = ring[(int) ((length - last.length + i) % KEPT)];
            }
            return new String(last, StandardCharsets.UTF_8);
        }
    }
}
