package io.nacre.codec.alpha;

import io.nacre.entropy.CorruptStreamException;

/**
 * A few levels without an order, as index. Most pixels repeat a neighbour, so that is asked first (as P. J. Ausbeck's
 * piecewise-constant image model does, "The piecewise-constant image model", Proc. IEEE, 2000): west, north, north-east,
 * north-west, each unless it was ruled out by an equal one, in the context of which neighbours are equal to which. The
 * index itself is coded if none is right.
 */
final class LevelsModel implements PixelModel {
    private static final int PATTERNS = 1 << 7;

    private final ContextModels matches = new ContextModels(4 * PATTERNS, 2);
    private final ContextModels indices;

    LevelsModel(int levels) {
        indices = new ContextModels(levels, levels);
    }

    @Override
    public int code(Syntax syntax, CausalRows rows, int x, boolean endsRun, int pixel) throws CorruptStreamException {
        int at = x + CausalRows.PAD;
        int west = rows.current()[at - 1];
        if (endsRun) {
            return codeIndex(syntax, west, pixel);
        }
        int north = rows.above()[at];
        int northEast = rows.above()[at + 1];
        int northWest = rows.above()[at - 1];
        int pattern = bit(west == north, 0)
                | bit(west == northWest, 1)
                | bit(north == northWest, 2)
                | bit(north == northEast, 3)
                | bit(west == northEast, 4)
                | bit(west == rows.current()[at - 2], 5)
                | bit(north == rows.secondAbove()[at], 6);
        if (matches(syntax, pattern, pixel == west)) {
            return west;
        }
        if (north != west && matches(syntax, PATTERNS + pattern, pixel == north)) {
            return north;
        }
        if (northEast != west && northEast != north && matches(syntax, 2 * PATTERNS + pattern, pixel == northEast)) {
            return northEast;
        }
        if (northWest != west
                && northWest != north
                && northWest != northEast
                && matches(syntax, 3 * PATTERNS + pattern, pixel == northWest)) {
            return northWest;
        }
        return codeIndex(syntax, west, pixel);
    }

    private int codeIndex(Syntax syntax, int west, int pixel) throws CorruptStreamException {
        return syntax.symbol(indices.get(west), pixel);
    }

    private boolean matches(Syntax syntax, int context, boolean match) throws CorruptStreamException {
        return syntax.symbol(matches.get(context), match ? 1 : 0) == 1;
    }

    private static int bit(boolean set, int place) {
        return set ? 1 << place : 0;
    }
}
