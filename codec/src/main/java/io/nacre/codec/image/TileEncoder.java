package io.nacre.codec.image;

import io.nacre.codec.alpha.AlphaCoder;
import io.nacre.codec.latent.RowTables;
import io.nacre.entropy.ExpGolomb;
import io.nacre.entropy.RangeEncoder;
import io.nacre.models.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;

/** Codes the latents of tiles at one quality. Thread-safe. */
final class TileEncoder {
    private static final int MAX_Z = 127;

    private final Receiver receiver;
    private final Sender sender;
    private final int quality;
    private final float[] gains;
    /** Null for the plain effort. */
    private final TileSearch search;

    private final SymbolRule rule;

    /** @param search what higher efforts do before a tile is coded, or null */
    TileEncoder(Receiver receiver, Sender sender, int quality, TileSearch search) {
        this.receiver = receiver;
        this.sender = sender;
        this.quality = quality;
        this.gains = sender.gains.at(receiver.share(quality));
        this.search = search;
        this.rule = search == null ? sender : search.rule();
    }

    /**
     * Codes a tile.
     *
     * @param target its samples, for a search that needs them
     * @return the payload of its TILE box
     * @throws InterruptedException if the thread is interrupted while it searches
     */
    byte[] encode(Analysis.AnalysedTile tile, TileTarget target) throws InterruptedException {
        TileGeometry geometry = tile.geometry();
        float[] latents = scaled(geometry, tile.latents());
        float[] exact = hyperlatents(geometry, latents);
        byte[] z = rounded(exact);
        if (search != null) {
            TileSearch.Found found = search.search(geometry, latents, exact, z, target);
            latents = found.latents();
            z = found.z();
        }
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < z.length; i++) {
            receiver.tables.z(quality, i % receiver.spec.hyperChannels()).encode(encoder, z[i]);
        }
        TileSymbols symbols;
        try (LatentMeans means = new LatentMeans(receiver, geometry)) {
            symbols = code(geometry, latents, z, means, encoder);
        }
        if (tile.alpha() != null) {
            AlphaCoder.encode(encoder, tile.alpha(), geometry.width(), geometry.height(), alphaError());
        }
        byte[] stream = encoder.finish();
        byte[] payload = new byte[stream.length + 2];
        int check = symbols.check();
        payload[0] = (byte) (check >> 8);
        payload[1] = (byte) check;
        System.arraycopy(stream, 0, payload, 2, stream.length);
        return payload;
    }

    /** The latents that synthesis gets for a tile without search, [channel][latentHeight][latentWidth]. */
    float[] plainLatents(Analysis.AnalysedTile tile) {
        TileGeometry geometry = tile.geometry();
        float[] latents = scaled(geometry, tile.latents());
        byte[] z = rounded(hyperlatents(geometry, latents));
        try (LatentMeans means = new LatentMeans(receiver, geometry)) {
            TileSymbols symbols = code(geometry, latents, z, means, new RangeEncoder());
            return means.rebuild(symbols, receiver.gains.at(receiver.share(quality)));
        }
    }

    /** Codes both halves; the means of the tile stay behind. */
    private TileSymbols code(
            TileGeometry geometry, float[] latents, byte[] z, LatentMeans means, RangeEncoder encoder) {
        ReceiverSpec spec = receiver.spec;
        TileSymbols symbols = new TileSymbols(geometry, z, spec.latentChannels());
        int step = receiver.step(quality);
        byte[] rows = receiver.rowPredictor.rows(z, geometry.zHeight(), geometry.zWidth(), step);
        Encoding scan = new Encoding(spec, symbols, rows, step, encoder);
        means.predict(z, quality);
        scan.half(0, latents, means.means(0));
        means.refine(symbols);
        scan.half(1, latents, means.means(1));
        return symbols;
    }

    /** The largest error of a partly transparent sample: alpha follows colour, and is exact in the upper quarter. */
    private int alphaError() {
        return quality < 504 ? 2 : quality < 756 ? 1 : 0;
    }

    private float[] scaled(TileGeometry geometry, float[] latents) {
        float[] u = new float[latents.length];
        int plane = geometry.latents();
        for (int c = 0; c < gains.length; c++) {
            float gain = gains[c];
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                u[i] = latents[i] * gain;
            }
        }
        return u;
    }

    /** What the hyper analysis gives for latents, [zHeight][zWidth][hyper]. */
    private float[] hyperlatents(TileGeometry geometry, float[] u) {
        int hyper = receiver.spec.hyperChannels();
        int cells = geometry.zHeight() * geometry.zWidth();
        float[] z = new float[cells * hyper];
        try (Tensor in = Tensor.allocate(1, gains.length, geometry.latentHeight(), geometry.latentWidth());
                Tensor out = Tensor.allocate(1, hyper, geometry.zHeight(), geometry.zWidth())) {
            in.floats().put(u);
            sender.hyperAnalysis.run(Map.of("u", in), Map.of("z", out));
            FloatBuffer values = out.floats();
            for (int j = 0; j < hyper; j++) {
                for (int cell = 0; cell < cells; cell++) {
                    z[cell * hyper + j] = values.get(j * cells + cell);
                }
            }
        }
        return z;
    }

    private static byte[] rounded(float[] exact) {
        byte[] z = new byte[exact.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (byte) Math.max(-MAX_Z, Math.min(MAX_Z, Math.round(exact[i])));
        }
        return z;
    }

    private final class Encoding extends ResidualScan {
        private final int channels;
        private final RangeEncoder encoder;
        private final ExpGolomb escape = RowTables.escapeCode();

        Encoding(ReceiverSpec spec, TileSymbols symbols, byte[] rows, int step, RangeEncoder encoder) {
            super(spec, receiver.tables, symbols, rows, step);
            this.channels = spec.latentChannels();
            this.encoder = encoder;
        }

        @Override
        protected int symbol(int index, int row) {
            int s = rule.symbol(residual(index), index % channels, row);
            receiver.tables.row(row).encode(encoder, s, escape);
            return s;
        }
    }
}
