package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The files in {@code odd_audio} of the project's data, against what another program (libsndfile) makes of them. Runs
 * where the environment variable NACRE_DATA, or the system property of that name, says where the data is.
 */
class OddSoundTest {
    private static final String CONVERT = "convert it with: ffmpeg -i IN OUT.wav";
    private static final String BUILD =
            " cannot be read by this build; build with: mvn -Pffmpeg -DskipTests package, or " + CONVERT;

    /** How the files that are refused are refused. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("aac_44100.m4a", "M4A" + BUILD),
            Map.entry("vorbis_44100.ogg", "Ogg Vorbis" + BUILD),
            Map.entry("opus_48000.opus", "Ogg Opus" + BUILD),
            Map.entry("mp3_44100.mp3", "MP3" + BUILD),
            Map.entry("s16_16000.caf", "CAF" + BUILD),
            Map.entry("ima_adpcm_22050_mono.wav", "WAV with IMA ADPCM (format tag 0x0011) cannot be read; " + CONVERT),
            Map.entry(
                    "ms_adpcm_22050_mono.wav",
                    "WAV with Microsoft ADPCM (format tag 0x0002) cannot be read; " + CONVERT),
            Map.entry("mp3_inside.wav", "WAV with MP3 (format tag 0x0055) cannot be read; " + CONVERT),
            Map.entry("text.wav", "not a sound of a known format; if it is one, " + CONVERT),
            Map.entry("image.wav", "not a sound of a known format; if it is one, " + CONVERT),
            Map.entry("zero_bytes.wav", "the file is empty"),
            Map.entry("only_riff.wav", "the WAV file has no fmt chunk"),
            Map.entry("no_fmt.wav", "no fmt chunk comes before the data chunk"),
            Map.entry("data_before_fmt.wav", "no fmt chunk comes before the data chunk"),
            Map.entry("no_data.wav", "the WAV file has no data chunk"),
            Map.entry("fmt_too_short.wav", "the fmt chunk has 14 bytes, less than its 16"),
            Map.entry("zero_channels.wav", "the header says 0 channels; 1 to 255 can be read"),
            Map.entry("channels_65535.wav", "the header says 65535 channels; 1 to 255 can be read"),
            Map.entry("rate_zero.wav", "the header says 0 Hz; sample rates from 1 to 768000 Hz can be read"),
            Map.entry(
                    "rate_4294967295.wav",
                    "the header says 4294967295 Hz; sample rates from 1 to 768000 Hz can be read"),
            Map.entry(
                    "f32_nan_inf.wav", "the sample of frame 100, channel 0 is NaN; only finite samples can be coded"));

    /** Frames, rate and channels where the other program refuses or gives up what is there. */
    private static final Map<String, String> READ = Map.of(
            "data_size_zero_stream.wav", "4800,16000,1",
            "bw64.wav", "4800,16000,1",
            "odd_chunk_no_pad.wav", "4800,16000,1",
            "two_data_chunks.wav", "1600,16000,1");

    private static final Map<String, String> WARNED = Map.of(
            "truncated.wav", "the header says 4800 frames, the file ends after 3500",
            "claims_4gib.wav", "the header says 1073741820 frames, the file ends after 1000",
            "rf64_huge.wav", "the header says 2305843009213693952 frames, the file ends after 500",
            "data_size_zero_stream.wav", "the header was never finished, the sound is read to the end of the file",
            "block_align_wrong.wav", "the header says 3 bytes a frame, which were taken as 4",
            "odd_chunk_no_pad.wav", "no padding behind the chunk \"junk\", which has an odd length",
            "two_data_chunks.wav", "the file has a second data chunk, which was left out");

    @Test
    void everyFileIsReadOrRefusedInOneSentence() throws IOException {
        String data = System.getenv().getOrDefault("NACRE_DATA", System.getProperty("NACRE_DATA"));
        assumeTrue(data != null, "NACRE_DATA does not say where odd_audio is");
        Path folder = Path.of(data, "odd_audio");
        List<Executable> checks = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("expected.csv"))) {
            String[] row = line.split(",", 3); // name, class, frames and so on
            if (!row[0].equals("file")) {
                checks.add(() -> check(folder.resolve(row[0]), row[2]));
            }
        }
        assertEquals(80, checks.size());
        assertAll(checks);
    }

    private static void check(Path file, String expected) throws IOException {
        String name = file.getFileName().toString();
        if (REFUSED.containsKey(name)) {
            String message = assertThrows(IOException.class, () -> read(file)).getMessage();
            assertEquals(file + ": " + REFUSED.get(name), message);
            return;
        }
        Frames frames = read(file);
        SoundFormat format = frames.format();
        assertEquals(
                READ.getOrDefault(name, expected),
                frames.count() + "," + format.sampleRate() + "," + format.channels());
        String warnings = String.join("; ", frames.warnings());
        assertEquals(WARNED.getOrDefault(name, ""), warnings, name);
        double energy = 0;
        for (float sample : frames.samples()) {
            energy += sample * sample;
        }
        double rms = Math.sqrt(energy / Math.max(1, frames.samples().length));
        if (name.startsWith("silence") || name.startsWith("empty") || name.contains("denormal")) {
            assertEquals(0, rms, name);
        } else if (name.matches("[sfu](8|16|20|24|32|64)[_i].*|sowt.*|[am]u?law.*|r.*|.*64.wav|flac.*")) {
            // Chirps of one loudness: wrong byte order, sign or scale would be noise, or far louder or quieter.
            assertEquals(name.contains("over_one") ? 2.19 : 0.28, rms, 0.02, name);
        } else {
            assertTrue(rms > 0.02 && rms <= 1, name + ": RMS " + rms);
        }
    }

    private static Frames read(Path file) throws IOException {
        try (SoundInput in = SoundInput.open(file)) {
            return Frames.of(in, 1000);
        }
    }
}
