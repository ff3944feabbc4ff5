package io.nacre.peers.lyra;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * The program: {@code encode BITRATE IN.wav OUT}, {@code decode IN OUT.wav}, {@code version}. A coded file is the ordinal
 * of its {@link Rate} in a byte, and the packets.
 */
public final class Lyra {
    private static final AudioFormat WAV = new AudioFormat(16_000, 16, 1, true, false);
    private static final int FRAME = 320; // samples of 20 ms
    private static final int FEATURES = 64;
    private static final float SCALE = 32768;

    private final Path models;

    private Lyra(Path models) {
        this.models = models;
    }

    public static void main(String[] arguments) throws IOException, UnsupportedAudioFileException {
        String command = arguments.length == 0 ? "" : arguments[0];
        if (command.equals("version")) {
            System.out.println("Lyra 1.3.2 (V2), through TensorFlow Lite");
        } else if (command.equals("encode") && arguments.length == 4) {
            Rate rate = Rate.of(Integer.parseInt(arguments[1]));
            new Lyra(models()).encode(rate, Path.of(arguments[2]), Path.of(arguments[3]));
        } else if (command.equals("decode") && arguments.length == 3) {
            new Lyra(models()).decode(Path.of(arguments[1]), Path.of(arguments[2]));
        } else {
            throw new IllegalArgumentException(
                    "usage: lyra encode BITRATE IN.wav OUT | lyra decode IN OUT.wav | lyra version");
        }
    }

    private static Path models() throws IOException {
        String folder = System.getenv("LYRA_MODELS");
        if (folder == null) {
            throw new IOException("LYRA_MODELS must name the folder of Lyra's .tflite files");
        }
        return Path.of(folder);
    }

    private void encode(Rate rate, Path wav, Path target) throws IOException, UnsupportedAudioFileException {
        float[] samples = read(wav);
        Network encoder = new Network(models.resolve("soundstream_encoder.tflite"), FEATURES);
        Quantizer quantizer = new Quantizer(models.resolve("quantizer.tflite"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            out.write(rate.ordinal());
            for (int start = 0; start < samples.length; start += FRAME) {
                float[] frame = Arrays.copyOfRange(samples, start, start + FRAME);
                out.write(rate.pack(quantizer.encode(encoder.run(frame), rate.stages())));
            }
        }
    }

    private static float[] read(Path wav) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(wav.toFile())) {
            if (!in.getFormat().matches(WAV)) {
                throw new UnsupportedAudioFileException("Lyra takes " + WAV + ", not " + in.getFormat());
            }
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] samples = new float[bytes.remaining() / Short.BYTES];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort() / SCALE;
            }
            return samples;
        }
    }

    private void decode(Path coded, Path wav) throws IOException {
        Quantizer quantizer = new Quantizer(models.resolve("quantizer.tflite"));
        Network decoder = new Network(models.resolve("lyragan.tflite"), FRAME);
        ByteArrayOutputStream pcm = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(coded)) {
            int ordinal = in.read();
            if (ordinal < 0 || ordinal >= Rate.values().length) {
                throw new IOException(coded + " is no file of this program");
            }
            Rate rate = Rate.values()[ordinal];
            for (byte[] packet = in.readNBytes(rate.bytes());
                    packet.length == rate.bytes();
                    packet = in.readNBytes(rate.bytes())) {
                pcm.writeBytes(pcm(decoder.run(quantizer.decode(rate.unpack(packet)))));
            }
        }
        AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(pcm.toByteArray()), WAV, pcm.size() / Short.BYTES);
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, wav.toFile());
    }

    private static byte[] pcm(float[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            bytes.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * SCALE))));
        }
        return bytes.array();
    }
}
