package io.nacre.app.eval.codec;

import io.nacre.app.sound.SoundSamples;
import io.nacre.codec.audio.SoundSource;
import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.pcm.SoundOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Sounds as WAV of 16 bits; as {@code wav16k} for wideband speech codecs: the same with one channel at 16 kHz; or as
 * {@code raw8k} for telephone codecs: one channel, 8 kHz, little-endian 16 bits without a header.
 */
public final class SoundMedium implements Medium<SoundSamples> {
    private static final String RAW = "raw8k";
    private static final int RAW_RATE = 8000;
    private static final String WIDEBAND = "wav16k";
    private static final int WIDEBAND_RATE = 16_000;
    private static final double SCALE = 32768;

    /** Codecs work in frames and some leave their delay in; what differs by more is not the same sound. */
    private static final double TOLERANCE_SECONDS = 0.5;

    @Override
    public MediaKind kind() {
        return MediaKind.SOUND;
    }

    @Override
    public void write(SoundSamples sound, String format, Path file) throws IOException {
        switch (format) {
            case RAW -> Files.write(file, raw(sound.mixed().atRate(RAW_RATE).channels()[0]));
            case WIDEBAND -> writeWav(sound.mixed().atRate(WIDEBAND_RATE), file);
            default -> writeWav(sound, file);
        }
    }

    private static void writeWav(SoundSamples sound, Path file) throws IOException {
        SoundFormat wav = new SoundFormat(sound.rate(), sound.channels().length, SampleEncoding.INT_16);
        try (OutputStream out = Files.newOutputStream(file);
                SoundOutput output = SoundOutput.open(out, wav, OptionalLong.of(sound.length()))) {
            output.write(sound.interleaved(), 0, sound.length());
        }
    }

    private static byte[] raw(float[] samples) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(2, samples.length)).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            bytes.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * SCALE))));
        }
        return bytes.array();
    }

    @Override
    public SoundSamples read(Path file) throws IOException {
        if (file.toString().endsWith("." + RAW)) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[bytes.remaining() / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) (bytes.getShort() / SCALE);
            }
            if (samples.length == 0) {
                throw new IOException("the sound has no samples");
            }
            return new SoundSamples(RAW_RATE, new float[][] {samples});
        }
        try (SoundInput input = SoundInput.open(file)) {
            return SoundSamples.read(SoundSource.of(input));
        }
    }

    @Override
    public String mismatch(SoundSamples source, SoundSamples decoded) {
        if (Math.abs(source.seconds() - decoded.seconds()) <= TOLERANCE_SECONDS) {
            return null;
        }
        return String.format(Locale.ROOT, "%.2f s of %.2f s", decoded.seconds(), source.seconds());
    }
}
