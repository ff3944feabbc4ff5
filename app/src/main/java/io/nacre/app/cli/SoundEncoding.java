package io.nacre.app.cli;

import io.nacre.codec.audio.SoundEncoder;
import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.container.SampleFormat;
import io.nacre.codec.container.SoundHeader;
import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;

/** Encodes sounds as they are read. */
final class SoundEncoding implements Encoding {
    static final String DEFAULT_PACK = "audio-speech";

    /** Twice the band of the speech pack. */
    private static final int SPEECH_RATE = 16_000;

    private final InputReader input;
    private final SoundOptions options;
    private final String pack;
    private final OpenModels models;
    private final Reporter reporter;

    /** @param options whose sample format is not looked at: it follows each input */
    SoundEncoding(InputReader input, SoundOptions options, String pack, OpenModels models, Reporter reporter) {
        this.input = input;
        this.options = options;
        this.pack = pack;
        this.models = models;
        this.reporter = reporter;
    }

    @Override
    public Outcome encode(Path path, OutputStream out) throws IOException {
        byte[] file;
        try (SoundInput sound = input.sound(path)) {
            SoundFormat format = sound.format();
            if (pack.equals(DEFAULT_PACK) && format.sampleRate() > SPEECH_RATE) {
                reporter.note(
                        path,
                        "what lies above " + SPEECH_RATE / 2000 + " kHz is lost: the pack " + pack
                                + " is made for speech, the sound has " + format.sampleRate() + " Hz");
            }
            SoundModel model = models.sound(pack);
            try (ProgressBar progress = reporter.progress(path)) {
                file = new SoundEncoder(model)
                        .encode(
                                input.samples(sound),
                                options.withFormat(offered(format.encoding())),
                                progress.sound(sound.declaredFrames(), format.sampleRate()));
            }
            sound.warnings().forEach(warning -> reporter.note(path, warning));
        }
        out.write(file);
        return outcome(file);
    }

    /** Decoders offer no fewer bits than the input had, up to 24, since what is decoded is no more precise. */
    private static SampleFormat offered(SampleEncoding encoding) {
        if (encoding.floating()) {
            return SampleFormat.FLOAT;
        }
        return encoding.bits() > 16 ? SampleFormat.PCM_24 : SampleFormat.PCM_16;
    }

    private static Outcome outcome(byte[] file) throws IOException {
        Limits own = Limits.DEFAULT.withSeconds(Long.MAX_VALUE).withChannels(Integer.MAX_VALUE);
        SoundHeader header =
                ContainerReader.openSound(ByteBuffer.wrap(file), own).soundHeader();
        double kbps = 8.0 * file.length / header.seconds() / 1000;
        double quality = 100.0 * header.quality() / ImageHeader.MAX_QUALITY;
        return new Outcome(
                String.format(
                        Locale.ROOT,
                        "%,d bytes, %.2f kbit/s, %.1f s of sound, quality %.1f",
                        file.length,
                        kbps,
                        header.seconds(),
                        quality),
                json -> json.value("sampleRate", header.sampleRate())
                        .value("channels", header.channels())
                        .value("samples", header.samples())
                        .value("duration", header.seconds())
                        .value("bytes", file.length)
                        .value("kbps", kbps)
                        .value("quality", quality));
    }
}
