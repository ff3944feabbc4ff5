package io.nacre.app.view.model;

/**
 * A point of a rate-distortion curve.
 *
 * @param bitsPerPixel of the file
 * @param psnr in dB, finite
 */
public record CurvePoint(double bitsPerPixel, double psnr) {}
