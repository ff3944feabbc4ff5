package io.nacre.codec.pcm.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S64;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.UnsupportedSoundException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * How FFmpeg lays out decoded samples.
 *
 * @param kind of a sample, as AV_SAMPLE_FMT_S16 and so on, of the packed layout
 * @param planar whether each channel lies by itself
 * @param bytes of a sample
 */
record SampleFormat(int kind, boolean planar, int bytes) {
    /** @throws UnsupportedSoundException if FFmpeg gained a kind of samples */
    static SampleFormat of(AVFrame frame) throws UnsupportedSoundException {
        int kind = av_get_packed_sample_fmt(frame.format());
        if (kind < AV_SAMPLE_FMT_U8 || (kind > AV_SAMPLE_FMT_DBL && kind != AV_SAMPLE_FMT_S64)) {
            throw new UnsupportedSoundException("FFmpeg's sample format " + frame.format() + " cannot be read");
        }
        return new SampleFormat(kind, av_sample_fmt_is_planar(frame.format()) != 0, av_get_bytes_per_sample(kind));
    }

    /** @param declared bits that the file says its samples have; 0 if it does not say */
    SampleEncoding encoding(int declared) {
        if (kind == AV_SAMPLE_FMT_FLT || kind == AV_SAMPLE_FMT_DBL) {
            return new SampleEncoding(true, 8 * bytes);
        }
        boolean narrower = declared >= 8 && declared < 8 * bytes;
        return new SampleEncoding(false, narrower ? declared : 8 * bytes);
    }

    /** Converts all samples of a frame to floats, interleaved. */
    void convert(AVFrame frame, int channels, float[] target) {
        int count = frame.nb_samples();
        if (planar) {
            for (int channel = 0; channel < channels; channel++) {
                convert(plane(frame, channel, count), target, channel, channels, count);
            }
        } else {
            convert(plane(frame, 0, count * channels), target, 0, 1, count * channels);
        }
    }

    private ByteBuffer plane(AVFrame frame, int index, int samples) {
        return frame.extended_data(index)
                .capacity((long) samples * bytes)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    private void convert(ByteBuffer in, float[] target, int offset, int step, int count) {
        int at = offset;
        for (int i = 0; i < count; i++) {
            target[at] = switch (kind) {
                case AV_SAMPLE_FMT_U8 -> ((in.get(i) & 0xFF) - 128) * 0x1p-7f;
                case AV_SAMPLE_FMT_S16 -> in.getShort(2 * i) * 0x1p-15f;
                case AV_SAMPLE_FMT_S32 -> in.getInt(4 * i) * 0x1p-31f;
                case AV_SAMPLE_FMT_S64 -> in.getLong(8 * i) * 0x1p-63f;
                case AV_SAMPLE_FMT_FLT -> in.getFloat(4 * i);
                default -> (float) in.getDouble(8 * i);
            };
            at += step;
        }
    }
}
