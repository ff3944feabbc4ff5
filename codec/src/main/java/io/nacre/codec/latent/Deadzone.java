package io.nacre.codec.latent;

import io.nacre.models.ModelException;

/** The sender's rounding: wider zeros where a row makes others dear. Immutable, thread-safe. */
public final class Deadzone {
    private final float[]
            widths; // [row][2]: how far beyond one half the edge between 0 and 1, and between higher ones, lies

    private Deadzone(PackBytes in) throws ModelException {
        widths = in.reals(2 * RowTables.ROWS);
    }

    /** Reads f32 [row][2]. */
    public static Deadzone parse(PackBytes in) throws ModelException {
        return new Deadzone(in);
    }

    /**
     * The symbol of a value less its mean: rounding with the deadzone of the row.
     *
     * @return at most {@link Short#MAX_VALUE} in magnitude
     */
    public int quantize(float v, int row) {
        float a = Math.abs(v);
        int s = (int) (a + 0.5f - widths[2 * row + 1]);
        if (s <= 1) {
            s = a > 0.5f + widths[2 * row] ? 1 : 0;
        }
        s = Math.min(s, Short.MAX_VALUE);
        return v < 0 ? -s : s;
    }
}
