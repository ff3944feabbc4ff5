package io.nacre.app.eval;

import java.nio.file.Path;

/**
 * A sound of the folder.
 *
 * @param sampleRate in Hz
 * @param channels number of them
 * @param samples of each channel
 * @param original the file in the folder
 */
public record SoundItem(String name, String sha256, int sampleRate, int channels, long samples, Path original)
        implements Item {
    @Override
    public double size() {
        return 1000.0 * samples / sampleRate;
    }
}
