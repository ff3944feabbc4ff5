package io.nacre.entropy;

import java.util.SplittableRandom;

/**
 * One coder of every kind, made from a seed, and a schedule that says which of them codes the i-th value. A stream
 * begins with fresh states, so one object can write it and then read it.
 */
final class MixedCodes {
    private static final int KINDS = 7;
    private static final int CONTEXTS = 5;

    private final byte[] schedule;
    private final FrequencyTable[] tables = new FrequencyTable[4];
    private final SignedTable signed;
    private final ExpGolomb escape = new ExpGolomb(15);
    private final FactorizedTable factorized;
    private final int factorizedMin;
    private final int factorizedMax;
    private final AdaptiveBits bits = new AdaptiveBits(CONTEXTS);
    private final AdaptiveModel model;
    private final int modelSize;
    private final ExpGolomb golomb;
    private final int golombLimit;

    MixedCodes(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        schedule = new byte[count];
        for (int i = 0; i < count; i++) {
            schedule[i] = (byte) random.nextInt(KINDS);
        }
        for (int i = 0; i < tables.length; i++) {
            tables[i] = RandomTables.table(random, i == 0 ? FrequencyTable.MAX_SIZE : 40);
        }
        signed = new SignedTable(RandomTables.frequencies(random, 2 + 2 * random.nextInt(30)));
        int window = 1 + random.nextInt(60);
        int lo = -random.nextInt(window + 3);
        factorizedMin = lo - random.nextInt(90);
        factorizedMax = lo + window - 1 + random.nextInt(90);
        factorized =
                new FactorizedTable(lo, RandomTables.frequencies(random, window + 1), factorizedMin, factorizedMax);
        modelSize = 2 + random.nextInt(AdaptiveModel.MAX_SYMBOLS - 1);
        model = new AdaptiveModel(modelSize);
        int maxPrefix = 1 + random.nextInt(24);
        golomb = new ExpGolomb(maxPrefix);
        golombLimit = (1 << maxPrefix) - 1;
    }

    /** Values that the coders can take. */
    int[] draw(SplittableRandom random) {
        int[] values = new int[schedule.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = draw(random, i);
        }
        return values;
    }

    private int draw(SplittableRandom random, int i) {
        return switch (schedule[i]) {
            case 0 -> RandomTables.draw(random, tables[i % tables.length]);
            case 1 -> random.nextInt(1 << plainBits(i));
            case 2 -> random.nextInt(8) == 0 ? 1 : 0;
            case 3 -> (int) (modelSize * Math.pow(random.nextDouble(), 3));
            case 4 -> random.nextInt(1 + random.nextInt(golombLimit));
            case 5 -> drawSigned(random);
            default -> random.nextInt(factorizedMin, factorizedMax + 1);
        };
    }

    private int drawSigned(SplittableRandom random) {
        int bound = random.nextInt(5) == 0 ? SignedTable.MAX_MAGNITUDE : signed.reach() + 3;
        return random.nextInt(-bound, bound + 1);
    }

    byte[] encode(int[] values) {
        reset();
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < values.length; i++) {
            encode(encoder, i, values[i]);
        }
        return encoder.finish();
    }

    int[] decode(byte[] stream) throws CorruptStreamException {
        reset();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        int[] values = new int[schedule.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = decode(decoder, i);
        }
        decoder.finish();
        return values;
    }

    private void reset() {
        escape.reset();
        bits.reset();
        model.reset();
        golomb.reset();
    }

    private void encode(RangeEncoder encoder, int i, int value) {
        switch (schedule[i]) {
            case 0 -> encoder.encode(tables[i % tables.length], value);
            case 1 -> encoder.encodeBits(value, plainBits(i));
            case 2 -> bits.encode(encoder, i % CONTEXTS, value);
            case 3 -> model.encode(encoder, value);
            case 4 -> golomb.encode(encoder, value);
            case 5 -> signed.encode(encoder, value, escape);
            default -> factorized.encode(encoder, value);
        }
    }

    private int decode(RangeDecoder decoder, int i) throws CorruptStreamException {
        return switch (schedule[i]) {
            case 0 -> decoder.decode(tables[i % tables.length]);
            case 1 -> decoder.decodeBits(plainBits(i));
            case 2 -> bits.decode(decoder, i % CONTEXTS);
            case 3 -> model.decode(decoder);
            case 4 -> golomb.decode(decoder);
            case 5 -> signed.decode(decoder, escape);
            default -> factorized.decode(decoder);
        };
    }

    private static int plainBits(int i) {
        return 1 + i % FrequencyTable.TOTAL_BITS;
    }
}
