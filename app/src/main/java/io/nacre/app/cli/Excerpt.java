package io.nacre.app.cli;

import io.nacre.codec.container.SoundHeader;
import java.util.Locale;

/**
 * Part of a sound.
 *
 * @param first sample of each channel
 * @param count samples of each channel, at least 1
 */
record Excerpt(long first, long count) {
    /**
     * The part of a sound that options ask for, no further than to its end.
     *
     * @param start or null for the sound's
     * @param duration or null for all up to the end
     * @throws CommandException with {@link ExitCode#USAGE} if it has no sample
     */
    static Excerpt of(SoundHeader header, Time start, Time duration) throws CommandException {
        long first = start == null ? 0 : start.samples(header.sampleRate());
        if (first >= header.samples()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    String.format(
                            Locale.ROOT, "--start is not inside the sound, which lasts %.3f s", header.seconds()));
        }
        long left = header.samples() - first;
        long count = duration == null ? left : Math.min(left, duration.samples(header.sampleRate()));
        if (count == 0) {
            throw new CommandException(ExitCode.USAGE, "--duration is shorter than a sample");
        }
        return new Excerpt(first, count);
    }

    /** The coding group in which it begins. */
    int firstGroup(SoundHeader header) {
        return (int) (first / samplesOfGroup(header));
    }

    /** The coding group in which it ends. */
    int lastGroup(SoundHeader header) {
        return (int) ((first + count - 1) / samplesOfGroup(header));
    }

    private static long samplesOfGroup(SoundHeader header) {
        return (long) header.groupSeconds() * header.sampleRate();
    }
}
