package io.nacre.app.cli;

import io.nacre.app.pack.OpenModels;
import io.nacre.codec.audio.DecodedSound;
import io.nacre.codec.audio.LostGroup;
import io.nacre.codec.audio.SoundDecoder;
import io.nacre.codec.audio.SoundProgress;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.SoundHeader;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Decodes sounds to WAV, chunk by chunk as they are made. */
final class SoundDecoding implements Decoding {
    private static final int BLOCK = 1 << 13;

    private final SampleBits bits;
    private final Time start;
    private final Time duration;
    private final boolean salvaging;
    private final OpenModels models;
    private final Reporter reporter;

    /**
     * @param bits of the samples that are written, or null for what the file suggests
     * @param start of the part that is wanted, or null for the sound's
     * @param duration of the part that is wanted, or null for all up to the end
     * @param salvaging whether damaged groups are faded over
     */
    SoundDecoding(SampleBits bits, Time start, Time duration, boolean salvaging, OpenModels models, Reporter reporter) {
        this.bits = bits;
        this.start = start;
        this.duration = duration;
        this.salvaging = salvaging;
        this.models = models;
        this.reporter = reporter;
    }

    @Override
    public void check(ContainerReader file) throws IOException {
        SoundHeader header = file.soundHeader();
        Excerpt excerpt = Excerpt.of(header, start, duration);
        if (salvaging) {
            return;
        }
        if (excerpt.count() == header.samples()) {
            Damage.refuse(file);
            return;
        }
        // Decoding looks into the neighbours of the groups that it needs.
        int from = Math.max(0, excerpt.firstGroup(header) - 1);
        int to = (int) Math.min(header.tileCount() - 1, excerpt.lastGroup(header) + 1L);
        for (int group = from; group <= to; group++) {
            file.tile(group);
        }
    }

    @Override
    public Outcome decode(Job job, ContainerReader file, OutputStream out) throws IOException {
        SoundHeader header = file.soundHeader();
        Excerpt excerpt = Excerpt.of(header, start, duration);
        SampleBits written = bits != null ? bits : SampleBits.of(header.format());
        SoundFormat format = new SoundFormat(header.sampleRate(), header.channels(), written.encoding());
        SoundDecoder plain = new SoundDecoder(models.sound(header.packId()));
        SoundDecoder decoder = salvaging ? plain.salvaging() : plain;
        OptionalLong length = OptionalLong.of(excerpt.count());
        long clipped;
        Losses losses;
        try (ProgressBar progress = reporter.progress(job.input());
                DecodedSound sound = decoder.decode(file);
                SoundOutput wav = SoundOutput.open(out, format, length)) {
            seek(sound, excerpt, header);
            copy(sound, excerpt.count(), wav, out, progress.sound(length, header.sampleRate()));
            clipped = wav.clipped();
            losses = losses(sound.lostGroups(), excerpt, header.sampleRate());
        }
        if (clipped > 0) {
            reporter.note(job.output(), clipped + " samples beyond full scale were clipped");
        }
        double seconds = (double) excerpt.count() / header.sampleRate();
        return new Outcome(
                String.format(
                        Locale.ROOT,
                        "%d Hz, %d channel%s, %.1f s of sound",
                        header.sampleRate(),
                        header.channels(),
                        header.channels() == 1 ? "" : "s",
                        seconds),
                json -> json.value("sampleRate", header.sampleRate())
                        .value("channels", header.channels())
                        .value("samples", excerpt.count())
                        .value("duration", seconds),
                losses);
    }

    private static Losses losses(List<LostGroup> groups, Excerpt excerpt, int rate) {
        double samples = 0;
        List<Losses.Part> parts = new ArrayList<>();
        for (LostGroup group : groups) {
            long first = Math.max(group.first(), excerpt.first());
            long end = Math.min(group.end(), excerpt.first() + excerpt.count());
            if (first < end) { // the one before the part was decoded to get to it
                samples += end - first;
                double from = (double) group.first() / rate;
                double to = (double) group.end() / rate;
                parts.add(new Losses.Part(
                        String.format(Locale.ROOT, "group %d, %.3f to %.3f s", group.number(), from, to),
                        group.problem(),
                        json -> json.value("group", group.number())
                                .value("from", from)
                                .value("to", to)));
            }
        }
        return new Losses("sound", samples / excerpt.count(), "faded into silence", parts);
    }

    private static void seek(DecodedSound sound, Excerpt excerpt, SoundHeader header) throws IOException {
        int group = excerpt.firstGroup(header);
        if (group > 0) {
            sound.skipTo(group);
        }
        float[] block = new float[BLOCK * sound.channels()];
        while (sound.position() < excerpt.first()) {
            sound.read(block, 0, (int) Math.min(BLOCK, excerpt.first() - sound.position()));
        }
    }

    private static void copy(DecodedSound sound, long length, SoundOutput wav, OutputStream out, SoundProgress progress)
            throws IOException {
        float[] block = new float[BLOCK * sound.channels()];
        for (long done = 0; done < length; ) {
            int count = sound.read(block, 0, (int) Math.min(BLOCK, length - done));
            wav.write(block, 0, count);
            out.flush(); // whoever listens at the other end of a pipe need not wait
            done += count;
            progress.samples(done);
        }
    }
}
