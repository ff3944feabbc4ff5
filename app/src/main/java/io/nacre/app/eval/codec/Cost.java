package io.nacre.app.eval.codec;

/**
 * What one encoding or decoding took.
 *
 * @param wallSeconds from start to end; of tools, start of the process and reading and writing of files included
 * @param cpuSeconds user and system time of all threads, or NaN where it is not known
 * @param peakBytes largest resident set, or 0 where it is not known
 */
public record Cost(double wallSeconds, double cpuSeconds, long peakBytes) {}
