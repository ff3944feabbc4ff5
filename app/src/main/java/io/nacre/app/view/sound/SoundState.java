package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundScores;
import java.util.Optional;

/**
 * What a session holds at one moment.
 *
 * @param original empty before something was read
 * @param decoded empty before something was encoded or decoded
 * @param coded facts of the file behind the decoded sound, if it is a Nacre file
 * @param scores of the decoded sound, once they have been measured
 * @param match levels, once there are two sounds
 * @param problem of the last step, if there was one
 */
public record SoundState(
        Stage stage,
        double progress,
        Optional<SoundTrack> original,
        Optional<SoundTrack> decoded,
        Optional<CodedSound> coded,
        Optional<SoundScores> scores,
        LevelMatch match,
        Optional<SoundProblem> problem) {
    /** What is being done. */
    public enum Stage {
        IDLE,
        READING,
        CODING,
        MEASURING
    }

    static final SoundState EMPTY = new SoundState(
            Stage.IDLE,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            LevelMatch.NONE,
            Optional.empty());

    /** With the problem of the last step forgotten. */
    SoundState at(Stage now, double done) {
        return new SoundState(now, done, original, decoded, coded, scores, match, Optional.empty());
    }

    SoundState with(SoundProblem what) {
        return new SoundState(Stage.IDLE, 0, original, decoded, coded, scores, match, Optional.of(what));
    }

    /** With no second sound yet. */
    static SoundState ofOriginal(SoundTrack track) {
        return new SoundState(
                Stage.IDLE,
                0,
                Optional.of(track),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LevelMatch.NONE,
                Optional.empty());
    }

    /** With a second sound that has not been measured. */
    SoundState with(SoundTrack second, Optional<CodedSound> facts, LevelMatch levels) {
        return new SoundState(
                Stage.MEASURING, 0, original, Optional.of(second), facts, Optional.empty(), levels, Optional.empty());
    }

    SoundState with(SoundScores measured) {
        return new SoundState(Stage.IDLE, 1, original, decoded, coded, Optional.of(measured), match, Optional.empty());
    }
}
