package io.nacre.codec.image;

import io.nacre.codec.latent.PackBytes;
import io.nacre.codec.latent.RowTables;
import io.nacre.entropy.FactorizedTable;
import io.nacre.entropy.SignedTable;
import io.nacre.models.ModelException;

/**
 * What a pack's tables.bin holds: the integers that the range decoder needs, and the centroids that the receiver adds.
 * Immutable, thread-safe.
 */
final class CodingTables {
    /** Bins of each ratio of the row context, and groups of four rows. */
    static final int BINS = 13;

    static final int GROUPS = 10;
    private static final int LOG_STEPS = 32;
    private static final int MAX_Z = 127;

    private final int hyper;
    private final int zGroups;
    private final int[] expectation; // [row], E|s| with 8 fraction bits
    private final int[] log; // [32], 16 log2(1 + i/32)
    private final byte[] correction; // [group][along][around][half]
    private final int[] largestCorrection; // [group]
    private final int[] skipBelow; // [quality step]
    private final RowTables rows;
    private final FactorizedTable[] z; // [group][channel]

    private CodingTables(ReceiverSpec spec, PackBytes in) throws ModelException {
        in.expect(ReceiverSpec.ROWS, "the number of rows");
        zGroups = in.integer();
        if (zGroups < 1 || zGroups > 64) {
            throw in.damaged(zGroups + " groups of z tables");
        }
        hyper = spec.hyperChannels();
        in.expect(hyper, "the number of hyper channels");
        expectation = in.unsignedShorts(ReceiverSpec.ROWS);
        log = in.unsignedBytes(LOG_STEPS);
        for (int step : log) {
            if (step > 16) {
                throw in.damaged("a logarithm is above an octave");
            }
        }
        correction = in.signedBytes(GROUPS * BINS * BINS * 2);
        largestCorrection = new int[GROUPS];
        for (int i = 0; i < correction.length; i++) {
            int group = i / (2 * BINS * BINS);
            largestCorrection[group] = Math.max(largestCorrection[group], correction[i]);
        }
        skipBelow = in.unsignedBytes(spec.qualities());
        rows = RowTables.parse(in);
        z = new FactorizedTable[zGroups * hyper];
        for (int i = 0; i < z.length; i++) {
            z[i] = factorized(in);
        }
        in.end();
    }

    static CodingTables parse(ReceiverSpec spec, byte[] bytes) throws ModelException {
        return new CodingTables(spec, new PackBytes("tables.bin", bytes));
    }

    private static FactorizedTable factorized(PackBytes in) throws ModelException {
        int low = in.signedByte();
        int count = in.unsignedByte();
        try {
            return new FactorizedTable(low, RowTables.frequencies(in, count + 1), -MAX_Z, MAX_Z);
        } catch (IllegalArgumentException e) {
            throw in.damaged("a histogram of z: " + e.getMessage());
        }
    }

    /** Expected |s| of each row, 8 fraction bits; the caller must not change it. */
    int[] expectation() {
        return expectation;
    }

    /** The logarithm's mantissas; the caller must not change them. */
    int[] log() {
        return log;
    }

    /** Corrections in rows, [group][along][around][half]; the caller must not change them. */
    byte[] correction() {
        return correction;
    }

    /** The largest correction of each group of rows, at least 0; the caller must not change them. */
    int[] largestCorrections() {
        return largestCorrection;
    }

    /** Rows below this carry no symbol. */
    int skipBelow(int step) {
        return skipBelow[step];
    }

    SignedTable row(int row) {
        return rows.table(row);
    }

    /** The table of a channel of z at a header's quality. */
    FactorizedTable z(int quality, int channel) {
        return z[Math.min(quality >> 7, zGroups - 1) * hyper + channel];
    }

    /** What stands for symbol s of a row beyond its mean: the centroid of its bin. */
    float value(int s, int row) {
        return rows.value(s, row);
    }
}
