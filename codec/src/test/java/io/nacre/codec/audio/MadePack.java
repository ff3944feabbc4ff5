package io.nacre.codec.audio;

import io.nacre.codec.latent.RowTables;
import io.nacre.models.Graph;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import io.nacre.models.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Sound packs made in Java: of random tables, or of graphs that lose next to nothing. */
final class MadePack {
    static final int QUALITIES = 64;
    private static final int HOP = FrameGrid.HOP;

    private MadePack() {}

    static ModelPack zip(Map<String, byte[]> entries) throws ModelException {
        List<String> hashes = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                add(zip, entry.getKey(), entry.getValue());
                hashes.add("\"" + entry.getKey() + "\":\"" + HexFormat.of().formatHex(sha.digest(entry.getValue()))
                        + "\"");
            }
            String manifest = "{\"name\":\"made\",\"format\":1,\"sha256\":{" + String.join(",", hashes) + "}}";
            add(zip, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return ModelPack.open(bytes.toByteArray());
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    static byte[] receiver(int channels) {
        return ("{\"rate\":16000,\"hop\":320,\"rows\":64,\"levelCap\":15,\"qualities\":" + QUALITIES + ",\"channels\":"
                        + channels + ",\"predicted\":" + predicted(channels)
                        + ",\"analysisContext\":3,\"synthesisContext\":1}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @param weights [frames back][out][in] */
    static byte[] rowContext(int channels, int shift, byte[] levels, byte[] weights, short[] bias) {
        ByteBuffer out = ByteBuffer.allocate(12 + levels.length + weights.length + 2 * bias.length);
        out.putInt(channels).putInt(QUALITIES).putInt(shift).put(levels).put(weights);
        for (short value : bias) {
            out.putShort(value);
        }
        return out.array();
    }

    /** Weights that are as large as they may be at times, rows that reach all over. */
    static byte[] randomRowContext(SplittableRandom random, int channels) {
        byte[] levels = new byte[16];
        random.nextBytes(levels);
        levels[0] = 0;
        byte[] weights = new byte[3 * channels * channels];
        random.nextBytes(weights);
        for (int to = 0; to < channels; to++) {
            for (int from = to; from < channels; from++) {
                weights[to * channels + from] = 0;
            }
        }
        short[] bias = new short[QUALITIES * channels];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = (short) random.nextInt(-32768, 32768);
        }
        return rowContext(channels, random.nextInt(8, 14), levels, weights, bias);
    }

    /** Rows of random reach and frequencies. */
    static byte[] randomTables(SplittableRandom random, int skip) {
        ByteArrayOutputStream out = tablesHead(skip);
        for (int row = 0; row < RowTables.ROWS; row++) {
            int reach = random.nextInt(20);
            int[] f = new int[2 * reach + 2];
            int left = 65536 - f.length;
            for (int i = 0; i < f.length; i++) {
                int more = i == f.length - 1 ? left : random.nextInt(left + 1);
                f[i] = 1 + more;
                left -= more;
            }
            out.write(reach);
            for (int frequency : f) {
                out.write((frequency - 1) >> 8);
                out.write(frequency - 1);
            }
        }
        return out.toByteArray();
    }

    private static ByteArrayOutputStream tablesHead(int skip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 0, 64, (byte) skip});
        out.writeBytes(new byte[4 * 4 * 64]); // centroids in the middle
        return out;
    }

    private static int predicted(int channels) {
        return channels / 3;
    }

