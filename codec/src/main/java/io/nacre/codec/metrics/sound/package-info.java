/**
 * What the project measures sound by: scale-invariant signal-to-distortion ratio, distance of log-mel spectra at
 * several resolutions, and short-time objective intelligibility. One channel at a time, as float samples of nominal
 * range -1..1; reference and decoded signal must be aligned and of equal length, for none of the measures looks for a
 * delay. All functions are pure; nothing here takes part in decoding.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.metrics.sound;
