package io.nacre.codec.pcm;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Codes signals as FLAC subframes of a kind drawn by chance, by the formulas of RFC 9639 section 9.2 the other way. */
final class FlacSubframeWriter {
    private final FlacFile file;
    private final SplittableRandom random;

    FlacSubframeWriter(FlacFile file, SplittableRandom random) {
        this.file = file;
        this.random = random;
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** A signal of so many bits that can be predicted, is loud noise, or stands still. */
    long[] signal(int width, int count) {
        long most = (1L << (width - 1)) - 1;
        long step = 1 + (most >> random.nextInt(1, width + 8));
        int kind = random.nextInt(4);
        long value = kind == 0 ? -most - 1 : 0;
        long[] samples = new long[count];
        for (int i = 0; i < count; i++) {
            switch (kind) {
                case 0 -> {} // stands still at the lowest value
                case 1 -> value = random.nextLong(-most - 1, most + 1);
                default -> value = Math.max(-most - 1, Math.min(most, value + random.nextLong(-step, step + 1)));
            }
            samples[i] = value;
        }
        return samples;
    }

    /** @param stereo 0 for channels by themselves, 1 to 3 for the ways of stereo in the order of their codes */
    void frame(int stereo, int width, long[][] samples) {
        int assignment = stereo == 0 ? samples.length - 1 : 7 + stereo;
        int bitsCode = width == 32 ? 7 : 0;
        file.frame(assignment, bitsCode, samples[0].length, () -> {
            if (stereo == 0) {
                for (long[] channel : samples) {
                    subframe(width, channel);
                }
                return;
            }
            long[] mid = new long[samples[0].length];
            long[] side = mid.clone();
            for (int i = 0; i < mid.length; i++) {
                mid[i] = (samples[0][i] + samples[1][i]) >> 1;
                side[i] = samples[0][i] - samples[1][i];
            }
            subframe(stereo == 2 ? width + 1 : width, stereo == 1 ? samples[0] : stereo == 2 ? side : mid);
            subframe(stereo == 2 ? width : width + 1, stereo == 2 ? samples[1] : side);
        });
    }

    private void subframe(int width, long[] samples) {
        boolean constant = LongStream.of(samples).allMatch(sample -> sample == samples[0]);
        if (constant && random.nextInt(3) > 0) {
            file.put(8, 0).put(width, samples[0]);
            return;
        }
        boolean fixed = random.nextBoolean();
        int order = random.nextInt(Math.min(fixed ? 5 : 33, samples.length + 1));
        if (!fixed && order == 0) {
            verbatim(width, samples);
            return;
        }
        long[] weights = new long[order];
        int precision = random.nextInt(2, 16);
        int shift = fixed ? 0 : random.nextInt(16);
        for (int i = 0; i < order; i++) {
            weights[i] = fixed ? binomial(order, i + 1) : random.nextLong(1L << precision) - (1L << (precision - 1));
        }
        long[] residual = new long[samples.length];
        for (int i = order; i < samples.length; i++) {
            long sum = 0;
            for (int j = 0; j < order; j++) {
                sum += weights[j] * samples[i - 1 - j];
            }
            residual[i] = samples[i] - (sum >> shift);
            if (Math.abs(residual[i]) >= 1L << 30) { // what escapes can hold
                verbatim(width, samples);
                return;
            }
        }
        file.put(8, 2 * ((fixed ? 8 : 31) + order));
        for (int i = 0; i < order; i++) {
            file.put(width, samples[i]);
        }
        if (!fixed) {
            file.put(4, precision - 1).put(5, shift);
            for (long weight : weights) {
                file.put(precision, weight);
            }
        }
        residual(order, residual);
    }

    /** Weight of the sample {@code lag} before in the fixed prediction of an order: a difference of that order is 0. */
    private static long binomial(int order, int lag) {
        long value = -1;
        for (int i = 1; i <= lag; i++) {
            value = -value * (order - i + 1) / i;
        }
        return value;
    }

    private void verbatim(int width, long[] samples) {
        file.put(8, 2);
        for (long sample : samples) {
            file.put(width, sample);
        }
    }

    private void residual(int order, long[] residual) {
        int method = random.nextInt(2);
        int partitionOrder = 0;
        while (residual.length % (2 << partitionOrder) == 0
                && residual.length >> (partitionOrder + 1) >= order
                && random.nextInt(3) > 0) {
            partitionOrder++;
        }
        file.put(2, method).put(4, partitionOrder);
        int size = residual.length >> partitionOrder;
        for (int start = 0; start < residual.length; start += size) {
            partition(4 + method, residual, Math.max(order, start), start + size);
        }
    }

    private void partition(int parameterBits, long[] residual, int from, int to) {
        long largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, residual[i] < 0 ? -2 * residual[i] - 1 : 2 * residual[i]);
        }
        int width = Long.SIZE - Long.numberOfLeadingZeros(largest);
        int escape = (1 << parameterBits) - 1;
        int parameter = Math.max(0, width - random.nextInt(9)); // quotients of up to 255
        if (parameter >= escape || random.nextInt(5) == 0) {
            file.put(parameterBits, escape).put(5, width);
            for (int i = from; i < to && width > 0; i++) {
                file.put(width, residual[i]);
            }
            return;
        }
        file.put(parameterBits, parameter);
        for (int i = from; i < to; i++) {
            long folded = residual[i] < 0 ? -2 * residual[i] - 1 : 2 * residual[i];
            file.putUnary(folded >> parameter).put(parameter, folded & ((1L << parameter) - 1));
        }
    }
}
