package io.nacre.app.cli;

import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.pcm.SoundOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.OptionalLong;

/** Spoken sentences as WAV, and the program with the toy pack of the codec's tests in the place of the speech pack. */
final class Recording {
    static final int RATE = 16_000;

    /** Samples of the recording: 3.7 s. */
    static final int SAMPLES = 59_200;

    /** What the toy pack is called. */
    static final String PACK = "audio-tiny";

    private static final Path MODELS = models();
    private static final float[] SPEECH = speech();
    private static byte[] nacre;

    private Recording() {}

    /** Calls the program. */
    static Program.Result run(String command, Object... args) {
        return pipe(new byte[0], command, args);
    }

    static Program.Result pipe(byte[] input, String command, Object... args) {
        return Program.pipe(input, words(command, args));
    }

    /** A command with the toy pack. */
    static Object[] words(String command, Object... args) {
        Object[] words = new Object[args.length + 3];
        words[0] = command;
        words[1] = "--models";
        words[2] = MODELS;
        System.arraycopy(args, 0, words, 3, args.length);
        return words;
    }

    /** The recording at 16 kHz, 16 bits, one channel. */
    static byte[] wav() throws IOException {
        return wav(SPEECH, 1, RATE, SampleEncoding.INT_16);
    }

    static Path write(Path file) throws IOException {
        return Files.write(file, wav());
    }

    /** The recording as it is, said to be of another rate and in some channels, each quieter than the one before. */
    static byte[] wav(int rate, int channels, SampleEncoding encoding) throws IOException {
        float[] samples = new float[SAMPLES * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = SPEECH[i / channels] / (1 + i % channels);
        }
        return wav(samples, channels, rate, encoding);
    }

    static byte[] wav(float[] interleaved, int channels, int rate, SampleEncoding encoding) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int frames = interleaved.length / channels;
        try (SoundOutput wav =
                SoundOutput.open(out, new SoundFormat(rate, channels, encoding), OptionalLong.of(frames))) {
            wav.write(interleaved, 0, frames);
        }
        return out.toByteArray();
    }

    static float[] samples() {
        return SPEECH.clone();
    }

    /** The recording, encoded with groups of a second; made once. */
    static synchronized byte[] nacre() throws IOException {
        if (nacre == null) {
            nacre = pipe(wav(), "encode", "--group", 1, "-").ok().bytes();
        }
        return nacre.clone();
    }

    static Path writeNacre(Path file) throws IOException {
        return Files.write(file, nacre());
    }

    /** A sound that was read back. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Read(SoundFormat format, float[] interleaved) {}

    static Read read(byte[] file) throws IOException {
        try (SoundInput in = SoundInput.open(new ByteArrayInputStream(file), "test")) {
            int channels = in.format().channels();
            float[] all = new float[1 << 20];
            int frames = 0;
            int most = all.length / channels;
            for (int n = in.read(all, 0, most); n >= 0; n = in.read(all, frames * channels, most - frames)) {
                frames += n;
            }
            return new Read(in.format(), Arrays.copyOf(all, frames * channels));
        }
    }

    private static Path models() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "test-packs"));
            Path pack = Path.of("..", "codec/src/test/resources/io/nacre/codec/audio", PACK + ".zip");
            Files.copy(pack, folder.resolve("audio-speech.zip"), StandardCopyOption.REPLACE_EXISTING);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] speech() {
        try (SoundInput in = SoundInput.open(Path.of("..", "samples", "sounds", "speech-german-female.flac"))) {
            float[] samples = new float[SAMPLES];
            for (int done = 0; done < SAMPLES; ) {
                done += in.read(samples, done, SAMPLES - done);
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
