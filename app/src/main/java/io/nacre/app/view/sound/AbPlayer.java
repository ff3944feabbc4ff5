package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundSamples;
import java.util.Optional;

/**
 * Plays one of two sounds and changes over to the other at the same position. What is asked for is heard a tenth of a
 * second later at most, the line's buffer. Thread-safe; {@link #close} ends the thread that plays.
 */
public final class AbPlayer implements AutoCloseable {
    private static final int BLOCKS_PER_SECOND = 100;

    private final AbMixer mixer;
    private final int rate;
    private final AudioOutput output;
    private final Runnable ended;
    private Run run; // guarded by this, as is the mixer

    /**
     * @param a the original; with more than two channels, their mean is played
     * @param b what was decoded, of the same rate and with as many channels
     * @param ended called from the player's thread when the end has been heard
     */
    public AbPlayer(SoundSamples a, SoundSamples b, LevelMatch match, AudioOutput output, Runnable ended) {
        boolean mixed = a.channels().length > 2;
        this.mixer = new AbMixer(mixed ? a.mixed() : a, mixed ? b.mixed() : b, match.gainA(), match.gainB());
        this.rate = a.rate();
        this.output = output;
        this.ended = ended;
    }

    /**
     * Starts, or goes on; from the start if the end had been reached.
     *
     * @throws AudioUnavailableException if there is no line
     */
    public synchronized void play() throws AudioUnavailableException {
        if (run != null) {
            return;
        }
        AudioLine line = output.open(rate, mixer.channels());
        if (mixer.position() >= mixer.length()) {
            mixer.seek(0);
        }
        mixer.begin();
        run = new Run(line);
        Thread thread = new Thread(run::loop, "nacre-player");
        thread.setDaemon(true);
        thread.start();
    }

    /** Falls silent and keeps the position that was heard. */
    public synchronized void pause() {
        if (run != null) {
            int heard = position();
            run.stop();
            run = null;
            mixer.seek(heard);
        }
    }

    public synchronized boolean isPlaying() {
        return run != null;
    }

    public synchronized void select(Side side) {
        mixer.select(side);
    }

    public synchronized Side selected() {
        return mixer.side();
    }

    /** Goes to a sample; what is beyond the ends counts as the end. */
    public synchronized void seek(int sample) {
        mixer.seek(sample);
        if (run != null) {
            run.restartCount();
        }
    }

    /**
     * Repeats a region.
     *
     * @param from first sample
     * @param to behind the last one
     * @throws IllegalArgumentException if the region is empty
     */
    public synchronized void loop(int from, int to) {
        mixer.loop(Optional.of(new AbMixer.Region(from, to)));
        if (mixer.position() < from || mixer.position() >= to) {
            seek(from);
        }
    }

    /** Plays on to the end. */
    public synchronized void endLoop() {
        mixer.loop(Optional.empty());
    }

    /** The sample that is heard now, or where playing goes on. */
    public synchronized int position() {
        if (run == null) {
            return mixer.position();
        }
        long queued = Math.min(run.sinceJump, Math.max(0, run.written - run.line.played()));
        long heard = mixer.position() - queued;
        int start = mixer.loop().map(AbMixer.Region::from).orElse(0);
        if (heard < start && mixer.loop().isPresent() && run.wrapped) {
            AbMixer.Region region = mixer.loop().get();
            heard = Math.max(start, heard + region.to() - region.from());
        }
        return (int) Math.max(0, heard);
    }

    @Override
    public void close() {
        pause();
    }

    /** From a start to a pause. */
    private final class Run {
        private final AudioLine line;
        private final float[] block = new float[Math.max(1, rate / BLOCKS_PER_SECOND) * mixer.channels()];
        private long written;
        /** Frames written since the position jumped: no more of them can be still to come. */
        private long sinceJump;

        private boolean wrapped;
        private boolean stopped;

        Run(AudioLine line) {
            this.line = line;
        }

        void stop() {
            stopped = true;
            line.close();
        }

        void restartCount() {
            sinceJump = 0;
            wrapped = false;
        }

        void loop() {
            int frames = block.length / mixer.channels();
            for (int n = render(frames); n > 0; n = render(frames)) {
                line.write(block, n);
            }
            boolean atEnd;
            synchronized (AbPlayer.this) {
                atEnd = !stopped;
            }
            if (atEnd) {
                line.drain();
                finish();
            }
        }

        private int render(int frames) {
            synchronized (AbPlayer.this) {
                if (stopped) {
                    return 0;
                }
                int before = mixer.position();
                int n = mixer.render(block, frames);
                wrapped |= mixer.position() < before + n;
                written += n;
                sinceJump += n;
                return n;
            }
        }

        private void finish() {
            synchronized (AbPlayer.this) {
                if (stopped) {
                    return;
                }
                stop();
                run = null;
            }
            ended.run();
        }
    }
}
