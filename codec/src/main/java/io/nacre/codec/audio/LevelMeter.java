package io.nacre.codec.audio;

import java.util.Arrays;

/**
 * Chooses the level of one channel in one group as its samples come: the one that brings the loud part, the hops within
 * 30 dB of the loudest, to -23 dBFS. Not thread-safe.
 */
final class LevelMeter {
    /** The level of a group without a loud part. */
    static final int SILENT = -1;
    /** Levels that a sender uses: +60 dB to -48 dB. */
    static final int MIN_LEVEL = 24;

    static final int MAX_LEVEL = 96;

    private static final double TARGET = -23; // dBFS
    private static final double RANGE = 1e-3; // of power
    /** Groups whose loudest hop has less power than this, -70 dBFS, are not raised. */
    private static final double SILENCE = 1e-7;

    private final int hop;
    private double[] powers = new double[64];
    private int hops;
    private double energy;
    private int filled;

    /** @param hop samples over which a power is taken */
    LevelMeter(int hop) {
        this.hop = hop;
    }

    /** A meter that has seen the same samples. */
    LevelMeter(LevelMeter other) {
        hop = other.hop;
        powers = other.powers.clone();
        hops = other.hops;
        energy = other.energy;
        filled = other.filled;
    }

    void add(float[] samples, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            energy += (double) samples[i] * samples[i];
            if (++filled == hop) {
                endHop();
            }
        }
    }

    private void endHop() {
        if (hops == powers.length) {
            powers = Arrays.copyOf(powers, 2 * hops);
        }
        powers[hops++] = energy / hop;
        energy = 0;
        filled = 0;
    }

    /** The level of what was added since the last call, and a fresh start. */
    int next() {
        if (filled > 0) {
            endHop();
        }
        double loudest = 0;
        for (int i = 0; i < hops; i++) {
            loudest = Math.max(loudest, powers[i]);
        }
        double sum = 0;
        int loud = 0;
        for (int i = 0; i < hops; i++) {
            if (powers[i] >= RANGE * loudest) {
                sum += powers[i];
                loud++;
            }
        }
        hops = 0;
        if (loudest < SILENCE) {
            return SILENT;
        }
        double decibels = 10 * Math.log10(sum / loud);
        long level = LevelCurve.UNITY + Math.round((decibels - TARGET) / LevelCurve.STEP);
        return (int) Math.max(MIN_LEVEL, Math.min(MAX_LEVEL, level));
    }
}
