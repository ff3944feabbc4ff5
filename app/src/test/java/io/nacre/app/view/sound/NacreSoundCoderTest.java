package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.sound.SoundSamples;
import io.nacre.codec.audio.SoundEncoder;
import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.audio.SoundProgress;
import io.nacre.codec.audio.SoundTarget;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelPack;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the toy pack of the codec's tests. */
class NacreSoundCoderTest {
    private static final Path PACK = Path.of("..", "codec/src/test/resources/io/nacre/codec/audio/audio-tiny.zip");
    private static final Path SPEECH = Path.of("..", "samples", "sounds", "speech-german-female.flac");

    @TempDir
    Path folder;

    private SoundModel model;
    private NacreSoundCoder coder;

    @BeforeEach
    void open() throws IOException {
        model = new SoundModel(ModelPack.open(Files.readAllBytes(PACK)), GraphRuntime.on(Device.CPU), 2);
        coder = new NacreSoundCoder(() -> model, id -> model);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void codingGivesASoundOfTheSameFormAndTheFactsOfItsFile() throws IOException {
        SoundSamples original = coder.read(SPEECH);
        List<Double> progress = new ArrayList<>();
        CodedSound coded = coder.code(original, new SoundTarget.Quality(30), progress::add);
        assertEquals(original.rate(), coded.samples().rate());
        assertEquals(original.length(), coded.samples().length());
        assertEquals(30, coded.quality(), 0.1);
        byte[] file = new SoundEncoder(model)
                .encode(
                        original.source(),
                        SoundOptions.DEFAULT.withTarget(new SoundTarget.Quality(30)),
                        SoundProgress.NONE);
        assertEquals(file.length, coded.bytes());
        assertEquals(8.0 * file.length / original.seconds() / 1000, coded.kbps(), 1e-9);
        assertEquals(progress.stream().sorted().toList(), progress);
        assertEquals(1, progress.get(progress.size() - 1), 1e-9);
        Path nacre = Files.write(folder.resolve("a.nacre"), file);
        assertEquals(file.length, coder.decode(nacre).bytes());
    }

    @Test
    void anInterruptionEndsReading() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedIOException.class,
                () -> coder.code(Signals.noise(16_000, 16_000, 0.1, 1), new SoundTarget.Quality(30), done -> {}));
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatIsNoSoundIsRefused() throws IOException {
        assertThrows(NoSuchFileException.class, () -> coder.read(folder.resolve("missing.wav")));
        Path text = Files.writeString(folder.resolve("text.wav"), "text");
        assertThrows(IOException.class, () -> coder.read(text));
        assertThrows(IOException.class, () -> coder.decode(text));
    }
}
