package io.nacre.codec.alpha;

import io.nacre.entropy.CorruptStreamException;

/**
 * Two levels, 0 and 1, each pixel in the context of the sixteen before it that JBIG2 takes (ITU-T T.88, section 6.2.5.3,
 * template 0 with its adaptive pixels where they nominally are).
 */
final class BilevelModel implements PixelModel {
    private final ContextModels models = new ContextModels(1 << 16, 2);

    @Override
    public int code(Syntax syntax, CausalRows rows, int x, boolean endsRun, int pixel) throws CorruptStreamException {
        int at = x + CausalRows.PAD;
        int[] current = rows.current();
        if (endsRun) {
            return 1 - current[at - 1];
        }
        int[] above = rows.above();
        int[] secondAbove = rows.secondAbove();
        int context = current[at - 1]
                | current[at - 2] << 1
                | current[at - 3] << 2
                | current[at - 4] << 3
                | above[at + 3] << 4
                | above[at + 2] << 5
                | above[at + 1] << 6
                | above[at] << 7
                | above[at - 1] << 8
                | above[at - 2] << 9
                | above[at - 3] << 10
                | secondAbove[at + 2] << 11
                | secondAbove[at + 1] << 12
                | secondAbove[at] << 13
                | secondAbove[at - 1] << 14
                | secondAbove[at - 2] << 15;
        return syntax.symbol(models.get(context), pixel);
    }
}
