/**
 * Sounds in the form in which they are measured, whole and in memory: {@link io.nacre.app.sound.SoundSamples} reads
 * them, {@link io.nacre.app.sound.AlignedPair} brings a decoded one to its original's rate, channels and time, {@link
 * io.nacre.app.sound.SoundScores} measures the pair and {@link io.nacre.app.sound.SpectrogramPlot} paints it.
 */
package io.nacre.app.sound;
