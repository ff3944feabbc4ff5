package io.nacre.codec.pcm.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.nacre.codec.pcm.UnsupportedSoundException;
import java.io.Closeable;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes the packets of a demuxer. */
final class Decoder implements Closeable {
    private final Demuxer demuxer;
    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private boolean damaged;

    /**
     * @param demuxer is not closed
     * @throws UnsupportedSoundException if the sound cannot be decoded
     */
    Decoder(Demuxer demuxer, String format) throws UnsupportedSoundException {
        this.demuxer = demuxer;
        AVCodec codec = avcodec_find_decoder(demuxer.stream().codecpar().codec_id());
        context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, demuxer.stream().codecpar());
        context.pkt_timebase(demuxer.stream().time_base()); // by which it trims what encoders put around the sound
        context.thread_count(1);
        context.err_recognition(AV_EF_CRCCHECK);
        if (codec == null || avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            close();
            throw new UnsupportedSoundException("FFmpeg cannot decode what the " + format + " file holds");
        }
    }

    /** Bits of a sample that carry sound; 0 if not known. */
    int bits() {
        return context.bits_per_raw_sample();
    }

    /**
     * Decodes on.
     *
     * @return the next frame, valid until the next call; null at the end
     * @throws IOException if the file cannot be read
     */
    AVFrame next() throws IOException {
        while (true) {
            int status = avcodec_receive_frame(context, frame);
            if (status == 0 && frame.nb_samples() > 0) {
                return frame;
            }
            if (status == AVERROR_EOF()) {
                return null;
            }
            if (status == AVERROR_EAGAIN()) {
                send();
            } else if (status < 0) {
                damaged = true;
            }
        }
    }

    private void send() throws IOException {
        boolean more = demuxer.next(packet);
        damaged |= more && (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
        int status = avcodec_send_packet(context, more ? packet : null);
        av_packet_unref(packet);
        damaged |= more && status < 0;
    }

    /** Whether a packet was damaged since the last frame, or a part of it. */
    boolean damaged() {
        return damaged;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
