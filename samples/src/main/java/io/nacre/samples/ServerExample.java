package io.nacre.samples;

import io.nacre.codec.Codec;
import io.nacre.codec.CodecException;
import io.nacre.codec.LimitExceededException;
import io.nacre.codec.Monitor;
import io.nacre.codec.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Thumbnails of files from strangers: one codec for all threads, tight limits, and one sentence for each bad file. */
public final class ServerExample {
    private ServerExample() {}

    /** @param args files that were uploaded */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Codec codec = Codec.builder()
                .threads(2)
                .maxPixels(50_000_000)
                .maxFileSize(20_000_000)
                .maxMemory(512 << 20)
                .timeLimit(Duration.ofSeconds(30))
                .build()) {
            List<Callable<String>> requests = new ArrayList<>();
            for (String upload : args) {
                requests.add(() -> answer(codec, Path.of(upload)));
            }
            for (Future<String> answer : pool.invokeAll(requests)) {
                System.out.println(answer.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    private static String answer(Codec codec, Path upload) {
        try (InputStream in = Files.newInputStream(upload)) {
            Picture thumbnail = codec.openPicture(in).thumbnail(64, new Monitor());
            return upload.getFileName() + ": " + thumbnail.width() + " x " + thumbnail.height();
        } catch (LimitExceededException e) {
            return upload.getFileName() + ": too large: " + e.getMessage();
        } catch (CodecException e) {
            return upload.getFileName() + ": refused: " + e.getMessage();
        } catch (IOException e) {
            return upload.getFileName() + ": cannot be read: " + e;
        }
    }
}
