package io.nacre.app.eval;

import io.nacre.app.eval.codec.Codec;
import io.nacre.app.eval.codec.CodecException;
import io.nacre.app.eval.codec.Coded;
import io.nacre.app.eval.codec.Folders;
import io.nacre.app.eval.codec.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Codes every item by every codec at every setting, as far as results are not there yet. For one run. */
final class Runner<M> {
    private final Media<M> media;
    private final List<Metric> metrics;
    private final int jobs;
    private final ResultLog log;
    private final Path work;
    private final EvalProgress progress;
    private final Keeper<M> decoded;
    private final SourceCache<M> sources;
    private final Estimate estimate;
    private int done;
    private int total;

    /** @param work folder for temporary files, removed by the caller */
    Runner(Media<M> media, EvalOptions options, ResultLog log, Path work, EvalProgress progress) {
        this.media = media;
        this.decoded = media.keeper();
        this.metrics = options.metrics();
        this.jobs = options.jobs();
        this.log = log;
        this.work = work;
        this.progress = progress;
        this.sources = new SourceCache<>(media, work);
        this.estimate = new Estimate(jobs);
    }

    private record Task<M>(Item item, Codec<M> codec, String setting) {
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
    List<ItemResult> run(List<Item> items, List<Codec<M>> codecs) throws IOException, InterruptedException {
        List<Task<M>> plan = new ArrayList<>();
        for (Item item : items) {
            for (Codec<M> codec : codecs) {
                codec.info().settings().forEach(setting -> plan.add(new Task<>(item, codec, setting)));
            }
        }
        total = plan.size();
        List<Task<M>> open = new ArrayList<>();
        for (Task<M> task : plan) {
            ItemResult earlier = log.find(task.key());
            if (earlier == null) {
                open.add(task);
                sources.expect(task.item);
                estimate.expect(task.codec.info().id());
            } else {
                decoded.addEarlier(task.item, earlier.codec(), earlier.setting(), earlier.rate());
                done++;
            }
        }
        runAll(open);
        return collect(plan);
    }

    private void runAll(List<Task<M>> tasks) throws IOException, InterruptedException {
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

    private Void timed(Task<M> task) throws IOException, InterruptedException {
        long start = System.nanoTime();
        ResultRow row = new ResultRow(task.key(), result(task));
        log.append(row);
        synchronized (this) {
            estimate.done(task.codec.info().id(), (System.nanoTime() - start) / 1e9);
            progress.done(++done, total, estimate.remaining(), row.result());
        }
        return null;
    }

    private ItemResult result(Task<M> task) throws IOException, InterruptedException {
        String codec = task.codec.info().id();
        Path folder = Files.createTempDirectory(work, "job");
        try {
            Source<M> source = sources.acquire(task.item);
            Coded<M> coded = task.codec.code(source, task.setting, folder);
            double rate = 8.0 * coded.bytes() / task.item.size();
            decoded.add(task.item, codec, task.setting, rate, coded.decoded());
            Map<String, Double> values = media.measure(metrics, source.content(), coded.decoded());
            return new ItemResult(
                    task.item.name(),
                    codec,
                    task.setting,
                    coded.bytes(),
                    rate,
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

    private List<ItemResult> collect(List<Task<M>> plan) throws IOException {
        List<ItemResult> results = new ArrayList<>();
        for (Task<M> task : plan) {
            ItemResult result = log.get(task.key());
            results.add(result.withDecoded(decoded.find(task.item, result.codec(), result.setting())));
        }
        log.finish(plan.stream().map(Task::key).toList());
        return results;
    }
}
