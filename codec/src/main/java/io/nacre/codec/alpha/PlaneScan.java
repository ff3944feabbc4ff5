package io.nacre.codec.alpha;

import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.ExpGolomb;
import java.util.Arrays;

/**
 * Codes a plane in raster order. Where the causal neighbourhood is flat and stays so for some pixels, one decision says
 * whether they all go on alike, in the manner of the run mode of JPEG-LS (ITU-T T.87, section A.7) but with the length
 * known beforehand from the row above. This makes the large flat parts of alpha planes almost free in bytes and in time.
 * If a run is cut short, its distance from the end is coded: what changes is mostly an edge that moves a little. All
 * other pixels go through a {@link PixelModel}.
 */
final class PlaneScan {
    private static final int MIN_RUN = 4;
    private static final int MIN_RUN_LOG = 2;
    private static final int RUN_CONTEXTS = 7;
    /** Enough for distances below {@link AlphaCoder#MAX_SIDE}. */
    private static final int DISTANCE_PREFIX = 15;

    private final Syntax syntax;
    private final PixelModel model;
    private final byte[] plane;
    private final int width;
    private final int height;
    private final CausalRows rows;
    private final ContextModels cutFlags = new ContextModels(RUN_CONTEXTS, 2);
    private final ExpGolomb distances = new ExpGolomb(DISTANCE_PREFIX);

    /** Prepares the scan of {@code plane}, row-major: written from, and updated to what the decoder gets, or read into. */
    PlaneScan(Syntax syntax, PixelModel model, byte[] plane, int width, int height) {
        this.syntax = syntax;
        this.model = model;
        this.plane = plane;
        this.width = width;
        this.height = height;
        rows = new CausalRows(width);
    }

    /** Codes the whole plane; to be called once. */
    void run() throws CorruptStreamException {
        for (int y = 0; y < height; y++) {
            rows.nextRow();
            model.startRow();
            codeRow(y * width);
        }
    }

    private void codeRow(int rowStart) throws CorruptStreamException {
        int x = 0;
        while (x < width) {
            int stretch = rows.flatStretch(x);
            if (stretch < MIN_RUN) {
                codePixel(rowStart, x++, false);
                continue;
            }
            int run = codeRun(rowStart + x, stretch, rows.above()[x + CausalRows.PAD]);
            Arrays.fill(rows.current(), x + CausalRows.PAD, x + CausalRows.PAD + run, rows.above()[x + CausalRows.PAD]);
            x += run;
            if (run < stretch) {
                codePixel(rowStart, x++, true);
            }
        }
    }

    /** Codes how many of the {@code stretch} pixels from {@code start} have {@code value}, and sets them. */
    private int codeRun(int start, int stretch, int value) throws CorruptStreamException {
        int run = syntax.writes() ? runLength(start, stretch, value) : 0;
        int context =
                Math.min(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(stretch) - MIN_RUN_LOG, RUN_CONTEXTS - 1);
        boolean cut = syntax.symbol(cutFlags.get(context), run < stretch ? 1 : 0) == 1;
        if (!cut) {
            run = stretch;
        } else {
            int distance = syntax.number(distances, stretch - 1 - run);
            if (distance >= stretch) {
                throw new CorruptStreamException("alpha run of " + stretch + " ends " + distance + " before its end");
            }
            run = stretch - 1 - distance;
        }
        Arrays.fill(plane, start, start + run, (byte) value);
        return run;
    }

    private int runLength(int start, int stretch, int value) {
        int run = 0;
        while (run < stretch && model.continuesRun(value, plane[start + run] & 0xFF)) {
            run++;
        }
        return run;
    }

    private void codePixel(int rowStart, int x, boolean endsRun) throws CorruptStreamException {
        int pixel = model.code(syntax, rows, x, endsRun, plane[rowStart + x] & 0xFF);
        rows.current()[x + CausalRows.PAD] = pixel;
        plane[rowStart + x] = (byte) pixel;
    }
}
