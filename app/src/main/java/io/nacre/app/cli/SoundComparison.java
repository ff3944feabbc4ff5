package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import io.nacre.app.file.FileNames;
import io.nacre.app.pack.OpenModels;
import io.nacre.app.sound.AlignedPair;
import io.nacre.app.sound.SoundSamples;
import io.nacre.app.sound.SoundScores;
import io.nacre.codec.audio.DecodedSound;
import io.nacre.codec.audio.SoundDecoder;
import io.nacre.codec.pcm.SoundInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Compares a sound with its original by SI-SDR, log-mel distance, STOI and ESTOI. */
final class SoundComparison implements Comparison {
    private final InputReader input;
    private final OpenModels models;
    private final Reporter reporter;
    private final Plotter plotter;

    /** What is painted of the pair that is measured, if anything is. */
    interface Plotter {
        void paint(AlignedPair pair) throws IOException;
    }

    SoundComparison(InputReader input, OpenModels models, Reporter reporter, Plotter plotter) {
        this.input = input;
        this.models = models;
        this.reporter = reporter;
        this.plotter = plotter;
    }

    /** A sound and, of a Nacre file, its rate. */
    private record Operand(Path path, SoundSamples sound, OptionalDouble kbps) {}

    @Override
    public Result compare(Path first, Path second) throws IOException {
        Operand a = load(first);
        Operand b = load(second);
        AlignedPair pair = AlignedPair.of(a.sound, b.sound);
        List<String> notes = notes(a.sound, b.sound, pair);
        notes.forEach(note -> reporter.note(second, note));
        SoundScores scores = SoundScores.of(pair);
        plotter.paint(pair);
        return new Result(
                text(a, b, scores),
                json -> write(json, a, b, pair, scores),
                scores.siSdr().orElse(Double.NaN));
    }

    private Operand load(Path path) throws IOException {
        try {
            if (!FileNames.isNacre(path)) {
                try (SoundInput sound = input.sound(path)) {
                    return new Operand(path, SoundSamples.read(input.samples(sound)), OptionalDouble.empty());
                }
            }
            InputReader.NacreFile file = input.nacre(path);
            SoundDecoder decoder = new SoundDecoder(models.sound(file.packId()));
            try (DecodedSound sound = decoder.decode(file.reader())) {
                return new Operand(path, SoundSamples.read(sound), OptionalDouble.of(file.kbps()));
            }
        } catch (IOException e) {
            throw CommandException.about(path, e);
        }
    }

    /** In what the second sound differs from the first, apart from its samples. */
    private static List<String> notes(SoundSamples a, SoundSamples b, AlignedPair pair) {
        List<String> notes = new ArrayList<>();
        if (a.rate() != b.rate()) {
            notes.add(b.rate() + " Hz, not " + a.rate() + "; resampled");
        }
        if (a.channels().length != b.channels().length) {
            notes.add(b.channels().length + " channels, not " + a.channels().length + "; means are compared");
        }
        if (pair.delay() != 0) {
            String when = pair.delay() > 0 ? "late" : "early";
            notes.add(String.format(Locale.ROOT, "%.3f ms %s; shifted", 1000 * Math.abs(pair.delay()), when));
        }
        if (Math.abs(a.seconds() - b.seconds()) >= 1.0 / a.rate()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%.4f s long, not %.4f; %.4f s are compared",
                    b.seconds(),
                    a.seconds(),
                    pair.reference().seconds()));
        }
        return notes;
    }

    private static String text(Operand a, Operand b, SoundScores scores) {
        List<String> lines = new ArrayList<>();
        lines.add("SI-SDR   " + number(scores.siSdr(), "%.3f dB", "needs an original that is not silent"));
        lines.add("log-mel  " + number(scores.logMel(), "%.3f dB", "needs 0.13 s of sound"));
        lines.add("STOI     " + number(scores.stoi(), "%.4f", "needs 0.4 s of sound"));
        lines.add("ESTOI    " + number(scores.estoi(), "%.4f", "needs 0.4 s of sound"));
        for (Operand operand : new Operand[] {a, b}) {
            operand.kbps.ifPresent(rate ->
                    lines.add(String.format(Locale.ROOT, "rate     %.3f kbit/s, %s", rate, Names.shown(operand.path))));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String number(OptionalDouble value, String format, String missing) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : missing;
    }

    private static void write(JsonStringWriter json, Operand a, Operand b, AlignedPair pair, SoundScores scores) {
        json.value("rate", pair.rate())
                .value("delay", pair.delay())
                .value("siSdr", finite(scores.siSdr()))
                .value("logMel", finite(scores.logMel()))
                .value("stoi", finite(scores.stoi()))
                .value("estoi", finite(scores.estoi()))
                .array("inputs");
        for (Operand operand : new Operand[] {a, b}) {
            json.object()
                    .value("input", operand.path.toString())
                    .value("sampleRate", operand.sound.rate())
                    .value("channels", operand.sound.channels().length)
                    .value("samples", operand.sound.length());
            if (operand.kbps.isPresent()) {
                json.value("kbps", operand.kbps.getAsDouble());
            }
            json.end();
        }
        json.end();
    }

    /** JSON has no infinity: figures of equal sounds, and those that can't be measured, are null. */
    private static Double finite(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? (Double) value.getAsDouble() : null;
    }
}
