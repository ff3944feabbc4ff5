package io.nacre.codec.pcm.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.nacre.codec.pcm.UnsupportedSoundException;
import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Takes the packets of the best sound out of a file. */
final class Demuxer implements Closeable {
    /** What may be read: formats that hold sound themselves. Those that name other files are not among them. */
    private static final String FORMATS =
            "aac,amr,ape,asf,caf,dsf,iff,matroska,mov,mp3,mpc,mpc8,nistsphere,ogg,tta,voc,wv";

    private final String format;
    private final ChannelBytes bytes;
    private final AVFormatContext context = avformat_alloc_context();
    private final AVStream stream;

    /**
     * Opens a file.
     *
     * @param format for messages
     * @param bytes are not closed
     * @throws UnsupportedSoundException if there is no sound in it
     * @throws IOException if it is damaged or cannot be read
     */
    Demuxer(String format, ChannelBytes bytes) throws IOException {
        this.format = format;
        this.bytes = bytes;
        try {
            open();
            stream = best();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        context.pb(bytes.context());
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "format_whitelist", FORMATS, 0);
        av_dict_set(options, "protocol_whitelist", "none", 0);
        int status = avformat_open_input(context, (String) null, null, options);
        av_dict_free(options);
        if (status >= 0) {
            status = avformat_find_stream_info(context, (AVDictionary) null);
        }
        bytes.check();
        if (status < 0) {
            throw new IOException("the " + format + " data is damaged, or of a kind that FFmpeg does not read");
        }
    }

    private AVStream best() throws UnsupportedSoundException {
        int index = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            throw new UnsupportedSoundException("the " + format + " file holds no sound that FFmpeg reads");
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != index) {
                context.streams(i).discard(AVDISCARD_ALL);
            }
        }
        return context.streams(index);
    }

    AVStream stream() {
        return stream;
    }

    /** Name of the file format. */
    String container() {
        String name = context.iformat().name().getString();
        int comma = name.indexOf(',');
        return comma < 0 ? name : name.substring(0, comma);
    }

    /** Length that the header says, rounded to frames; none if it would be a guess by the bit rate. */
    OptionalLong frames(int sampleRate) {
        long duration = stream.duration();
        boolean known = duration != AV_NOPTS_VALUE
                && duration >= 0
                && context.duration_estimation_method() != AVFMT_DURATION_FROM_BITRATE;
        double seconds = (double) duration
                * stream.time_base().num()
                / stream.time_base().den();
        return known ? OptionalLong.of(Math.round(seconds * sampleRate)) : OptionalLong.empty();
    }

    /**
     * Takes the next packet.
     *
     * @param packet receives it, and is to be unreferenced
     * @return false at the end
     * @throws IOException if the file is damaged or cannot be read
     */
    boolean next(AVPacket packet) throws IOException {
        while (true) {
            int status = av_read_frame(context, packet);
            bytes.check();
            if (status == AVERROR_EOF()) {
                return false;
            }
            if (status < 0) {
                throw new IOException("the " + format + " data is damaged"
                        + (bytes.seekable()
                                ? ""
                                : ", or needs to be a file: from a pipe FFmpeg reads it in order only"));
            }
            if (packet.stream_index() == stream.index()) {
                return true;
            }
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        avformat_close_input(context); // leaves what it did not open itself, the bytes
    }
}
