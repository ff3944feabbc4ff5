package io.nacre.codec.image;

import io.nacre.codec.alpha.AlphaCoder;
import io.nacre.entropy.CorruptStreamException;
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

    TileEncoder(Receiver receiver, Sender sender, int quality) {
        this.receiver = receiver;
        this.sender = sender;
        this.quality = quality;
        this.gains = sender.gains.at(receiver.share(quality));
    }

    /**
     * Codes a tile.
     *
     * @param latents y of the tile, [channel][latentHeight][latentWidth], before gains
     * @param alpha 8-bit alpha of the tile's pixels, or null
     * @return the payload of its TILE box
     */
    byte[] encode(TileGeometry geometry, float[] latents, byte[] alpha) {
        ReceiverSpec spec = receiver.spec;
        float[] u = scaled(geometry, latents);
        byte[] z = hyperlatents(geometry, u);
        TileSymbols symbols = new TileSymbols(geometry, z, spec.latentChannels());
        int step = receiver.step(quality);
        byte[] rows = receiver.rowPredictor.rows(z, geometry.zHeight(), geometry.zWidth(), step);
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < z.length; i++) {
            receiver.tables.z(quality, i % spec.hyperChannels()).encode(encoder, z[i]);
        }
        Encoding scan = new Encoding(spec, symbols, rows, step, encoder);
        try (LatentMeans means = new LatentMeans(receiver, geometry)) {
            means.predict(z, quality);
            scan.half(0, u, means.means(0));
            means.refine(symbols);
            scan.half(1, u, means.means(1));
        }
        if (alpha != null) {
            AlphaCoder.encode(encoder, alpha, geometry.width(), geometry.height(), alphaError());
        }
        byte[] stream = encoder.finish();
        byte[] payload = new byte[stream.length + 2];
        int check = symbols.check();
        payload[0] = (byte) (check >> 8);
        payload[1] = (byte) check;
        System.arraycopy(stream, 0, payload, 2, stream.length);
        return payload;
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

    private byte[] hyperlatents(TileGeometry geometry, float[] u) {
        int hyper = receiver.spec.hyperChannels();
        int cells = geometry.zHeight() * geometry.zWidth();
        byte[] z = new byte[cells * hyper];
        try (Tensor in = Tensor.allocate(1, gains.length, geometry.latentHeight(), geometry.latentWidth());
                Tensor out = Tensor.allocate(1, hyper, geometry.zHeight(), geometry.zWidth())) {
            in.floats().put(u);
            sender.hyperAnalysis.run(Map.of("u", in), Map.of("z", out));
            FloatBuffer values = out.floats();
            for (int j = 0; j < hyper; j++) {
                for (int cell = 0; cell < cells; cell++) {
                    int value = Math.round(values.get(j * cells + cell));
                    z[cell * hyper + j] = (byte) Math.max(-MAX_Z, Math.min(MAX_Z, value));
                }
            }
        }
        return z;
    }

    private final class Encoding extends LatentScan {
        private final TileGeometry geometry;
        private final int channels;
        private final RangeEncoder encoder;
        private final ExpGolomb escape = new ExpGolomb(TileParser.ESCAPE_PREFIX);
        /** Values less their means, positions raster, channels inside. */
        private final float[] residual;

        Encoding(ReceiverSpec spec, TileSymbols symbols, byte[] rows, int step, RangeEncoder encoder) {
            super(spec, receiver.tables, symbols, rows, step);
            this.geometry = symbols.geometry;
            this.channels = spec.latentChannels();
            this.encoder = encoder;
            this.residual = new float[symbols.s.length];
        }

        void half(int half, float[] u, FloatBuffer means) {
            int plane = geometry.latents();
            float[] mean = new float[plane];
            for (int c = 0; c < channels; c++) {
                means.get(c * plane, mean);
                for (int i = 0; i < plane; i++) {
                    residual[i * channels + c] = u[c * plane + i] - mean[i];
                }
            }
            try {
                run(half);
            } catch (CorruptStreamException e) {
                throw new IllegalStateException(e); // only a decoder's symbol() reads a stream
            }
        }

        @Override
        protected int symbol(int index, int row) {
            int s = sender.quantize(residual[index], row);
            receiver.tables.row(row).encode(encoder, s, escape);
            return s;
        }
    }
}
