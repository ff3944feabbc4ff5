package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundSamples;
import java.util.OptionalDouble;

/**
 * A sound that is shown and heard.
 *
 * @param name of its file, or of what made it
 * @param kbps thousands of bits a second of its file, if it is a Nacre file
 * @param peaks to be drawn
 * @param spectrogram to be drawn
 */
public record SoundTrack(
        String name, SoundSamples samples, OptionalDouble kbps, WaveformPeaks peaks, SpectrogramTiles spectrogram) {}
