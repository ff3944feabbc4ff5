package io.nacre.app.view.sound;

import io.nacre.app.encode.FileInput;
import io.nacre.app.encode.ModelOpener;
import io.nacre.app.sound.SoundSamples;
import io.nacre.codec.audio.DecodedSound;
import io.nacre.codec.audio.SoundDecoder;
import io.nacre.codec.audio.SoundEncoder;
import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.audio.SoundTarget;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.container.SoundHeader;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.models.ModelException;
import io.nacre.models.PackId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Codes with Nacre's packs. Thread-safe. */
public final class NacreSoundCoder implements SoundCoder {
    /** Share of the time that encoding takes. */
    private static final double ENCODING = 0.6;

    private final FileInput input = new FileInput(Limits.DEFAULT);
    private final ModelOpener<SoundModel> encoding;
    private final ModelFinder decoding;

    /** Gives the model of the pack that a file names. */
    @FunctionalInterface
    public interface ModelFinder {
        SoundModel find(PackId id) throws ModelException;
    }

    /**
     * @param encoding gives the model that encodes
     * @param decoding gives those that decode
     */
    public NacreSoundCoder(ModelOpener<SoundModel> encoding, ModelFinder decoding) {
        this.encoding = encoding;
        this.decoding = decoding;
    }

    @Override
    public SoundSamples read(Path file) throws IOException {
        try (SoundInput sound = input.sound(file)) {
            return SoundSamples.read(new FittingSource(input.samples(sound), frames -> {}));
        }
    }

    @Override
    public CodedSound decode(Path file) throws IOException {
        FileInput.requireReadable(file);
        byte[] bytes = Files.readAllBytes(file);
        return decode(bytes, 0, fraction -> {});
    }

    @Override
    public CodedSound code(SoundSamples original, SoundTarget target, DoubleConsumer progress) throws IOException {
        SoundEncoder encoder = new SoundEncoder(encoding.open());
        long start = System.nanoTime();
        byte[] file = encoder.encode(
                original.source(),
                SoundOptions.DEFAULT.withTarget(target),
                done -> progress.accept(ENCODING * done / original.length()));
        double seconds = (System.nanoTime() - start) / 1e9;
        return decode(file, seconds, fraction -> progress.accept(ENCODING + (1 - ENCODING) * fraction));
    }

    private CodedSound decode(byte[] file, double encodeSeconds, DoubleConsumer progress) throws IOException {
        ContainerReader reader = ContainerReader.openSound(ByteBuffer.wrap(file), Limits.DEFAULT);
        SoundHeader header = reader.soundHeader();
        SoundModel model = decoding.find(header.packId());
        long start = System.nanoTime();
        try (DecodedSound sound = new SoundDecoder(model).decode(reader)) {
            SoundSamples samples =
                    SoundSamples.read(new FittingSource(sound, frames -> progress.accept(frames / header.samples())));
            return new CodedSound(
                    samples,
                    file.length,
                    100.0 * header.quality() / ImageHeader.MAX_QUALITY,
                    model.name(),
                    encodeSeconds,
                    (System.nanoTime() - start) / 1e9);
        }
    }
}
