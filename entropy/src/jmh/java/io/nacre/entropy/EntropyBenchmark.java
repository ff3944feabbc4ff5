package io.nacre.entropy;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Million symbols per second of one thread: 4.2 million symbols from 64 Gaussian tables of 64 symbols, the table
 * chosen at random for each symbol. zstd gets the same symbols as bytes, without the tables, as a yardstick of the
 * machine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(EntropyBenchmark.COUNT)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 12, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class EntropyBenchmark {
    static final int COUNT = 1 << 22;

    private static final int TABLES = 64;
    private static final int SYMBOLS = 64;
    private static final int CONTEXTS = 64;

    private final FrequencyTable[] tables = new FrequencyTable[TABLES];
    private final byte[] rows = new byte[COUNT];
    private final byte[] symbols = new byte[COUNT];
    private final byte[] bits = new byte[COUNT];
    private final byte[] decoded = new byte[COUNT];
    private final RangeEncoder encoder = new RangeEncoder();
    private final AdaptiveBits contexts = new AdaptiveBits(CONTEXTS);
    private final ZstdCompressor zstd = new ZstdCompressor();
    private final ZstdDecompressor unzstd = new ZstdDecompressor();

    private byte[] symbolStream;
    private byte[] bitStream;
    private byte[] zstdBuffer;
    private int zstdLength;

    /** Draws the symbols and bits, and checks that each coder returns them. */
    @Setup
    public void setUp() throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(1);
        for (int row = 0; row < TABLES; row++) {
            double sigma = 0.11 * Math.pow(16 / 0.11, row / (TABLES - 1.0));
            double[] weights = new double[SYMBOLS];
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                double x = (symbol - SYMBOLS / 2) / sigma;
                weights[symbol] = Math.exp(-x * x / 2);
            }
            tables[row] = FrequencyTable.ofWeights(weights);
        }
        for (int i = 0; i < COUNT; i++) {
            rows[i] = (byte) random.nextInt(TABLES);
            symbols[i] = (byte) tables[rows[i]].find(random.nextInt(FrequencyTable.TOTAL));
            bits[i] = (byte) (random.nextInt(CONTEXTS) < rows[i] ? 1 : 0);
        }
        symbolStream = encodeSymbols();
        bitStream = encodeBits();
        zstdBuffer = new byte[zstd.maxCompressedLength(COUNT)];
        zstdLength = compressZstd();
        check(decodeSymbols(), symbols);
        check(decodeBits(), bits);
        check(decompressZstd(), symbols);
        System.out.printf("range coder %.3f bit/symbol, adaptive bits %.3f bit/bit, zstd %.3f bit/symbol%n",
                symbolStream.length * 8.0 / COUNT, bitStream.length * 8.0 / COUNT, zstdLength * 8.0 / COUNT);
    }

    /** Codes all symbols. */
    @Benchmark
    public byte[] encodeSymbols() {
        for (int i = 0; i < COUNT; i++) {
            encoder.encode(tables[rows[i]], symbols[i]);
        }
        return encoder.finish();
    }

    /** Decodes all symbols. */
    @Benchmark
    public byte[] decodeSymbols() throws CorruptStreamException {
        RangeDecoder decoder = new RangeDecoder(symbolStream, 0, symbolStream.length);
        for (int i = 0; i < COUNT; i++) {
            decoded[i] = (byte) decoder.decode(tables[rows[i]]);
        }
        decoder.finish();
        return decoded;
    }

    /** Codes one bit for each symbol in the context of its row. */
    @Benchmark
    public byte[] encodeBits() {
        contexts.reset();
        for (int i = 0; i < COUNT; i++) {
            contexts.encode(encoder, rows[i], bits[i]);
        }
        return encoder.finish();
    }

    /** Decodes the bits. */
    @Benchmark
    public byte[] decodeBits() throws CorruptStreamException {
        contexts.reset();
        RangeDecoder decoder = new RangeDecoder(bitStream, 0, bitStream.length);
        for (int i = 0; i < COUNT; i++) {
            decoded[i] = (byte) contexts.decode(decoder, rows[i]);
        }
        decoder.finish();
        return decoded;
    }

    /** Compresses the symbols with aircompressor's zstd. */
    @Benchmark
    public int compressZstd() {
        return zstd.compress(symbols, 0, COUNT, zstdBuffer, 0, zstdBuffer.length);
    }

    /** Restores them. */
    @Benchmark
    public byte[] decompressZstd() {
        unzstd.decompress(zstdBuffer, 0, zstdLength, decoded, 0, COUNT);
        return decoded;
    }

    private static void check(byte[] actual, byte[] expected) {
        if (!Arrays.equals(actual, expected)) {
            throw new IllegalStateException("a coder does not return what it was given");
        }
    }
}
