package io.nacre.app.eval;

import io.nacre.app.eval.codec.Medium;
import io.nacre.app.eval.codec.SoundMedium;
import io.nacre.app.sound.AlignedPair;
import io.nacre.app.sound.SoundSamples;
import io.nacre.app.sound.SoundScores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Sounds, measured against the file as it is after rate, channels and delay have been brought together. */
public final class Sounds implements Media<SoundSamples> {
    private final Medium<SoundSamples> medium = new SoundMedium();

    @Override
    public Medium<SoundSamples> medium() {
        return medium;
    }

    @Override
    public Item prepare(Path file, String name, Path originals, List<String> warnings) throws IOException {
        SoundSamples sound = medium.read(file);
        return new SoundItem(
                name, ItemFolder.sha256(file), sound.rate(), sound.channels().length, sound.length(), file);
    }

    @Override
    public SoundSamples load(Item item) throws IOException {
        return medium.read(item.original());
    }

    @Override
    public Map<String, Double> measure(List<Metric> metrics, SoundSamples original, SoundSamples decoded) {
        SoundScores scores = SoundScores.of(AlignedPair.of(original, decoded));
        Map<String, Double> values = new TreeMap<>();
        for (Metric metric : metrics) {
            value(metric, scores).ifPresent(value -> values.put(metric.id(), value));
        }
        return values;
    }

    private static OptionalDouble value(Metric metric, SoundScores scores) {
        return switch (metric) {
            case SI_SDR -> scores.siSdr();
            case LOG_MEL -> scores.logMel();
            case STOI -> scores.stoi();
            case ESTOI -> scores.estoi();
            default -> throw new IllegalArgumentException(metric + " is none of sounds");
        };
    }

    /** Decoded sounds are not kept. */
    @Override
    public Keeper<SoundSamples> keeper() {
        return new Keeper<>() {
            @Override
            public void add(Item item, String codec, String setting, double rate, SoundSamples decoded) {}

            @Override
            public void addEarlier(Item item, String codec, String setting, double rate) {}

            @Override
            public Path find(Item item, String codec, String setting) {
                return null;
            }
        };
    }
}
