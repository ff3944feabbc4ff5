package io.nacre.codec.pcm.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import io.nacre.codec.pcm.ForeignSoundReader;
import io.nacre.codec.pcm.PcmSource;
import io.nacre.codec.pcm.UnsupportedSoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;

/** Reads sounds through FFmpeg, with the sample rate and the channels that they have. Thread-safe. */
public final class FfmpegReader implements ForeignSoundReader {
    /** The most bytes that FFmpeg allocates at once, which broken headers could demand. */
    private static final long MAX_ALLOCATION = 1L << 28;

    @Override
    public PcmSource open(String format, ReadableByteChannel file, List<String> warnings) throws IOException {
        try {
            av_log_set_level(AV_LOG_QUIET);
            av_max_alloc(MAX_ALLOCATION);
        } catch (LinkageError e) {
            throw new UnsupportedSoundException("FFmpeg, which would read " + format + ", does not run here: " + e);
        }
        return FfmpegSource.open(format, file, warnings);
    }
}
