package io.nacre.codec.audio;

import io.nacre.codec.container.SoundHeader;

/**
 * The blocks and frames of a sound at the model's rate, and the coding groups that they fall into. Block b is the
 * samples from 320 b on; frame t sees blocks t - 1 and t, so that there is one frame more than blocks. Beyond the ends
 * are zeros.
 *
 * @param samples of a channel at the model's rate, at least 1
 * @param framesPerGroup of all groups but the last, which holds what is left
 */
record FrameGrid(long samples, int framesPerGroup) {
    /** Samples a second at which graphs work. */
    static final int RATE = 16_000;
    /** Samples of a block, and from frame to frame. */
    static final int HOP = 320;
    /** Samples that a frame sees. */
    static final int WINDOW = 2 * HOP;
    /** Samples by which a frame begins before the block of its number. */
    static final int LEAD = HOP;

    static final int FRAMES_PER_SECOND = RATE / HOP;

    static FrameGrid of(SoundHeader header) {
        long samples = (header.samples() * RATE + header.sampleRate() - 1) / header.sampleRate(); // below 2^54
        return new FrameGrid(samples, FRAMES_PER_SECOND * header.groupSeconds());
    }

    long blocks() {
        return (samples - 1) / HOP + 1;
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
        return HOP * first + HOP / 2 * Math.min(framesPerGroup, blocks() - first);
    }
}
