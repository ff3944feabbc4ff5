/**
 * Spectra of real signals: {@link io.nacre.codec.spectrum.RealFft}, the one Fourier transform of the code base, serves
 * the measures of sound and those who show or align it.
 */
package io.nacre.codec.spectrum;
