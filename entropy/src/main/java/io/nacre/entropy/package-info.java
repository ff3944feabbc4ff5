/**
 * Entropy coding in integers: a range coder over 16-bit cumulative tables, table sets for symbols whose distribution
 * is known (Gaussians on a grid of scales, histograms), and adaptive models for what has to be learned while coding.
 * Nothing here uses a floating-point number while coding, so what one machine writes every other machine reads.
 */
package io.nacre.entropy;
