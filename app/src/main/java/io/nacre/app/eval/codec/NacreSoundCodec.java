package io.nacre.app.eval.codec;

import io.nacre.app.sound.SoundSamples;
import io.nacre.codec.audio.DecodedSound;
import io.nacre.codec.audio.SoundDecoder;
import io.nacre.codec.audio.SoundEncoder;
import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.audio.SoundProgress;
import io.nacre.codec.audio.SoundTarget;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A pack of Nacre's for sounds, run within the process: the time is that from samples in memory to the file on disk, and
 * back. CPU time and peak memory are those of the whole program, hence known only if nothing else runs in it.
 * Thread-safe.
 */
public final class NacreSoundCodec implements Codec<SoundSamples> {
    private final CodecInfo info;
    private final SoundModel model;
    private final SelfMeter meter;

    private NacreSoundCodec(CodecInfo info, SoundModel model, SelfMeter meter) {
        this.info = info;
        this.model = model;
        this.meter = meter;
    }

    /** Opens the model of a pack; whoever gives it closes it. */
    @FunctionalInterface
    public interface ModelOpener {
        SoundModel open(ModelPack pack) throws ModelException;
    }

    /**
     * Opens a pack; a second of silence is coded first, so that the sender is loaded as well.
     *
     * @param id of the codec
     * @param programVersion of Nacre
     * @param alone whether nothing else will run within the process while a sound is coded
     */
    public static NacreSoundCodec open(
            String id, ModelPack pack, ModelOpener opener, String programVersion, boolean alone) throws IOException {
        long start = System.nanoTime();
        SoundModel model = opener.open(pack);
        SoundSamples silence = new SoundSamples(16_000, new float[1][16_000]);
        decode(model, new SoundEncoder(model).encode(silence.source(), SoundOptions.DEFAULT, SoundProgress.NONE));
        double seconds = (System.nanoTime() - start) / 1e9;
        String preset = "groups of " + SoundOptions.DEFAULT_GROUP_SECONDS + " s, within the process";
        CodecInfo info = NacreInfo.of(id, MediaKind.SOUND, pack, preset, programVersion, seconds);
        return new NacreSoundCodec(info, model, alone ? SelfMeter.ofProcess() : SelfMeter.NONE);
    }

    @Override
    public CodecInfo info() {
        return info;
    }

    @Override
    public Coded<SoundSamples> code(Source<SoundSamples> source, String setting, Path work) throws CodecException {
        SoundOptions options = SoundOptions.DEFAULT.withTarget(new SoundTarget.Quality(NacreInfo.quality(setting)));
        Path file = work.resolve("coded.nacre");
        try {
            SelfMeter.Reading start = meter.start();
            Files.write(file, new SoundEncoder(model).encode(source.content().source(), options, SoundProgress.NONE));
            Cost encode = meter.since(start);
            start = meter.start();
            SoundSamples decoded = decode(model, Files.readAllBytes(file));
            Cost decode = meter.since(start);
            return new Coded<>(Files.size(file), decoded, encode, decode);
        } catch (IOException | IllegalStateException e) { // the latter from worker threads and the runtime
            throw new CodecException(String.valueOf(e.getMessage()), e);
        }
    }

    private static SoundSamples decode(SoundModel model, byte[] file) throws IOException {
        ContainerReader reader = ContainerReader.openSound(ByteBuffer.wrap(file), Limits.DEFAULT);
        try (DecodedSound sound = new SoundDecoder(model).decode(reader)) {
            return SoundSamples.read(sound);
        }
    }
}
