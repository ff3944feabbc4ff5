package io.nacre.app.encode;

import io.nacre.codec.audio.SoundEncoder;
import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.container.SampleFormat;
import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Encodes sounds as they are read. */
public final class SoundEncoding implements Encoding {
    public static final String DEFAULT_PACK = "audio-speech";

    /** Twice the band of the speech pack. */
    private static final int SPEECH_RATE = 16_000;

    private final EncodeInput input;
    private final SoundOptions options;
    private final String pack;
    private final ModelOpener<SoundModel> model;

    /**
     * @param options whose sample format is not looked at: it follows each input
     * @param pack name of the model's pack
     */
    public SoundEncoding(EncodeInput input, SoundOptions options, String pack, ModelOpener<SoundModel> model) {
        this.input = input;
        this.options = options;
        this.pack = pack;
        this.model = model;
    }

    @Override
    public Encoded encode(Path path, EncodeListener listener) throws IOException {
        byte[] file;
        try (SoundInput sound = input.sound(path)) {
            SoundFormat format = sound.format();
            if (pack.equals(DEFAULT_PACK) && format.sampleRate() > SPEECH_RATE) {
                listener.note("what lies above " + SPEECH_RATE / 2000 + " kHz is lost: the pack " + pack
                        + " is made for speech, the sound has " + format.sampleRate() + " Hz");
            }
            file = new SoundEncoder(model.open())
                    .encode(
                            input.samples(sound),
                            options.withFormat(offered(format.encoding())),
                            listener.sound(sound.declaredFrames(), format.sampleRate()));
            sound.warnings().forEach(listener::note);
        }
        Limits own = Limits.DEFAULT.withSeconds(Long.MAX_VALUE).withChannels(Integer.MAX_VALUE);
        return new Encoded.Sound(
                file, ContainerReader.openSound(ByteBuffer.wrap(file), own).soundHeader());
    }

    /** Decoders offer no fewer bits than the input had, up to 24, since what is decoded is no more precise. */
    private static SampleFormat offered(SampleEncoding encoding) {
        if (encoding.floating()) {
            return SampleFormat.FLOAT;
        }
        return encoding.bits() > 16 ? SampleFormat.PCM_24 : SampleFormat.PCM_16;
    }
}
