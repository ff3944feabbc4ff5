package io.nacre.app.view.sound;

/** A line that plays what is written to it. Methods may be called from any thread, {@link #write} from one at a time. */
public interface AudioLine extends AutoCloseable {
    /**
     * Plays samples behind those written before; waits while the line's buffer is full.
     *
     * @param interleaved full scale at 1; what is beyond is clipped
     * @param frames samples of each channel
     */
    void write(float[] interleaved, int frames);

    /** Samples of each channel that have been heard since the line was opened. */
    long played();

    /** Waits until all that was written has been heard. */
    void drain();

    /** Falls silent at once. A write that waits returns. */
    @Override
    void close();
}
