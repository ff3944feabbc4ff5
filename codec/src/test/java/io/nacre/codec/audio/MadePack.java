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
    private static final Framing SPEECH = new Framing(16_000, 320);

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
        return receiver(SPEECH, "", channels);
    }

    private static byte[] receiver(Framing framing, String more, int channels) {
        return ("{\"rate\":" + framing.rate() + ",\"hop\":" + framing.hop() + more
                        + ",\"rows\":64,\"levelCap\":15,\"qualities\":" + QUALITIES + ",\"channels\":"
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

    private static ModelPack pack(
            byte[] receiver, int channels, byte[] rowContext, byte[] tables, double low, double high)
            throws ModelException {
        return zip(Map.of(
                "receiver.json",
                receiver,
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
        return new SoundModel(pack(receiver(channels), channels, rowContext, tables, 0, 3), graphs(SPEECH), 1);
    }

    static SoundModel random(SplittableRandom random, int channels, int skip) throws ModelException {
        return of(channels, randomRowContext(random, channels), randomTables(random, skip));
    }

    /** All coefficients of the transform; at full quality in steps of a thousandth. */
    static SoundModel transparent(int threads) throws ModelException {
        return transparent(SPEECH, "", threads);
    }

    /** The same at another rate; two channels are coded as mid and side. */
    static SoundModel transparentStereo(Framing framing, int threads) throws ModelException {
        return transparent(framing, ",\"midSide\":true", threads);
    }

    private static SoundModel transparent(Framing framing, String more, int threads) throws ModelException {
        int hop = framing.hop();
        ByteArrayOutputStream tables = tablesHead(0);
        for (int row = 0; row < RowTables.ROWS; row++) {
            tables.writeBytes(new byte[] {0, 0x7F, -1, 0x7F, -1}); // zero or an escape, both one bit
        }
        byte[] rows = rowContext(hop, 0, new byte[16], new byte[3 * hop * hop], new short[QUALITIES * hop]);
        ModelPack pack = pack(receiver(framing, more, hop), hop, rows, tables.toByteArray(), 0, Math.log(1000));
        return new SoundModel(pack, graphs(framing), threads);
    }

    private static GraphOpener graphs(Framing framing) {
        float[] table = lapped(framing.hop());
        return onnx -> onnx[0] == 'a' ? new Analysis(framing.hop(), table) : new Synthesis(framing.hop(), table);
    }

    /** The functions of the lapped transform (Princen and Bradley, 1986), orthonormal: [k][n], n below 2 hop. */
    private static float[] lapped(int hop) {
        float[] table = new float[hop * 2 * hop];
        for (int i = 0; i < table.length; i++) {
            int n = i % (2 * hop);
            int k = i / (2 * hop);
            double window = Math.sin(Math.PI / (2 * hop) * (n + 0.5)) * Math.sqrt(2.0 / hop);
            table[i] = (float) (window * Math.cos(Math.PI / hop * (n + 0.5 + hop / 2.0) * (k + 0.5)));
        }
        return table;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Analysis(int hop, float[] table) implements Graph {
        @Override
        public void run(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
            FloatBuffer x = inputs.get("x").floats();
            FloatBuffer y = outputs.get("y").floats();
            int blocks = x.capacity() / hop;
            int frames = blocks - 1;
            int channels = y.capacity() / frames;
            for (int t = 0; t < frames; t++) {
                float[] frame = new float[2 * hop];
                for (int n = 0; n < 2 * hop; n++) {
                    frame[n] = x.get(n % hop * blocks + t + n / hop);
                }
                for (int k = 0; k < channels; k++) {
                    float sum = 0;
                    for (int n = 0; n < 2 * hop; n++) {
                        sum += frame[n] * table[k * 2 * hop + n];
                    }
                    y.put(k * frames + t, sum);
                }
            }
        }

        @Override
        public void close() {}
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Synthesis(int hop, float[] table) implements Graph {
        @Override
        public void run(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
            FloatBuffer y = inputs.get("y").floats();
            FloatBuffer sound = outputs.get("sound").floats();
            int blocks = sound.capacity() / hop;
            int frames = blocks + 1;
            int channels = y.capacity() / frames;
            float[] samples = new float[hop * (frames + 1)];
            for (int t = 0; t < frames; t++) {
                for (int k = 0; k < channels; k++) {
                    float value = y.get(k * frames + t);
                    for (int n = 0; n < 2 * hop; n++) {
                        samples[hop * t + n] += value * table[k * 2 * hop + n];
                    }
                }
            }
            for (int i = 0; i < sound.capacity(); i++) {
                sound.put(i, samples[hop * (i % blocks + 1) + i / blocks]);
            }
        }

        @Override
        public void close() {}
    }
}
