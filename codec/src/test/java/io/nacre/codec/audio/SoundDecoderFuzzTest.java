package io.nacre.codec.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.codec.LimitExceededException;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import io.nacre.codec.fuzz.EditedFile;
import io.nacre.codec.fuzz.FuzzBytes;
import io.nacre.codec.fuzz.Seeds;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Whole sound files from bytes to samples, with the toy pack, and back. */
class SoundDecoderFuzzTest {
    private static final Limits LIMITS = Limits.DEFAULT.withSeconds(8).withChannels(3);
    private static final SoundModel MODEL = model();

    private static SoundModel model() {
        try {
            return SoundFixture.tiny(1);
        } catch (ModelException e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest
    void bytes(byte[] file) throws IOException {
        decode(file);
    }

    @FuzzTest
    void editedBoxes(byte[] input) throws IOException {
        decode(EditedFile.of(Seeds.file(1), new FuzzBytes(input)));
    }

    private static void decode(byte[] file) throws IOException {
        try {
            read(new SoundDecoder(MODEL), ContainerReader.openSound(ByteBuffer.wrap(file), LIMITS));
        } catch (FormatException | CorruptStreamException | LimitExceededException | ModelException e) {
            // as declared
        }
        try {
            ContainerReader reader = ContainerReader.salvage(ByteBuffer.wrap(file), LIMITS);
            if (reader.kind() == Kind.SOUND) {
                read(new SoundDecoder(MODEL).salvaging(), reader);
            }
        } catch (FormatException | LimitExceededException | ModelException e) {
            // as declared; a group's corrupt stream is not, while salvaging
        }
    }

    private static void read(SoundDecoder decoder, ContainerReader file) throws IOException {
        if (file.soundHeader().sampleRate() > 100_000) {
            return; // resampling would take all the time
        }
        try (DecodedSound sound = decoder.decode(file)) {
            float[] block = new float[4096 * sound.channels()];
            long frames = 0;
            for (int n = sound.read(block, 0, 4096); n >= 0; n = sound.read(block, 0, 4096)) {
                for (int i = 0; i < n * sound.channels(); i++) {
                    if (Float.isNaN(block[i])) {
                        throw new AssertionError("a sample is not a number");
                    }
                }
                frames += n;
            }
            if (frames != sound.samples()) {
                throw new AssertionError(frames + " frames of " + sound.samples());
            }
            sound.lostGroups();
        }
    }

    /** Any sound comes back with its length and shape. */
    @FuzzTest
    void roundTrip(byte[] input) throws IOException {
        FuzzBytes in = new FuzzBytes(input);
        int channels = in.between(1, 3);
        int rate = in.between(4_000, 48_000);
        SoundOptions options = SoundFixture.quality(in.between(0, 100), in.between(1, 3));
        byte[] content = in.rest();
        float[] samples = new float[channels * Math.max(1, content.length)];
        for (int i = 0; i < samples.length && content.length > 0; i++) {
            samples[i] = content[i % content.length] / 128f;
        }
        byte[] file = SoundFixture.encode(MODEL, new TestSound(rate, channels, samples, 1), options);
        float[] decoded = SoundFixture.decode(MODEL, file);
        if (decoded.length != samples.length) {
            throw new AssertionError(samples.length + " samples became " + decoded.length);
        }
    }
}
