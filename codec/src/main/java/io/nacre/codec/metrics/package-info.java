/**
 * What the project measures pictures by: PSNR, MS-SSIM, SSIMULACRA 2 and PSNR-HVS(-M) of 8-bit RGB pictures, and the
 * Bjontegaard deltas between two rate-distortion curves. Pictures are interleaved {@code R G B} bytes, row by row. All
 * functions are pure; nothing here takes part in decoding, so floating point is free to be used. Sound has its own
 * measures in {@code io.nacre.codec.metrics.sound}.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.metrics;
