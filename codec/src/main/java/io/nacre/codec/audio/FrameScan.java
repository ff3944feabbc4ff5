package io.nacre.codec.audio;

import io.nacre.entropy.CorruptStreamException;

/**
 * The order of the symbols of one channel in one group, and their table rows: frame by frame, latent by latent, each
 * row from what came before. The sender's quantiser and the parser run this same code and differ in where a symbol
 * comes from. codec/FORMAT.md, "Rows", is the definition. Not thread-safe; one scan for one channel of one group.
 */
abstract class FrameScan {
    private final RowContext context;
    private final int skipBelow;
    private final int step;
    private final ChannelSymbols symbols;

    /**
     * Prepares the scan of a group.
     *
     * @param symbols where the symbols and their rows are put; all 0
     * @param quality of the header, 0..1008
     */
    FrameScan(SoundReceiver receiver, ChannelSymbols symbols, int quality) {
        context = receiver.rowContext;
        skipBelow = receiver.tables.skipBelow();
        step = receiver.spec.qualities().step(quality);
        this.symbols = symbols;
    }

    /**
     * Decides one symbol.
     *
     * @param index of the symbol in {@link ChannelSymbols#s}
     * @param row its table row, 0..63
     * @return the symbol, at most 32767 in magnitude
     */
    protected abstract int symbol(int index, int row) throws CorruptStreamException;

    /**
     * Hears that all symbols of a frame are decided; for a sender whose next ones depend on them beyond their rows.
     *
     * @param from index of its first symbol
     */
    protected void frameEnded(int from) {}

    final void run() throws CorruptStreamException {
        int channels = context.channels();
        int[] sums = new int[channels];
        // Levels of the symbols of this frame and the two before; a group begins as if after silence.
        int[] now = new int[channels];
        int[] before = new int[channels];
        int[] twoBefore = new int[channels];
        for (int from = 0; from < symbols.s.length; from += channels) {
            context.start(step, sums);
            context.addFrame(sums, 1, before);
            context.addFrame(sums, 2, twoBefore);
            frame(from, sums, now);
            frameEnded(from);
            int[] oldest = twoBefore;
            twoBefore = before;
            before = now;
            now = oldest;
        }
    }

    private void frame(int from, int[] sums, int[] levels) throws CorruptStreamException {
        for (int c = 0; c < sums.length; c++) {
            int row = context.row(sums[c]);
            symbols.rows[from + c] = (byte) row;
            int s = row >= skipBelow ? symbol(from + c, row) : 0;
            int level = 0;
            if (s != 0) {
                symbols.s[from + c] = (short) s;
                level = context.level(s);
                context.addSymbol(sums, c, level);
            }
            levels[c] = level;
        }
    }
}
