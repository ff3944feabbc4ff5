package io.nacre.app.view.sound;

import io.nacre.app.file.FileNames;
import io.nacre.app.file.Reason;
import io.nacre.app.sound.AlignedPair;
import io.nacre.app.sound.SoundSamples;
import io.nacre.app.sound.SoundScores;
import io.nacre.app.view.sound.SoundProblem.What;
import io.nacre.app.view.sound.SoundState.Stage;
import io.nacre.codec.audio.SoundTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An original sound and what a codec makes of it. Reading, coding and measuring go on in the background, one after the
 * other; a new wish ends what an older one began. What there is so far is asked for by {@link #state}.
 *
 * <p>Thread-safe. No method waits but {@link #close}.
 */
public final class SoundSession implements AutoCloseable {
    /** The beginning that is measured: enough for stable figures, and quickly done. */
    public static final int MEASURED_SECONDS = 120;

    /** A slider that moves asks for much that nobody waits for. */
    private static final long DEBOUNCE_MILLIS = 250;

    private static final int SECONDS_TO_CLOSE = 60;

    private final SoundCoder coder;
    private final Runnable wake;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "nacre-sound-session"));
    private final ScheduledExecutorService painter =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "nacre-spectrogram"));
    private final Object lock = new Object();

    // Guarded by the lock.
    private SoundState state = SoundState.EMPTY;
    private SoundTarget target;
    private Future<?> running;
    private int wish;

    /**
     * @param target that is coded for at first
     * @param wake called from any thread when there is something new to see
     */
    public SoundSession(SoundCoder coder, SoundTarget target, Runnable wake) {
        this.coder = coder;
        this.target = target;
        this.wake = wake;
    }

    public SoundState state() {
        synchronized (lock) {
            return state;
        }
    }

    /**
     * Opens a sound and codes it; a Nacre file is decoded and has no original. Of two files one takes the place of what is
     * coded: the Nacre file, else the second.
     *
     * @param files one or two; more are ignored
     */
    public void open(List<Path> files) {
        List<Path> copy = new ArrayList<>(files.subList(0, Math.min(2, files.size())));
        copy.sort(Comparator.comparing(FileNames::isNacre));
        begin(0, SoundState.EMPTY.at(Stage.READING, 0), number -> load(number, copy));
    }

    /** Codes the original anew, after a moment in which the wish may change. Does nothing while there is no original. */
    public void code(SoundTarget wanted) {
        synchronized (lock) {
            target = wanted;
            Optional<SoundTrack> original = state.original();
            if (original.isPresent()) {
                begin(DEBOUNCE_MILLIS, state.at(Stage.CODING, 0), number -> code(number, original.get(), wanted));
            }
        }
    }

    /** A step that is given up if another one has begun meanwhile. */
    private interface Step {
        void run(int number) throws IOException;
    }

    private void begin(long delayMillis, SoundState now, Step step) {
        synchronized (lock) {
            if (running != null) {
                running.cancel(true);
            }
            int number = ++wish;
            state = now;
            running = worker.schedule(() -> run(number, step), delayMillis, TimeUnit.MILLISECONDS);
        }
        wake.run();
    }

    private void run(int number, Step step) {
        try {
            step.run(number);
        } catch (Throwable e) { // the last place where an error can become a sentence
            publish(number, state().with(problem(e)));
        }
    }

    private static SoundProblem problem(Throwable e) {
        if (e instanceof FileException failed) {
            What what = Reason.isOutOfMemory(failed) ? What.MEMORY : What.READ;
            return new SoundProblem(what, failed.name(), Reason.ofInput(failed.getCause(), failed.file.toString()));
        }
        if (Reason.isOutOfMemory(e)) {
            return new SoundProblem(What.MEMORY, "", "");
        }
        return e instanceof IOException
                ? new SoundProblem(What.ENCODE, "", Reason.ofInput(e, null))
                : new SoundProblem(What.INTERNAL, "", FileNames.oneLine(e.toString()));
    }

    /** Shows a state, unless it comes too late. */
    private void publish(int number, SoundState next) {
        synchronized (lock) {
            if (number != wish) {
                return;
            }
            state = next;
        }
        wake.run();
    }

    private void load(int number, List<Path> files) throws IOException {
        Read first = read(files.get(0));
        if (files.size() == 1 && first.coded.isPresent()) {
            SoundTrack track = track(name(files.get(0)), first);
            publish(
                    number,
                    SoundState.EMPTY.with(track, first.coded, LevelMatch.NONE).at(Stage.IDLE, 1));
            return;
        }
        SoundTrack original = track(name(files.get(0)), first);
        SoundState read = SoundState.ofOriginal(original);
        publish(number, read.at(files.size() == 1 ? Stage.CODING : Stage.READING, 0));
        if (files.size() == 1) {
            SoundTarget wanted;
            synchronized (lock) {
                wanted = target;
            }
            code(number, original, wanted);
        } else {
            Read second = read(files.get(1));
            compare(number, original, name(files.get(1)), second);
        }
    }

    private void code(int number, SoundTrack original, SoundTarget wanted) throws IOException {
        CodedSound coded =
                coder.code(original.samples(), wanted, done -> publish(number, state().at(Stage.CODING, done)));
        compare(number, original, "Nacre · " + coded.pack(), new Read(coded.samples(), Optional.of(coded)));
    }

    private void compare(int number, SoundTrack original, String name, Read second) {
        SoundSamples fitting = fitting(second.samples, original.samples());
        LevelMatch match = LevelMatch.of(original.samples(), fitting);
        publish(number, state().with(track(name, new Read(fitting, second.coded)), second.coded, match));
        SoundScores scores = SoundScores.of(AlignedPair.of(beginning(original.samples()), beginning(fitting)));
        publish(number, state().with(scores));
    }

    /** A sound that stands alone. */
    private record Read(SoundSamples samples, Optional<CodedSound> coded) {}

    private Read read(Path file) throws FileException {
        try {
            if (FileNames.isNacre(file)) {
                CodedSound coded = coder.decode(file);
                return new Read(coded.samples(), Optional.of(coded));
            }
            return new Read(coder.read(file), Optional.empty());
        } catch (IOException | OutOfMemoryError e) {
            throw new FileException(file, e);
        }
    }

    /** The second sound in the rate and with the channels of the first, so that one line plays both. */
    private static SoundSamples fitting(SoundSamples second, SoundSamples first) {
        SoundSamples alike = second.atRate(first.rate());
        int channels = first.channels().length;
        if (alike.channels().length == channels) {
            return alike;
        }
        float[][] copies = new float[channels][];
        Arrays.fill(copies, alike.mixed().channels()[0]);
        return new SoundSamples(alike.rate(), copies);
    }

    private static SoundSamples beginning(SoundSamples sound) {
        int length = (int) Math.min(sound.length(), (long) MEASURED_SECONDS * sound.rate());
        float[][] channels = sound.channels().clone();
        for (int c = 0; c < channels.length && length < sound.length(); c++) {
            channels[c] = Arrays.copyOf(channels[c], length);
        }
        return new SoundSamples(sound.rate(), channels);
    }

    private SoundTrack track(String name, Read read) {
        OptionalDouble kbps =
                read.coded.isPresent() ? OptionalDouble.of(read.coded.get().kbps()) : OptionalDouble.empty();
        return new SoundTrack(
                name,
                read.samples,
                kbps,
                new WaveformPeaks(read.samples.channels()),
                new SpectrogramTiles(read.samples, painter, wake));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        synchronized (lock) {
            wish++;
        }
        worker.shutdownNow();
        painter.shutdownNow();
        try {
            worker.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS); // models are closed behind us
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says at which file it happened. */
    private static final class FileException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Path file;

        FileException(Path file, Throwable cause) {
            super(cause);
            this.file = file;
        }

        String name() {
            return file.getFileName().toString();
        }
    }
}
