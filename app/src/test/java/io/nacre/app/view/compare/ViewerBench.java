package io.nacre.app.view.compare;

import io.nacre.app.pack.OpenModels;
import io.nacre.app.view.Theme;
import io.nacre.app.view.ViewerWindow;
import io.nacre.app.view.model.Background;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.CompareModel.Change;
import io.nacre.app.view.model.NacreCoder;
import io.nacre.app.view.model.PictureLoader;
import io.nacre.app.view.model.Recipe;
import io.nacre.app.view.model.Settings;
import io.nacre.app.view.model.SideModel.State;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.image.LatentInspection;
import io.nacre.models.Device;
import io.nacre.models.PackLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Measures the mode that compares pictures in a real window; not a test, run by hand with two pictures as arguments: one to
 * be encoded, one to be panned. Prints times to the first result, frames while panning, and the heap after opening and
 * closing fifty pictures.
 */
public final class ViewerBench {
    private ViewerBench() {}

    /** @param args a picture to encode, a picture to pan */
    public static void main(String[] args) {
        Application.launch(Program.class, args);
    }

    /** Apart from the main class, which may not extend it where JavaFX is on the class path. */
    public static final class Program extends Application {
        private static final double PAN_SECONDS = 8;
        private static final int OPENINGS = 50;

        private OpenModels models;
        private Background background;
        private CompareModel model;
        private ViewerWindow window;

        @Override
        public void start(Stage stage) {
            models = new OpenModels(
                    new PackLibrary(null), Device.CPU, Runtime.getRuntime().availableProcessors(), line -> {});
            background = new Background(Platform::runLater);
            model = new CompareModel(
                    background,
                    new PictureLoader(models),
                    new NacreCoder(models, "image-fidelity"),
                    new Recipe(NacreCoder.ID, new EncodeTarget.Quality(50), 3),
                    file -> LatentInspection.of(
                            models.image(file.reader().header().packId()), file.reader()));
            Settings settings = new Settings(null);
            Theme theme = new Theme();
            theme.choose(Theme.Choice.LIGHT);
            window = new ViewerWindow(stage, settings, theme, List.of(new CompareMode(model, settings, theme)));
            window.show();
            Thread script = new Thread(this::script, "bench");
            script.setDaemon(true);
            script.start();
        }

        private void script() {
            try {
                Path encoded = Path.of(getParameters().getRaw().get(0));
                Path panned = Path.of(getParameters().getRaw().get(1));
                firstResult(encoded, "cold");
                firstResult(encoded, "warm");
                pan(panned);
                heap(encoded);
            } catch (Exception e) {
                print("failed: %s", e);
            } finally {
                Platform.exit();
            }
        }

        /** Runs an action on the window's thread and waits until a change leaves the model in a state. */
        private double until(Runnable action, Predicate<CompareModel> state) throws InterruptedException {
            CountDownLatch reached = new CountDownLatch(1);
            long start = System.nanoTime();
            Platform.runLater(() -> {
                model.listen(change -> {
                    if (change != Change.PROGRESS && state.test(model)) {
                        reached.countDown();
                    }
                });
                action.run();
            });
            reached.await();
            return (System.nanoTime() - start) / 1e9;
        }

        private void open(Path file, Predicate<CompareModel> state) throws InterruptedException {
            until(() -> window.open(List.of(file)), state);
        }

        private static boolean done(CompareModel model) {
            return model.original() != null && !model.loading() && model.right().state() == State.DONE;
        }

        private void firstResult(Path file, String label) throws InterruptedException {
            until(model::closePicture, m -> m.original() == null);
            double[] opened = new double[1];
            double[] part = new double[1];
            long start = System.nanoTime();
            double whole = until(
                    () -> {
                        model.listen(change -> {
                            double now = (System.nanoTime() - start) / 1e9;
                            if (opened[0] == 0 && model.original() != null) {
                                opened[0] = now;
                            }
                            if (part[0] == 0
                                    && model.original() != null
                                    && model.right().partial()) {
                                part[0] = now;
                            }
                        });
                        window.open(List.of(file));
                    },
                    Program::done);
            print(
                    "%s: picture after %.2f s, first part of the result %.2f s, whole %.2f s",
                    label, opened[0], part[0], whole);
            print(
                    "encoding %.2f s, decoding %.2f s",
                    model.right().result().encodeSeconds(),
                    model.right().result().decodeSeconds());
            double dialled = until(
                    () -> model.right().recipe(model.right().recipe().withTarget(new EncodeTarget.Quality(60))),
                    m -> m.right().partial());
            print("%s: first part after a move of the dial %.2f s", label, dialled);
            until(
                    () -> {},
                    m -> m.right().state() == State.DONE && m.right().result().quality() > 59);
            Platform.runLater(
                    () -> model.right().recipe(model.right().recipe().withTarget(new EncodeTarget.Quality(50))));
        }

        private void pan(Path file) throws InterruptedException {
            open(file, Program::done);
            CountDownLatch ended = new CountDownLatch(1);
            List<Long> pulses = new ArrayList<>();
            Platform.runLater(() -> {
                model.left().recipe(null);
                model.view().actualSize();
                new AnimationTimer() {
                    private double way;

                    @Override
                    public void handle(long now) {
                        pulses.add(System.nanoTime());
                        way += 0.05;
                        model.view().move(31 * Math.cos(way), 17 * Math.sin(1.3 * way));
                        if (System.nanoTime() - pulses.get(0) > PAN_SECONDS * 1e9) {
                            stop();
                            ended.countDown();
                        }
                    }
                }.start();
            });
            ended.await();
            double longest = 0;
            int slow = 0;
            for (int i = 1; i < pulses.size(); i++) {
                double gap = (pulses.get(i) - pulses.get(i - 1)) / 1e6;
                longest = Math.max(longest, gap);
                slow += gap > 50 ? 1 : 0;
            }
            print(
                    "panning: %.1f frames a second, longest %.0f ms, %d of %d frames above 50 ms, view %d x %d",
                    (pulses.size() - 1) / ((pulses.get(pulses.size() - 1) - pulses.get(0)) / 1e9),
                    longest,
                    slow,
                    pulses.size() - 1,
                    model.view().width(),
                    model.view().height());
        }

        private void heap(Path file) throws InterruptedException {
            for (int i = 1; i <= OPENINGS; i++) {
                open(file, m -> m.original() != null && !m.loading());
                until(model::closePicture, m -> m.original() == null);
                if (i == 5 || i == OPENINGS) {
                    System.gc();
                    Thread.sleep(500);
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    print("heap after %d pictures: %d MB", i, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
                }
            }
        }

        private static void print(String format, Object... values) {
            System.out.println(String.format(Locale.ROOT, format, values));
        }

        @Override
        public void stop() {
            window.close();
            background.close();
            models.close();
        }
    }
}
