package io.nacre.codec.audio;

import io.nacre.codec.container.SoundHeader;

/**
 * The blocks and frames of a sound at the model's rate, and the coding groups that they fall into. Block b is the
 * samples from hop b on; frame t sees blocks t - 1 and t, so that there is one frame more than blocks. Beyond the ends
 * are zeros.
 *
 * @param framing of the pack
 * @param samples of a channel at the model's rate, at least 1
 * @param framesPerGroup of all groups but the last, which holds what is left
 */
record FrameGrid(Framing framing, long samples, int framesPerGroup) {
    static FrameGrid of(Framing framing, SoundHeader header) {
        // No overflow: 2^40 samples * 48000 + 768000 is below 2^56.
        long samples = (header.samples() * framing.rate() + header.sampleRate() - 1) / header.sampleRate();
        return new FrameGrid(framing, samples, framing.perSecond() * header.groupSeconds());
    }

    int hop() {
        return framing.hop();
    }

    long blocks() {
        return (samples - 1) / hop() + 1;
    }

    long frames() {
        return blocks() + 1;
    }

    int groups() {
        return Math.toIntExact((blocks() - 1) / framesPerGroup + 1);
    }

    long firstFrame(int group) {
        return (long) group * framesPerGroup;
    }

    /** The first sample of the block of a frame's number. */
    long sampleOf(long frame) {
        return hop() * frame;
    }

    /** Frames of a group: the last one holds the frame behind the last block too. */
    int framesIn(int group) {
        return group == groups() - 1 ? (int) (frames() - firstFrame(group)) : framesPerGroup;
    }

    /** The group that holds a frame, and the samples of the block of its number if there is one. */
    int groupOf(long frame) {
        return (int) Math.min(frame / framesPerGroup, groups() - 1);
    }

    /** The sample in the middle of a group's blocks. */
    long centre(int group) {
        long first = firstFrame(group);
        return hop() * first + hop() * Math.min(framesPerGroup, blocks() - first) / 2;
    }
}
