package io.nacre.app.view.sound;

import java.util.Objects;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The system's sound through {@link javax.sound.sampled}, with 16 bits and a tenth of a second of buffer. */
public final class JavaSoundOutput implements AudioOutput {
    private static final int BYTES = 2;
    private static final int BUFFERS_PER_SECOND = 10;

    @Override
    public AudioLine open(int rate, int channels) throws AudioUnavailableException {
        AudioFormat format = new AudioFormat(rate, 8 * BYTES, channels, true, false);
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format, Math.max(1, rate / BUFFERS_PER_SECOND) * BYTES * channels);
            line.start();
            return new Line(line, channels);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            // With no device at all Java throws IllegalArgumentException.
            throw new AudioUnavailableException(e);
        }
    }

    private static final class Line implements AudioLine {
        private final SourceDataLine line;
        private final int channels;
        private byte[] bytes = new byte[0];

        Line(SourceDataLine line, int channels) {
            this.line = line;
            this.channels = channels;
        }

        @Override
        public void write(float[] interleaved, int frames) {
            int count = frames * channels;
            Objects.checkFromIndexSize(0, count, interleaved.length);
            if (bytes.length < BYTES * count) {
                bytes = new byte[BYTES * count];
            }
            for (int i = 0; i < count; i++) {
                int value = Math.round(Math.max(-1, Math.min(1, interleaved[i])) * Short.MAX_VALUE);
                bytes[2 * i] = (byte) value;
                bytes[2 * i + 1] = (byte) (value >> 8);
            }
            line.write(bytes, 0, BYTES * count);
        }

        @Override
        public long played() {
            return line.getLongFramePosition();
        }

        @Override
        public void drain() {
            line.drain();
        }

        @Override
        public void close() {
            line.stop();
            line.flush();
            line.close();
        }
    }
}
