package io.nacre.codec.latent;

import io.nacre.entropy.ExpGolomb;
import io.nacre.entropy.SignedTable;
import io.nacre.models.ModelException;

/**
 * What belongs to each table row: the histogram by which its symbols are coded, and the centroids that the receiver
 * puts in their place. Immutable, thread-safe.
 */
public final class RowTables {
    /** Table rows of the format: 0 is next to always zero, each further one some 13 % wider. */
    public static final int ROWS = 64;

    /** Largest prefix of an escaped |s|: reaches beyond {@link SignedTable#MAX_MAGNITUDE}. */
    private static final int ESCAPE_PREFIX = 15;

    private static final int CENTROIDS = 4;

    private final float[] shift; // [row][min(|s|, 3)]
    private final SignedTable[] tables; // [row]

    private RowTables(PackBytes in) throws ModelException {
        shift = in.reals(ROWS * CENTROIDS);
        tables = new SignedTable[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int reach = in.unsignedByte();
            try {
                tables[row] = new SignedTable(frequencies(in, 2 * reach + 2));
            } catch (IllegalArgumentException e) {
                throw in.damaged("a row's histogram: " + e.getMessage());
            }
        }
    }

    /** Reads f32 shifts [row][4], then for each row u8 reach S and 2 S + 2 frequencies less one as u16. */
    public static RowTables parse(PackBytes in) throws ModelException {
        return new RowTables(in);
    }

    /**
     * Reads frequencies that are kept less one as u16.
     *
     * @return 1..65536 each; their sum is not checked
     */
    public static int[] frequencies(PackBytes in, int count) throws ModelException {
        int[] f = in.unsignedShorts(count);
        for (int i = 0; i < count; i++) {
            f[i]++;
        }
        return f;
    }

    /** A fresh code for the escapes of all rows of one stream. */
    public static ExpGolomb escapeCode() {
        return new ExpGolomb(ESCAPE_PREFIX);
    }

    /** The histogram of a row, 0..63. */
    public SignedTable table(int row) {
        return tables[row];
    }

    /** What stands for symbol s of a row beyond its mean: the centroid of its bin. */
    public float value(int s, int row) {
        float move = shift[CENTROIDS * row + Math.min(Math.abs(s), CENTROIDS - 1)];
        return s < 0 ? s - move : s + move;
    }
}
