package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundSamples;

/**
 * A sound out of a Nacre file.
 *
 * @param samples as they were decoded
 * @param bytes of the file
 * @param quality 0..100
 * @param pack name of the model
 * @param encodeSeconds that encoding took; 0 if the file was there before
 * @param decodeSeconds that decoding took
 */
public record CodedSound(
        SoundSamples samples, long bytes, double quality, String pack, double encodeSeconds, double decodeSeconds) {
    /** Thousands of bits a second, the whole file counted. */
    public double kbps() {
        return 8.0 * bytes / samples.seconds() / 1000;
    }
}
