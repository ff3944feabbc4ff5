package io.nacre.samples;

import io.nacre.codec.Codec;
import io.nacre.codec.Monitor;
import io.nacre.codec.SoundFile;
import io.nacre.codec.SoundSettings;
import io.nacre.codec.SoundStream;
import java.io.IOException;
import java.nio.file.Path;

/** Compresses a recording, plays from its middle on (here: measures the level), and writes it back as WAV. */
public final class SoundExample {
    private static final int BLOCK = 4096;

    private SoundExample() {}

    /** @param args a recording, and a folder to write into */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        Path talk = folder.resolve("talk.nacre");
        try (Codec codec = Codec.open()) {
            Monitor monitor = new Monitor(done -> System.out.printf("%.0f %%%n", 100 * done));
            codec.encodeSound(Path.of(args[0]), talk, SoundSettings.ofKbps(6), monitor);

            SoundFile file = codec.openSound(talk);
            System.out.printf(
                    "%.1f s at %.2f kbit/s%n",
                    file.info().seconds(), file.info().kbps());
            System.out.printf("level of the second half: %.1f dB%n", 10 * Math.log10(powerFrom(file, 0.5)));
            file.write(folder.resolve("talk.wav"), new Monitor());
        }
    }

    private static double powerFrom(SoundFile file, double share) throws IOException {
        double sum = 0;
        long count = 0;
        try (SoundStream sound = file.stream()) {
            sound.seek((long) (share * sound.frames()));
            float[] block = new float[BLOCK * sound.channels()];
            for (int n = sound.read(block, 0, BLOCK); n >= 0; n = sound.read(block, 0, BLOCK)) {
                for (int i = 0; i < n * sound.channels(); i++) {
                    sum += block[i] * block[i];
                }
                count += (long) n * sound.channels();
            }
        }
        return sum / count;
    }
}
