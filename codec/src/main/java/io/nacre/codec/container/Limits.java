package io.nacre.codec.container;

import io.nacre.codec.LimitExceededException;

/**
 * What a reader takes from a file before it refuses. Checked against what the file declares, before anything of that
 * size is allocated.
 *
 * @param pixels of a picture, width times height
 * @param side of a picture, in pixels
 * @param seconds of a sound
 * @param channels of a sound
 * @param profile bytes of an ICC profile
 * @param metadata bytes of an EXIF or XMP box, each
 * @param boxes number of boxes other than tiles
 */
public record Limits(long pixels, int side, long seconds, int channels, int profile, int metadata, int boxes) {
    /**
     * 2^28 pixels, 2^20 per side, 24 hours, 32 channels, 4 MiB of ICC profile, 16 MiB of EXIF and of XMP, 1024 boxes:
     * level 1 of the format.
     */
    public static final Limits DEFAULT = new Limits(1L << 28, 1 << 20, 24 * 60 * 60, 32, 4 << 20, 16 << 20, 1024);

    public Limits {
        if (pixels < 1 || side < 1 || seconds < 1 || channels < 1 || profile < 0 || metadata < 0 || boxes < 2) {
            throw new IllegalArgumentException("no file fits " + pixels + " pixels, side " + side + ", " + seconds
                    + " s, " + channels + " channels, profile " + profile + ", metadata " + metadata + ", " + boxes
                    + " boxes");
        }
    }

    public Limits withPixels(long newPixels) {
        return new Limits(newPixels, side, seconds, channels, profile, metadata, boxes);
    }

    public Limits withSide(int newSide) {
        return new Limits(pixels, newSide, seconds, channels, profile, metadata, boxes);
    }

    public Limits withSeconds(long newSeconds) {
        return new Limits(pixels, side, newSeconds, channels, profile, metadata, boxes);
    }

    public Limits withChannels(int newChannels) {
        return new Limits(pixels, side, seconds, newChannels, profile, metadata, boxes);
    }

    public Limits withProfile(int newProfile) {
        return new Limits(pixels, side, seconds, channels, newProfile, metadata, boxes);
    }

    public Limits withMetadata(int newMetadata) {
        return new Limits(pixels, side, seconds, channels, profile, newMetadata, boxes);
    }

    public Limits withBoxes(int newBoxes) {
        return new Limits(pixels, side, seconds, channels, profile, metadata, newBoxes);
    }

    /**
     * Compares the size of a picture; any non-negative numbers may come, as a file may declare them.
     *
     * @throws LimitExceededException if it has more than {@link #pixels}, or more than {@link #side} on a side
     */
    public void checkSize(long width, long height) throws LimitExceededException {
        if (Math.max(width, height) > side) {
            throw new LimitExceededException("the picture is " + width + " x " + height + " pixels, " + side
                    + " per side are allowed; --max-side or CodecBuilder.maxSide raises that");
        }
        if (width * height > pixels) { // no overflow: both are at most an int
            throw new LimitExceededException("the picture is " + width + " x " + height + " = " + width * height
                    + " pixels, " + pixels + " are allowed; --max-pixels or CodecBuilder.maxPixels raises that");
        }
    }

    void checkSound(SoundHeader header) throws LimitExceededException {
        long length = (header.samples() - 1) / header.sampleRate() + 1;
        if (length > seconds) {
            throw new LimitExceededException("the sound lasts " + length + " s, " + seconds
                    + " are allowed; --max-seconds or CodecBuilder.maxSeconds raises that");
        }
        checkChannels(header.channels());
    }

    /**
     * Compares the channels of a sound.
     *
     * @throws LimitExceededException if there are more than {@link #channels}
     */
    public void checkChannels(int count) throws LimitExceededException {
        if (count > channels) {
            throw new LimitExceededException("the sound has " + count + " channels, " + channels
                    + " are allowed; --max-channels or CodecBuilder.maxChannels raises that");
        }
    }

    void checkMetadata(BoxType type, long length) throws LimitExceededException {
        boolean icc = type == BoxType.ICC;
        int allowed = icc ? profile : metadata;
        if (length > allowed) {
            throw new LimitExceededException("the " + type.code() + " box has " + length + " bytes, " + allowed
                    + " are allowed; CodecBuilder." + (icc ? "maxProfile" : "maxMetadata") + " raises that");
        }
    }

    void checkBoxes(int count) throws LimitExceededException {
        if (count > boxes) {
            throw new LimitExceededException("the file has more than the " + boxes
                    + " boxes allowed beside its tiles; CodecBuilder.maxBoxes raises that");
        }
    }
}
