package io.nacre.app.eval;

import io.nacre.app.eval.codec.Codec;
import io.nacre.app.eval.codec.CodecCatalog;
import io.nacre.app.eval.codec.CodecInfo;
import io.nacre.app.eval.codec.Folders;
import io.nacre.app.eval.codec.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs an evaluation from the folder of items to the finished {@link EvalRun}. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * Runs it. In {@link EvalOptions#out} it leaves {@code per-item.csv} and of pictures, below {@code pictures}, the originals and
     * some decoded ones; reports are written by {@link ReportWriter}s. When it is interrupted or fails, all results
     * so far are in {@code per-item.csv} and can be resumed.
     *
     * @param codecs at least one, and those that were missing
     * @param version of Nacre
     * @throws IOException if the folder has no items, a file of references is not valid, results are there already, or
     *     the output can't be written; a codec's failures are results, not exceptions
     */
    public static <M> EvalRun run(
            Media<M> media, EvalOptions options, CodecCatalog.Opened<M> codecs, String version, EvalProgress progress)
            throws IOException, InterruptedException {
        List<String> warnings = new ArrayList<>();
        List<Curve> references = references(options, codecs.codecs());
        Path out = Files.createDirectories(options.out()).toAbsolutePath();
        Path work = out.resolve(".work");
        List<Codec<M>> swept = codecs.codecs().stream()
                .<Codec<M>>map(codec -> new Sweep<>(codec, options.points()))
                .toList();
        List<Item> items;
        List<ItemResult> results;
        try (ResultLog log = ResultLog.open(out.resolve("per-item.csv"), options.existing(), options.metrics())) {
            items = ItemFolder.prepare(options.folder(), media, out.resolve("pictures"), out, warnings);
            Folders.delete(work);
            Files.createDirectory(work);
            results = new Runner<>(media, options, log, work, progress).run(items, swept);
        } finally {
            Folders.delete(work);
        }
        List<CodecInfo> infos = swept.stream().map(Codec::info).toList();
        List<Curve> own = infos.stream()
                .map(codec -> Curves.of(codec, items, results, options.metrics(), warnings))
                .toList();
        return new EvalRun(
                Instant.now(),
                version,
                Machine.here(),
                options,
                items,
                infos,
                codecs.missing(),
                results,
                Stream.concat(own.stream(), references.stream()).toList(),
                deltas(own, references, options, warnings),
                speeds(options.kind(), infos, results),
                warnings);
    }

    /**
     * The files of a folder that a run looks at: not the hidden ones, nor those below the output folder.
     *
     * @return empty if it is no folder
     */
    public static List<Path> files(Path folder, Path out) throws IOException {
        return Files.isDirectory(folder) ? ItemFolder.files(folder, out.toAbsolutePath()) : List.of();
    }

    /** A reference curve that is called like a codec of the run gets another name. */
    private static List<Curve> references(EvalOptions options, List<? extends Codec<?>> codecs) throws IOException {
        Set<String> taken = new HashSet<>();
        codecs.forEach(codec -> taken.add(codec.info().id()));
        List<Curve> references = new ArrayList<>();
        for (Path file : options.references()) {
            for (Curve curve : ReferenceCurves.read(file, options.kind())) {
                String name = curve.codec();
                while (!taken.add(name)) {
                    name += " (reference)";
                }
                references.add(new Curve(name, true, curve.points()));
            }
        }
        return references;
    }

    private static List<BdEntry> deltas(
            List<Curve> own, List<Curve> references, EvalOptions options, List<String> warnings) {
        List<Curve> anchors = new ArrayList<>();
        own.stream().filter(curve -> curve.codec().equals(options.anchor())).forEach(anchors::add);
        if (anchors.isEmpty() && options.anchor() != null) {
            warnings.add(options.anchor() + " was not run, so nothing is compared with it.");
        }
        anchors.addAll(references);
        List<BdEntry> entries = new ArrayList<>();
        for (Metric metric : options.metrics()) {
            for (Curve anchor : anchors) {
                for (Curve curve : own) {
                    if (!curve.codec().equals(anchor.codec())
                            && metric.comparable()
                            && curve.has(metric)
                            && anchor.has(metric)) {
                        entries.add(BdEntry.of(curve, anchor, metric));
                    }
                }
            }
        }
        return entries;
    }

    private static List<Speed> speeds(MediaKind kind, List<CodecInfo> codecs, List<ItemResult> results) {
        List<Speed> speeds = new ArrayList<>();
        for (CodecInfo codec : codecs) {
            List<ItemResult> made = results.stream()
                    .filter(result -> result.ok() && result.codec().equals(codec.id()))
                    .toList();
            if (!made.isEmpty()) {
                speeds.add(Speed.of(kind, codec.id(), made));
            }
        }
        return speeds;
    }
}
