package io.nacre.codec.pcm;

import java.io.EOFException;
import java.io.IOException;

/** Decodes FLAC frames (RFC 9639 section 9), one after the other. */
final class FlacFrame {
    private final FlacBits bits;
    private final FlacSubframe subframe;
    private final long[][] samples;

    /** @param channels of every frame */
    FlacFrame(FlacBits bits, int channels) {
        this.bits = bits;
        subframe = new FlacSubframe(bits);
        samples = new long[channels][0];
    }

    /** Of the last frame that was decoded: {@code [channel][i]}, to its size of a block and further. */
    long[][] samples() {
        return samples;
    }

    /**
     * Decodes the frame at which the input stands.
     *
     * @param header of the frame, not passed over yet, of as many channels as all others
     * @param width bits of a sample, 4 to 32
     * @throws EOFException if the file ends within it
     * @throws FlacDamageException if its checksum is wrong, or anything in it
     */
    void decode(FlacFrameHeader header, int width) throws IOException {
        for (int i = 0; i < header.bytes(); i++) {
            bits.read(Byte.SIZE);
        }
        int count = header.blockSize();
        for (int channel = 0; channel < samples.length; channel++) {
            if (samples[channel].length < count) {
                samples[channel] = new long[count];
            }
            boolean side = switch (header.stereo()) {
                case INDEPENDENT -> false;
                case LEFT_SIDE, MID_SIDE -> channel == 1;
                case SIDE_RIGHT -> channel == 0;
            };
            subframe.decode(side ? width + 1 : width, samples[channel], count);
        }
        if (!bits.endFrame()) {
            throw new FlacDamageException("wrong checksum of a frame");
        }
        if (header.stereo() != FlacFrameHeader.Stereo.INDEPENDENT) {
            separate(header.stereo(), samples[0], samples[1], count);
        }
        checkRange(width, count);
    }

    /** Turns the two channels into left and right. */
    private static void separate(FlacFrameHeader.Stereo stereo, long[] first, long[] second, int count) {
        for (int i = 0; i < count; i++) {
            switch (stereo) {
                case LEFT_SIDE -> second[i] = first[i] - second[i];
                case SIDE_RIGHT -> first[i] += second[i];
                default -> {
                    // The bit that halving the sum lost is that of the difference.
                    long right = first[i] - (second[i] >> 1);
                    first[i] = right + second[i];
                    second[i] = right;
                }
            }
        }
    }

    private void checkRange(int width, int count) throws FlacDamageException {
        long beyond = 0;
        for (long[] channel : samples) {
            for (int i = 0; i < count; i++) {
                beyond |= (channel[i] >> (width - 1)) ^ (channel[i] >> (Long.SIZE - 1));
            }
        }
        if (beyond != 0) {
            throw new FlacDamageException("samples of more bits than the stream has");
        }
    }
}
