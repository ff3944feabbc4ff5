package io.nacre.codec.pcm;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Decodes the block of one channel (RFC 9639 section 9.2): a constant, raw samples, or what a prediction leaves over. */
final class FlacSubframe {
    private static final int MAX_ORDER = 32;
    private static final long[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private final FlacBits bits;
    private final long[] coefficients = new long[MAX_ORDER];

    FlacSubframe(FlacBits bits) {
        this.bits = bits;
    }

    /**
     * Decodes a block.
     *
     * @param width bits of a sample, 4 to 33
     * @param samples receives {@code count} samples, which may exceed the width if the file was made so
     * @throws EOFException if the file ends within it
     * @throws FlacDamageException if it is no such block
     */
    void decode(int width, long[] samples, int count) throws IOException {
        int type = (int) bits.read(7); // the highest bit is 0
        long wasted = bits.read(1) == 0 ? 0 : bits.readUnary() + 1;
        if (wasted >= width) {
            throw new FlacDamageException("samples without a bit");
        }
        int left = width - (int) wasted;
        if (type == 0) {
            Arrays.fill(samples, 0, count, bits.readSigned(left));
        } else if (type == 1) {
            readRaw(left, samples, 0, count);
        } else if (type >= 8 && type < 8 + FIXED.length) {
            long[] weights = FIXED[type - 8];
            readRaw(left, samples, 0, warmUp(weights.length, count));
            readResidual(weights.length, samples, count);
            predict(weights, weights.length, 0, samples, count);
        } else if (type >= 32 && type < 32 + MAX_ORDER) {
            decodeLinear(type - 31, left, samples, count);
        } else {
            throw new FlacDamageException("a reserved kind of block");
        }
        if (wasted > 0) {
            for (int i = 0; i < count; i++) {
                samples[i] <<= wasted;
            }
        }
    }

    private static int warmUp(int order, int count) throws FlacDamageException {
        if (order > count) {
            throw new FlacDamageException("a prediction that is longer than its block");
        }
        return order;
    }

    private void decodeLinear(int order, int width, long[] samples, int count) throws IOException {
        readRaw(width, samples, 0, warmUp(order, count));
        int precision = (int) bits.read(4) + 1;
        long shift = bits.readSigned(5);
        if (precision == 16 || shift < 0) {
            throw new FlacDamageException("a reserved precision or shift of a prediction");
        }
        readRaw(precision, coefficients, 0, order);
        readResidual(order, samples, count);
        predict(coefficients, order, (int) shift, samples, count);
    }

    private void readRaw(int width, long[] target, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            target[i] = bits.readSigned(width);
        }
    }

    /** What is left over, behind the samples with which a prediction begins: partitions of one Rice parameter each. */
    private void readResidual(int order, long[] samples, int count) throws IOException {
        int method = (int) bits.read(2);
        if (method > 1) {
            throw new FlacDamageException("a reserved code of residuals");
        }
        int parameterBits = 4 + method;
        int escape = (1 << parameterBits) - 1;
        int partitions = 1 << bits.read(4);
        int size = count / partitions;
        if (size * partitions != count || size < order) {
            throw new FlacDamageException("partitions that do not fill the block");
        }
        int from = order;
        for (int to = size; to <= count; to += size) {
            int parameter = (int) bits.read(parameterBits);
            if (parameter < escape) {
                bits.readRice(parameter, samples, from, to);
            } else {
                int width = (int) bits.read(5);
                if (width == 0) {
                    Arrays.fill(samples, from, to, 0);
                } else {
                    readRaw(width, samples, from, to);
                }
            }
            from = to;
        }
    }

    /** Adds to each sample what the weights, the first for the sample just before it, make of those before. */
    private static void predict(long[] weights, int order, int shift, long[] samples, int count) {
        for (int i = order; i < count; i++) {
            long sum = 0;
            for (int j = 0; j < order; j++) {
                sum += weights[j] * samples[i - 1 - j];
            }
            samples[i] += sum >> shift;
        }
    }
}
