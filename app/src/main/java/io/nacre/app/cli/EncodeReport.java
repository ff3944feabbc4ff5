package io.nacre.app.cli;

import io.nacre.app.encode.EncodeListener;
import io.nacre.app.encode.Encoded;
import io.nacre.codec.audio.SoundProgress;
import io.nacre.codec.image.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/** Says what happens while an input is encoded, and what came of it. To be closed before the next message. */
final class EncodeReport implements EncodeListener, AutoCloseable {
    private final Path input;
    private final Reporter reporter;
    private ProgressBar bar;

    EncodeReport(Path input, Reporter reporter) {
        this.input = input;
        this.reporter = reporter;
    }

    @Override
    public void note(String note) {
        close();
        reporter.note(input, note);
    }

    @Override
    public Progress picture() {
        bar = reporter.progress(input);
        return bar;
    }

    @Override
    public SoundProgress sound(OptionalLong samples, int rate) {
        bar = reporter.progress(input);
        return bar.sound(samples, rate);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    static Outcome outcome(Encoded encoded) {
        return encoded instanceof Encoded.Picture picture ? outcome(picture) : outcome((Encoded.Sound) encoded);
    }

    private static Outcome outcome(Encoded.Picture picture) {
        int bytes = picture.file().length;
        double quality = picture.quality();
        return new Outcome(
                String.format(Locale.ROOT, "%,d bytes, %.2f bpp, quality %.1f", bytes, picture.bitsPerPixel(), quality),
                json -> json.value("width", picture.header().width())
                        .value("height", picture.header().height())
                        .value("bytes", bytes)
                        .value("bitsPerPixel", picture.bitsPerPixel())
                        .value("quality", quality));
    }

    private static Outcome outcome(Encoded.Sound sound) {
        int bytes = sound.file().length;
        double seconds = sound.header().seconds();
        return new Outcome(
                String.format(
                        Locale.ROOT,
                        "%,d bytes, %.2f kbit/s, %.1f s of sound, quality %.1f",
                        bytes,
                        sound.kbps(),
                        seconds,
                        sound.quality()),
                json -> json.value("sampleRate", sound.header().sampleRate())
                        .value("channels", sound.header().channels())
                        .value("samples", sound.header().samples())
                        .value("duration", seconds)
                        .value("bytes", bytes)
                        .value("kbps", sound.kbps())
                        .value("quality", sound.quality()));
    }
}
