/**
 * What the project measures itself by: PSNR and MS-SSIM of 8-bit RGB pictures, and the Bjontegaard deltas between two
 * rate-distortion curves. Pictures are interleaved {@code R G B} bytes, row by row. All functions are pure; nothing
 * here takes part in decoding, so floating point is free to be used.
 */
package io.nacre.codec.metrics;
