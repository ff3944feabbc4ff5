package io.nacre.codec.audio;

import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.SoundHeader;
import io.nacre.models.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes sounds with one opened pack. Thread-safe. The same bytes come out for any number of threads on one machine,
 * device and runtime, and the same for a size as for the quality that meets it. With a quality as the target, memory
 * grows with the file alone; while a size is searched, latents are kept, two bytes each: some 13 kB a second
 * and channel with the packs for speech, 83 kB with those for music.
 */
public final class SoundEncoder {
    private final SoundModel model;

    public SoundEncoder(SoundModel model) {
        this.model = model;
    }

    /**
     * Encodes a sound.
     *
     * @param source read to its end, on the caller's thread
     * @return the file
     * @throws io.nacre.codec.image.TargetException if no quality meets the target
     * @throws ModelException if the pack has no sender
     * @throws IOException if the source cannot be read or has no samples, or the thread was interrupted
     * @throws IllegalArgumentException if rate or channels of the source are outside what the format holds
     */
    public byte[] encode(SoundSource source, SoundOptions options, SoundProgress progress) throws IOException {
        SoundAnalysis analysis = new SoundAnalysis(model, source, options.groupSeconds(), progress);
        SoundTarget target = options.target();
        if (target instanceof SoundTarget.Quality quality) {
            int value = (int) Math.round(quality.value() / 100 * ImageHeader.MAX_QUALITY);
            return file(analysis, options, value, coded(analysis, value));
        }
        List<AnalysedGroup> groups = kept(analysis);
        double seconds = (double) analysis.samples() / source.sampleRate();
        long size = target instanceof SoundTarget.Kbps kbps
                ? (long) (kbps.value() * 1000 / 8 * seconds)
                : ((SoundTarget.Bytes) target).value();
        return SizeSearch.largestWithin(size, quality -> {
            SoundCoder coder = new SoundCoder(model, quality);
            for (AnalysedGroup group : groups) {
                coder.add(group);
            }
            return file(analysis, options, quality, coder.finish());
        });
    }

    /** Codes groups as they come. */
    private List<byte[]> coded(SoundAnalysis analysis, int quality) throws IOException {
        SoundCoder coder = new SoundCoder(model, quality);
        int alike = 0;
        for (AnalysedGroup group = analysis.next(); group != null; group = analysis.next()) {
            coder.add(group);
            alike += group.channels().size() < analysis.channels() ? 1 : 0;
        }
        if (!analysis.alike()) {
            analysis.complete(coder, alike);
        }
        return coder.finish();
    }

    /** Groups for several passes. */
    private static List<AnalysedGroup> kept(SoundAnalysis analysis) throws IOException {
        List<AnalysedGroup> groups = new ArrayList<>();
        for (AnalysedGroup group = analysis.next(); group != null; group = analysis.next()) {
            groups.add(group);
        }
        if (!analysis.alike()) {
            for (int g = 0; g < groups.size() && groups.get(g).channels().size() < analysis.channels(); g++) {
                groups.set(g, analysis.completed(groups.get(g), g));
            }
        }
        return groups;
    }

    private byte[] file(SoundAnalysis analysis, SoundOptions options, int quality, List<byte[]> payloads)
            throws IOException {
        SoundHeader header = new SoundHeader(
                analysis.sampleRate(),
                analysis.samples(),
                analysis.channels(),
                analysis.alike(),
                options.format(),
                model.packId(),
                quality,
                options.groupSeconds());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, header);
        writer.writeTiles(payloads);
        writer.finish();
        return out.toByteArray();
    }
}
