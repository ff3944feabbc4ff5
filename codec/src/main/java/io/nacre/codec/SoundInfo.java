package io.nacre.codec;

import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.SoundHeader;

/**
 * What a sound's file says of itself.
 *
 * <pre>{@code
 * SoundInfo info = codec.openSound(path).info();
 * System.out.printf("%.1f s at %.2f kbit/s%n", info.seconds(), info.kbps());
 * }</pre>
 *
 * @param sampleRate of input and output, Hz
 * @param channels at least 1
 * @param frames samples of each channel
 * @param sampleType of the samples on output
 * @param groupSeconds length of a coding group, in seconds: seeking is done in these steps
 * @param pack identity of the model pack that decodes the file, 16 hexadecimal digits
 * @param quality 0..100
 * @param fileSize bytes of the file
 */
public record SoundInfo(
        int sampleRate,
        int channels,
        long frames,
        SampleType sampleType,
        int groupSeconds,
        String pack,
        double quality,
        long fileSize)
        implements FileInfo {
    static SoundInfo of(SoundHeader header, long fileSize) {
        return new SoundInfo(
                header.sampleRate(),
                header.channels(),
                header.samples(),
                SampleTypes.of(header.format()),
                header.groupSeconds(),
                header.packId().toString(),
                100.0 * header.quality() / ImageHeader.MAX_QUALITY,
                fileSize);
    }

    /** Length of the sound. */
    public double seconds() {
        return (double) frames / sampleRate;
    }

    /** Thousands of bits of the file for each second. */
    public double kbps() {
        return 8.0 * fileSize / seconds() / 1000;
    }
}
