/**
 * Spectra of real signals: {@link io.nacre.codec.spectrum.RealFft}, the one Fourier transform of the code base, serves
 * the measures of sound and those who show or align it.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.spectrum;
