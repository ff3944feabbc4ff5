package io.nacre.codec.image;

/**
 * Looks for better hyperlatents of a tile by trial: rounding them one by one is far from the best choice of all, since
 * they steer every table and mean under them. In each trial every second cell in both directions is moved at once, and
 * a move stays if costs fall around it. Needs no gradient and no synthesis. Not thread-safe.
 */
final class HyperlatentSearch {
    private static final int SPACING = 2;

    private final TileTrials trials;
    private final HyperlatentMoves moves;
    private final int width;
    private final int height;

    HyperlatentSearch(TileTrials trials, HyperlatentMoves moves, TileGeometry geometry) {
        this.trials = trials;
        this.moves = moves;
        width = geometry.zWidth();
        height = geometry.zHeight();
    }

    /**
     * Searches.
     *
     * @param start [zHeight][zWidth][hyper], is not changed
     * @param rounds in each of which every cell gets one trial
     * @return the best hyperlatents found, which are never worse than the start
     * @throws InterruptedException if the thread is interrupted
     */
    byte[] search(byte[] start, int rounds) throws InterruptedException {
        byte[] z = start.clone();
        TileTrials.Trial base = trials.run(z);
        byte[] best = start;
        double least = base.total();
        for (int round = 0; round < rounds; round++) {
            if (round < 2 || round % 3 == 0) { // moves change each other's scores little
                moves.score(base);
            }
            boolean tried = false;
            for (int phase = 0; phase < SPACING * SPACING; phase++) {
                tried |= tryPhase(z, base.cells(), phase);
            }
            if (!tried) {
                break;
            }
            base = trials.run(z.clone());
            if (base.total() < least) {
                least = base.total();
                best = base.symbols().z;
            }
        }
        return best;
    }

    /** Tries moves of one cell in four, and keeps those that pay; costs are brought up to date nearly. */
    private boolean tryPhase(byte[] z, float[] costs, int phase) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        byte[] before = z.clone();
        int[][] moved = new int[width * height][];
        boolean any = false;
        for (int y = phase / SPACING; y < height; y += SPACING) {
            for (int x = phase % SPACING; x < width; x += SPACING) {
                int cell = y * width + x;
                moved[cell] = moves.propose(z, cell);
                any |= moved[cell].length > 0;
            }
        }
        if (!any) {
            return false;
        }
        float[] change = trials.run(z.clone()).cells();
        for (int cell = 0; cell < change.length; cell++) {
            change[cell] -= costs[cell];
        }
        for (int cell = 0; cell < moved.length; cell++) {
            if (moved[cell] != null && moved[cell].length > 0) {
                if (around(cell, change) < 0) {
                    take(cell, change, costs);
                } else {
                    for (int i : moved[cell]) {
                        z[i] = before[i];
                    }
                }
            }
        }
        return true;
    }

    /** What a cell's move changed, as far as it is its own. */
    private double around(int cell, float[] change) {
        double sum = 0;
        for (int y = -1; y <= 1; y++) {
            for (int x = -1; x <= 1; x++) {
                if (inside(cell, x, y)) {
                    sum += share(x, y) * change[cell + y * width + x];
                }
            }
        }
        return sum;
    }

    private void take(int cell, float[] change, float[] costs) {
        for (int y = -1; y <= 1; y++) {
            for (int x = -1; x <= 1; x++) {
                if (inside(cell, x, y)) {
                    int neighbour = cell + y * width + x;
                    costs[neighbour] += share(x, y) * change[neighbour];
                }
            }
        }
    }

    private boolean inside(int cell, int x, int y) {
        int column = cell % width + x;
        int row = cell / width + y;
        return column >= 0 && column < width && row >= 0 && row < height;
    }

    /** A cell's own change is its own; a neighbour's is shared by those that moved at either side of it. */
    private static float share(int x, int y) {
        return (x == 0 ? 1 : 0.5f) * (y == 0 ? 1 : 0.5f);
    }
}
