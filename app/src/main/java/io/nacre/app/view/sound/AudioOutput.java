package io.nacre.app.view.sound;

/** Where sound goes to be heard. */
@FunctionalInterface
public interface AudioOutput {
    /**
     * Opens a line.
     *
     * @param rate in Hz
     * @param channels 1 or 2
     * @throws AudioUnavailableException if there is none
     */
    AudioLine open(int rate, int channels) throws AudioUnavailableException;
}
