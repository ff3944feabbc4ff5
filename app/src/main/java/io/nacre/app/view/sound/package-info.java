/**
 * The listening part of the viewer: {@link io.nacre.app.view.sound.WaveformPeaks} and {@link
 * io.nacre.app.view.sound.SpectrogramTiles} are what is drawn, {@link io.nacre.app.view.sound.AbPlayer} is what is heard and
 * {@link io.nacre.app.view.sound.AbxSeries} tells hearing from believing.
 */
package io.nacre.app.view.sound;
