package io.nacre.app.view.sound;

import io.nacre.app.file.Reason;
import io.nacre.app.view.Messages;
import io.nacre.app.view.Quantities;
import java.util.Locale;
import java.util.OptionalDouble;

/** Sounds, figures and problems in words. */
final class SoundTexts {
    private static final String NONE = "–";

    private final Messages messages;

    SoundTexts(Messages messages) {
        this.messages = messages;
    }

    String decibels(OptionalDouble value) {
        return value.isEmpty()
                ? NONE
                : Double.isInfinite(value.getAsDouble())
                        ? messages.get("identical")
                        : Quantities.number("%.2f dB", value.getAsDouble());
    }

    String share(OptionalDouble value) {
        return value.isEmpty() ? NONE : Quantities.number("%.3f", value.getAsDouble());
    }

    /** How many times faster than it is heard. */
    String speed(double soundSeconds, double seconds) {
        return seconds == 0 ? NONE : messages.get("speed", Quantities.number("%.0f", soundSeconds / seconds));
    }

    /** What a sound is made of. */
    String facts(SoundTrack track) {
        int channels = track.samples().channels().length;
        return messages.get(
                "facts",
                Quantities.number("%.1f", track.samples().rate() / 1000.0),
                channels,
                Timeline.time(track.samples().seconds(), 1));
    }

    String problem(SoundProblem problem) {
        return messages.get(
                "problem." + problem.what().name().toLowerCase(Locale.ROOT),
                problem.name(),
                Reason.asSentence(problem.detail()));
    }
}
