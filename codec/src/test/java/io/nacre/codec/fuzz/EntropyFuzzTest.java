package io.nacre.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.entropy.AdaptiveBits;
import io.nacre.entropy.AdaptiveModel;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.ExpGolomb;
import io.nacre.entropy.FactorizedTable;
import io.nacre.entropy.FrequencyTable;
import io.nacre.entropy.RangeDecoder;
import io.nacre.entropy.RangeEncoder;
import io.nacre.entropy.SignedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The range coder and every code that goes through it, mixed as the input says. */
class EntropyFuzzTest {
    private static final int MAX_SYMBOLS = 400;

    /** One of each code, with fresh states. */
    private static final class Codes {
        private static final FrequencyTable TABLE = FrequencyTable.of(new int[] {1, 60_000, 500, 5_000, 35});
        private static final SignedTable SIGNED = new SignedTable(new int[] {100, 1000, 64_000, 400, 20, 16});
        private static final FactorizedTable FACTORIZED =
                new FactorizedTable(-2, new int[] {1000, 4000, 60_000, 500, 36}, -127, 127);

        private final AdaptiveBits bits = new AdaptiveBits(3);
        private final AdaptiveModel model = new AdaptiveModel(9);
        private final ExpGolomb golomb = new ExpGolomb(12);
        private final ExpGolomb escape = new ExpGolomb(15);

        int decode(int kind, RangeDecoder decoder) throws CorruptStreamException {
            return switch (kind) {
                case 0 -> decoder.decode(TABLE);
                case 1 -> decoder.decodeBits(1);
                case 2 -> decoder.decodeBits(16);
                case 3 -> bits.decode(decoder, 1);
                case 4 -> model.decode(decoder);
                case 5 -> golomb.decode(decoder);
                case 6 -> SIGNED.decode(decoder, escape);
                default -> FACTORIZED.decode(decoder);
            };
        }

        void encode(int kind, int value, RangeEncoder encoder) {
            switch (kind) {
                case 0 -> encoder.encode(TABLE, value);
                case 1 -> encoder.encodeBits(value, 1);
                case 2 -> encoder.encodeBits(value, 16);
                case 3 -> bits.encode(encoder, 1, value);
                case 4 -> model.encode(encoder, value);
                case 5 -> golomb.encode(encoder, value);
                case 6 -> SIGNED.encode(encoder, value, escape);
                default -> FACTORIZED.encode(encoder, value);
            }
        }

        /** A value that the code can take. */
        static int value(int kind, FuzzBytes in) {
            return switch (kind) {
                case 0 -> in.between(0, 4);
                case 1, 3 -> in.between(0, 1);
                case 2 -> in.between(0, 65_535);
                case 4 -> in.between(0, 8);
                case 5 -> in.between(0, (1 << 12) - 2);
                case 6 -> in.bit() ? in.between(-2, 2) : in.between(-SignedTable.MAX_MAGNITUDE, 32_767);
                default -> in.between(-127, 127);
            };
        }
    }

    /** Any bytes are symbols or corrupt, and if they end as a stream does they are what those symbols are coded to. */
    @FuzzTest
    void anyStream(byte[] input) {
        FuzzBytes in = new FuzzBytes(input);
        byte[] kinds = in.take(in.between(0, MAX_SYMBOLS));
        byte[] stream = in.rest();
        List<int[]> decoded = new ArrayList<>();
        boolean finished = false;
        try {
            RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
            Codes codes = new Codes();
            for (byte kind : kinds) {
                decoded.add(new int[] {kind & 7, codes.decode(kind & 7, decoder)});
            }
            decoder.finish();
            finished = true;
        } catch (CorruptStreamException e) {
            // as declared
        }
        byte[] again = encode(decoded);
        if (finished && !Arrays.equals(stream, again)) {
            throw new AssertionError("a stream that no encoder writes was taken");
        }
        requireDecodes(decoded, again);
    }

    @FuzzTest
    void roundTrip(byte[] input) {
        FuzzBytes in = new FuzzBytes(input);
        List<int[]> symbols = new ArrayList<>();
        while (!in.isEmpty() && symbols.size() < MAX_SYMBOLS) {
            int kind = in.between(0, 7);
            symbols.add(new int[] {kind, Codes.value(kind, in)});
        }
        requireDecodes(symbols, encode(symbols));
    }

    private static byte[] encode(List<int[]> symbols) {
        RangeEncoder encoder = new RangeEncoder();
        Codes codes = new Codes();
        for (int[] symbol : symbols) {
            codes.encode(symbol[0], symbol[1], encoder);
        }
        return encoder.finish();
    }

    private static void requireDecodes(List<int[]> symbols, byte[] stream) {
        try {
            RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
            Codes codes = new Codes();
            for (int[] symbol : symbols) {
                int value = codes.decode(symbol[0], decoder);
                if (value != symbol[1]) {
                    throw new AssertionError("code " + symbol[0] + ": " + symbol[1] + " became " + value);
                }
            }
            decoder.finish();
        } catch (CorruptStreamException e) {
            throw new AssertionError("what was encoded is called corrupt", e);
        }
    }
}