    /** Means that decay by half from frame to frame. */
    private static byte[] means(int channels) {
        int count = predicted(channels);
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * count * count);
        out.putInt(count);
        for (int i = 0; i < count * count; i++) {
            out.putFloat(i % count == i / count ? 0.5f : 0);
        }
        return out.array();
    }

    /** The same gain in all channels, by its logarithm at the lowest and the highest quality. */
    private static ByteBuffer gains(int channels, double low, double high, int more) {
        ByteBuffer out = ByteBuffer.allocate(8 + 8 * channels + more);
        out.putInt(2).putInt(channels);
        for (int i = 0; i < 2 * channels; i++) {
            out.putFloat((float) (i < channels ? low : high));
        }
        return out;
    }

    private static ModelPack pack(int channels, byte[] rowContext, byte[] tables, double low, double high)
            throws ModelException {
        return zip(Map.of(
                "receiver.json",
                receiver(channels),
                "row_context.bin",
                rowContext,
                "tables.bin",
                tables,
                "recv_gains.bin",
                gains(channels, -low, -high, 0).array(),
                "means.bin",
                means(channels),
                "send_gains.bin",
                gains(channels, low, high, 4 * 2 * 64).array(),
                "analysis.onnx",
                new byte[] {'a'},
                "synthesis.onnx",
                new byte[] {'s'}));
    }

    /** Tables behind graphs of the transform alone. */
    static SoundModel of(int channels, byte[] rowContext, byte[] tables) throws ModelException {
        return new SoundModel(pack(channels, rowContext, tables, 0, 3), MadePack::graph, 1);
    }

    static SoundModel random(SplittableRandom random, int channels, int skip) throws ModelException {
        return of(channels, randomRowContext(random, channels), randomTables(random, skip));
    }

    /** All coefficients of the transform; at full quality in steps of a thousandth. */
    static SoundModel transparent(int threads) throws ModelException {
        ByteArrayOutputStream tables = tablesHead(0);
        for (int row = 0; row < RowTables.ROWS; row++) {
            tables.writeBytes(new byte[] {0, 0x7F, -1, 0x7F, -1}); // zero or an escape, both one bit
        }
        byte[] rows = rowContext(HOP, 0, new byte[16], new byte[3 * HOP * HOP], new short[QUALITIES * HOP]);
        return new SoundModel(pack(HOP, rows, tables.toByteArray(), 0, Math.log(1000)), MadePack::graph, threads);
    }

    private static Graph graph(byte[] onnx) {
        return onnx[0] == 'a' ? new Analysis() : new Synthesis();
    }

    /** Value n, 0..639, of the k-th function of the lapped transform (Princen and Bradley, 1986), orthonormal. */
    private static double lapped(int n, int k) {
        double window = Math.sin(Math.PI / (2 * HOP) * (n + 0.5)) * Math.sqrt(2.0 / HOP);
        return window * Math.cos(Math.PI / HOP * (n + 0.5 + HOP / 2.0) * (k + 0.5));
    }

    private static final class Transform {
        static final float[] TABLE = table(); // [k][n]

        private static float[] table() {
            float[] table = new float[HOP * 2 * HOP];
            for (int i = 0; i < table.length; i++) {
                table[i] = (float) lapped(i % (2 * HOP), i / (2 * HOP));
            }
            return table;
        }
    }

    private static final class Analysis implements Graph {
        @Override
        public void run(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
            FloatBuffer x = inputs.get("x").floats();
            FloatBuffer y = outputs.get("y").floats();
            int blocks = x.capacity() / HOP;
            int frames = blocks - 1;
            int channels = y.capacity() / frames;
            for (int t = 0; t < frames; t++) {
                float[] frame = new float[2 * HOP];
                for (int n = 0; n < 2 * HOP; n++) {
                    frame[n] = x.get(n % HOP * blocks + t + n / HOP);
                }
                for (int k = 0; k < channels; k++) {
                    float sum = 0;
                    for (int n = 0; n < 2 * HOP; n++) {
                        sum += frame[n] * Transform.TABLE[k * 2 * HOP + n];
                    }
                    y.put(k * frames + t, sum);
                }
            }
        }

        @Override
        public void close() {}
    }

    private static final class Synthesis implements Graph {
        @Override
        public void run(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
            FloatBuffer y = inputs.get("y").floats();
            FloatBuffer sound = outputs.get("sound").floats();
            int blocks = sound.capacity() / HOP;
            int frames = blocks + 1;
            int channels = y.capacity() / frames;
            float[] samples = new float[HOP * (frames + 1)];
            for (int t = 0; t < frames; t++) {
                for (int k = 0; k < channels; k++) {
                    float value = y.get(k * frames + t);
                    for (int n = 0; n < 2 * HOP; n++) {
                        samples[HOP * t + n] += value * Transform.TABLE[k * 2 * HOP + n];
                    }
                }
            }
            for (int i = 0; i < sound.capacity(); i++) {
                sound.put(i, samples[HOP * (i % blocks + 1) + i / blocks]);
            }
        }

        @Override
        public void close() {}
    }
}
