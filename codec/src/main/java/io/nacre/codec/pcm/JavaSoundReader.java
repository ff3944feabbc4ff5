package io.nacre.codec.pcm;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;

/** Uncompressed streams of Java Sound. */
final class JavaSoundReader {
    private JavaSoundReader() {}

    /**
     * Takes a stream from where it stands.
     *
     * @param in over the stream
     * @param warnings receives a sentence if the stream ends early
     * @throws UnsupportedSoundException if its samples cannot be read
     */
    static PcmSource open(AudioInputStream stream, ByteInput in, List<String> warnings) throws IOException {
        AudioFormat declared = stream.getFormat();
        SampleDecoder decoder = decoder(declared);
        float rate = declared.getSampleRate();
        if (rate != Math.rint(rate)) {
            throw new UnsupportedSoundException("sound of " + rate + " Hz cannot be read; convert it to a whole rate");
        }
        SoundFormat format = SoundFormat.declared((long) rate, declared.getChannels(), decoder.encoding());
        int frameBytes = format.channels() * decoder.bytes();
        if (declared.getFrameSize() != frameBytes) {
            throw unreadable(declared);
        }
        long frames = stream.getFrameLength();
        long length = frames < 0 || frames > RawPcm.UNKNOWN / frameBytes ? RawPcm.UNKNOWN : frames * frameBytes;
        return new RawPcm("javasound", format, decoder, in, length, warnings, () -> {});
    }

    private static SampleDecoder decoder(AudioFormat format) throws UnsupportedSoundException {
        Encoding encoding = format.getEncoding();
        int bits = format.getSampleSizeInBits();
        ByteOrder order = format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (encoding.equals(Encoding.PCM_SIGNED)
                && bits >= SampleEncoding.MIN_BITS
                && bits <= SampleEncoding.MAX_BITS) {
            return IntegerDecoder.signed(bits, order);
        }
        if (encoding.equals(Encoding.PCM_UNSIGNED) && bits == 8) {
            return IntegerDecoder.unsignedBytes();
        }
        if (encoding.equals(Encoding.PCM_FLOAT) && bits == Float.SIZE) {
            return new FloatDecoder(order);
        }
        if (encoding.equals(Encoding.PCM_FLOAT) && bits == Double.SIZE) {
            return new DoubleDecoder(order);
        }
        if (encoding.equals(Encoding.ALAW) && bits == 8) {
            return G711Decoder.aLaw();
        }
        if (encoding.equals(Encoding.ULAW) && bits == 8) {
            return G711Decoder.muLaw();
        }
        throw unreadable(format);
    }

    private static UnsupportedSoundException unreadable(AudioFormat format) {
        return new UnsupportedSoundException("sound of the format " + format + " cannot be read; convert it to PCM");
    }
}
