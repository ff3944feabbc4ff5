package io.nacre.codec.audio;

/** Hears how far long work has come. Called from the thread that started the work. */
@FunctionalInterface
public interface SoundProgress {
    SoundProgress NONE = done -> {};

    /**
     * Some samples are done.
     *
     * @param done samples of each channel so far
     */
    void samples(long done);
}
