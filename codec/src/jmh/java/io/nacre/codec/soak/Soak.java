package io.nacre.codec.soak;

import io.nacre.codec.fuzz.Seeds;
import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundOutput;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;

/**
 * Encodes and decodes from eight threads, broken files among good ones, and prints what the process holds: after a tenth of
 * the time, when everything is warm, and at the end. Ends with 1 if a good file came out otherwise than at first or
 * something was thrown that is not declared. {@code mvn -Psoak -pl codec -am test-compile exec:exec@soak -Dseconds=7200}
 */
public final class Soak {
    private static final int THREADS = 8;
    private static final int WIDTH = 200;
    private static final int HEIGHT = 150;
    private static final int RATE = 16_000;

    private Soak() {}

    /** @param args seconds to run, and a seed */
    public static void main(String[] args) throws IOException, InterruptedException {
        long seconds = Long.parseLong(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        Path folder = Files.createTempDirectory("soak");
        Path picture = picture(folder.resolve("picture.png"));
        Path sound = sound(folder.resolve("sound.wav"));
        boolean failed;
        try (Jobs jobs = new Jobs(
                Seeds.resource("/io/nacre/codec/image/image-tiny.zip"),
                Seeds.resource("/io/nacre/codec/audio/audio-tiny.zip"),
                picture,
                sound,
                folder)) {
            failed = run(jobs, seconds, seed);
        }
        for (Path file : List.of(picture, sound, folder.resolve("junk"), folder)) {
            Files.delete(file);
        }
        System.exit(failed ? 1 : 0);
    }

    private static boolean run(Jobs jobs, long seconds, long seed) throws InterruptedException {
        System.out.printf("%d threads for %d s, seed %d, Java %s%n", THREADS, seconds, seed, Runtime.version());
        Map<String, Integer> done = new TreeMap<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int i = 0; i < THREADS; i++) {
            SplittableRandom random = seeds.split();
            Thread thread = new Thread(() -> {
                try {
                    while (System.nanoTime() < end && failure.get() == null) {
                        String what = jobs.run(random);
                        synchronized (done) {
                            done.merge(what, 1, Integer::sum);
                        }
                    }
                } catch (IOException | RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        long step = Math.max(1, seconds / 10) * 1_000_000_000L;
        for (int tenth = 1; tenth < 10 && failure.get() == null; tenth++) {
            long at = end - (10 - tenth) * step;
            while (System.nanoTime() < at && failure.get() == null) {
                Thread.sleep(200);
            }
            print(tenth == 1 ? "warm" : "", seconds * tenth / 10);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        print("end, threads gone", seconds);
        System.out.println("done: " + done);
        if (failure.get() != null) {
            failure.get().printStackTrace(System.out);
        }
        return failure.get() != null;
    }

    private static void print(String what, long second) {
        System.out.println(String.format(Locale.ROOT, "%6d s  %s  %s", second, Resources.now(), what));
    }

    private static Path picture(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        SplittableRandom random = new SplittableRandom(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = (int) (128 + 100 * Math.sin(0.05 * x) * Math.cos(0.04 * y)) + random.nextInt(8);
                int alpha = Math.hypot(x - 90, y - 70) < 60 ? 255 : x;
                image.setRGB(x, y, alpha << 24 | grey << 16 | (255 - grey) << 8 | 90);
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static Path sound(Path file) throws IOException {
        float[] samples = new float[3 * RATE];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / RATE;
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * 170 * time) * Math.sin(2.1 * time)
                    + 0.01 * random.nextDouble(-1, 1));
        }
        try (OutputStream out = Files.newOutputStream(file);
                SoundOutput wav = SoundOutput.open(
                        out, new SoundFormat(RATE, 1, SampleEncoding.INT_16), OptionalLong.of(samples.length))) {
            wav.write(samples, 0, samples.length);
        }
        return file;
    }
}
