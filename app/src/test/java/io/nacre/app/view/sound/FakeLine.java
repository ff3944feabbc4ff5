package io.nacre.app.view.sound;

import java.util.ArrayList;
import java.util.List;

/** A line whose listener hears as much as the test lets through. */
final class FakeLine implements AudioLine {
    /** Samples that wait to be heard before a write waits. */
    private static final int BUFFER = 1600;

    private final int channels;
    private final List<Float> written = new ArrayList<>();
    private long allowed;
    private boolean closed;

    FakeLine(int channels) {
        this.channels = channels;
    }

    @Override
    public synchronized void write(float[] interleaved, int frames) {
        for (int i = 0; i < frames * channels; i++) {
            written.add(interleaved[i]);
        }
        notifyAll();
        while (!closed && frames() - played() > BUFFER) {
            pause();
        }
    }

    @Override
    public synchronized long played() {
        return Math.min(allowed, frames());
    }

    @Override
    public synchronized void drain() {
        while (!closed && played() < frames()) {
            pause();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Lets frames be heard, and waits until the player has filled the buffer behind them. */
    synchronized void hear(int frames) {
        allowed += frames;
        notifyAll();
        while (!closed && frames() - allowed <= BUFFER - 800) {
            pause();
        }
    }

    /** Lets all that may come be heard. */
    synchronized void hearAll() {
        allowed = Long.MAX_VALUE;
        notifyAll();
    }

    synchronized int frames() {
        return written.size() / channels;
    }

    private void pause() {
        try {
            wait(10_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
