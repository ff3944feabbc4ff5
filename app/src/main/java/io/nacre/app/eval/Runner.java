package io.nacre.app.eval;

import io.nacre.app.eval.codec.CodecException;
import io.nacre.app.eval.codec.Coded;
import io.nacre.app.eval.codec.Folders;
import io.nacre.app.eval.codec.PictureCodec;
import io.nacre.app.eval.codec.SourcePicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Codes every item by every codec at every setting, as far as results are not there yet. For one run. */
final class Runner {
    private final List<PictureMetric> metrics;
    private final int jobs;
    private final ResultLog log;
    private final Path work;
    private final EvalProgress progress;
    private final DecodedPictures decoded = new DecodedPictures();
    private final SourceCache sources;
    private final Estimate estimate;
    private int done;
    private int total;

    /** @param work folder for temporary files, removed by the caller */
    Runner(EvalOptions options, ResultLog log, Path work, EvalProgress progress) {
        this.metrics = options.metrics();
        this.jobs = options.jobs();
        this.log = log;
        this.work = work;
        this.progress = progress;
        this.sources = new SourceCache(work);
        this.estimate = new Estimate(jobs);
    }

    private record Task(Item item, PictureCodec codec, String setting) {
        ResultKey key() {
            return ResultKey.of(item, codec.info(), setting);
        }
    }

    /**
     * Runs to the end.
     *
     * @param codecs whose settings are those to be run
     * @return results by item, then codec, then setting, whatever the order in which they came
     */
    List<ItemResult> run(List<Item> items, List<PictureCodec> codecs) throws IOException, InterruptedException {
        List<Task> plan = new ArrayList<>();
        for (Item item : items) {
            for (PictureCodec codec : codecs) {
                codec.info().settings().forEach(setting -> plan.add(new Task(item, codec, setting)));
            }
        }
        total = plan.size();
        List<Task> open = new ArrayList<>();
        for (Task task : plan) {
            ItemResult earlier = log.find(task.key());
            if (earlier == null) {
                open.add(task);
                sources.expect(task.item);
                estimate.expect(task.codec.info().id());
            } else {
                decoded.addEarlier(task.item, earlier.codec(), earlier.setting(), earlier.bpp());
                done++;
            }
        }
        runAll(open);
        return collect(plan);
    }

    private void runAll(List<Task> tasks) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "nacre-eval");
            thread.setDaemon(true);
            return thread;
        });
        try {
            ExecutorCompletionService<Void> results = new ExecutorCompletionService<>(threads);
            tasks.forEach(task -> results.submit(() -> timed(task)));
            for (int i = 0; i < tasks.size(); i++) {
                results.take().get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow(); // interrupts those that wait for a tool, which is then killed
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private Void timed(Task task) throws IOException, InterruptedException {
        long start = System.nanoTime();
        ResultRow row = new ResultRow(task.key(), result(task));
        log.append(row);
        synchronized (this) {
            estimate.done(task.codec.info().id(), (System.nanoTime() - start) / 1e9);
            progress.done(++done, total, estimate.remaining(), row.result());
        }
        return null;
    }

    private ItemResult result(Task task) throws IOException, InterruptedException {
        String codec = task.codec.info().id();
        Path folder = Files.createTempDirectory(work, "job");
        try {
            SourcePicture source = sources.acquire(task.item);
            Coded coded = task.codec.code(source, task.setting, folder);
            double bpp = 8.0 * coded.bytes() / task.item.pixels();
            decoded.add(task.item, codec, task.setting, bpp, coded.decoded());
            Map<String, Double> values = new TreeMap<>();
            for (PictureMetric metric : metrics) {
                metric.measure(source.rgb(), coded.decoded()).ifPresent(value -> values.put(metric.id(), value));
            }
            return new ItemResult(
                    task.item.name(),
                    codec,
                    task.setting,
                    coded.bytes(),
                    bpp,
                    values,
                    coded.encode(),
                    coded.decode(),
                    null,
                    null);
        } catch (CodecException e) {
            return ItemResult.failed(task.item.name(), codec, task.setting, e.getMessage());
        } finally {
            sources.release(task.item);
            discard(folder);
        }
    }

    private static void discard(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // A tool that was killed may have left somebody who still writes; the caller removes the folder above.
        }
    }

    private List<ItemResult> collect(List<Task> plan) throws IOException {
        List<ItemResult> results = new ArrayList<>();
        for (Task task : plan) {
            ItemResult result = log.get(task.key());
            results.add(result.withDecoded(decoded.find(task.item, result.codec(), result.setting())));
        }
        log.finish(plan.stream().map(Task::key).toList());
        return results;
    }
}
