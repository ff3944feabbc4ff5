package io.nacre.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.Header;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.SampleFormat;
import io.nacre.codec.container.SoundHeader;
import io.nacre.models.PackId;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What files may ask for, by default and by choice; every refusal says what was asked, what is allowed and what raises it. */
class CodecLimitsTest {
    private static final PackId PACK = new PackId(1);

    @TempDir
    private static Path packs;

    private static byte[] file(Header header, int profile, int exif, int extraTiles) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, header);
        if (profile > 0) {
            writer.writeIcc(new byte[profile]);
        }
        if (exif > 0) {
            writer.writeExif(new byte[exif]);
        }
        writer.writeTiles(Collections.nCopies((int) header.tileCount() + extraTiles, new byte[0]));
        writer.finish();
        return out.toByteArray();
    }

    private static byte[] picture(int width, int height, int tileSize) throws IOException {
        return file(new ImageHeader(width, height, false, true, true, false, PACK, 0, tileSize), 0, 0, 0);
    }

    private static byte[] sound(int rate, long samples, int channels) throws IOException {
        return file(new SoundHeader(rate, samples, channels, false, SampleFormat.PCM_16, PACK, 0, 256), 0, 0, 0);
    }

    private static Codec codec(UnaryOperator<CodecBuilder> choice) {
        return choice.apply(Codec.builder()).build();
    }

    private static void assertRefused(Executable call, String... parts) {
        LimitExceededException e = assertThrows(LimitExceededException.class, call);
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), e.getMessage() + " lacks " + part);
        }
    }

    @Test
    void pixelsAndSides() throws IOException {
        byte[] many = picture(1 << 16, 1 << 13, 4096);
        byte[] wide = picture((1 << 20) + 1, 1, 4096);
        try (Codec codec = Codec.open()) {
            assertRefused(() -> codec.openPicture(many), "536870912", "268435456", "CodecBuilder.maxPixels");
            assertRefused(() -> codec.info(many), "--max-pixels");
            assertRefused(() -> codec.openPicture(wide), "1048577", "1048576", "CodecBuilder.maxSide", "--max-side");
        }
        try (Codec codec = codec(b -> b.maxPixels(1L << 29).maxSide(1 << 21))) {
            assertEquals(1 << 16, codec.openPicture(many).info().width());
            assertEquals((1 << 20) + 1, codec.openPicture(wide).info().width());
        }
    }

    @Test
    void secondsAndChannels() throws IOException {
        byte[] lasting = sound(1000, 1000L * (24 * 3600 + 1), 1);
        byte[] crowded = sound(8000, 8000, 33);
        try (Codec codec = Codec.open()) {
            assertRefused(() -> codec.openSound(lasting), "86401", "86400", "CodecBuilder.maxSeconds", "--max-seconds");
            assertRefused(() -> codec.openSound(crowded), "33", "32", "CodecBuilder.maxChannels", "--max-channels");
        }
        try (Codec codec = codec(b -> b.maxSeconds(100_000).maxChannels(40))) {
            assertEquals(33, codec.openSound(crowded).info().channels());
            assertEquals(86401, codec.openSound(lasting).info().seconds());
        }
    }

    @Test
    void metadataAndFiles() throws IOException {
        ImageHeader header = new ImageHeader(10, 10, false, false, false, true, PACK, 0, 64);
        byte[] file = file(header, 1000, 2000, 0);
        try (Codec codec = codec(b -> b.maxProfile(999))) {
            assertRefused(() -> codec.openPicture(file), "iCCP", "1000", "999", "CodecBuilder.maxProfile");
        }
        try (Codec codec = codec(b -> b.maxMetadata(1999))) {
            assertRefused(() -> codec.openPicture(file), "eXIF", "2000", "1999", "CodecBuilder.maxMetadata");
        }
        try (Codec codec = codec(b -> b.maxBoxes(4))) { // HEAD, iCCP, eXIF, ENDN
            assertEquals(10, codec.openPicture(file).info().width());
        }
        try (Codec codec = codec(b -> b.maxBoxes(3))) {
            assertRefused(() -> codec.openPicture(file), "3", "CodecBuilder.maxBoxes");
        }
        try (Codec codec = codec(b -> b.maxFileSize(file.length - 1))) {
            assertRefused(
                    () -> codec.openPicture(new ByteArrayInputStream(file)),
                    Integer.toString(file.length - 1),
                    "CodecBuilder.maxFileSize");
        }
        try (Codec codec = codec(b -> b.maxFileSize(file.length))) {
            assertEquals(
                    10, codec.openPicture(new ByteArrayInputStream(file)).info().width());
        }
    }

    /** Small files that declare large things: refused before the model, which is not there, is even looked for. */
    @Test
    void memory() throws IOException {
        byte[] large = picture(1 << 14, 1 << 14, 4096);
        byte[] lasting = sound(768_000, 768_000L * 3600, 2);
        try (Codec codec = codec(b -> b.maxMemory(256 << 20))) {
            PictureFile file = codec.openPicture(large);
            assertRefused(file::decode, "MiB, 256 are allowed", "CodecBuilder.maxMemory", "-Xmx");
            Rectangle corner = new Rectangle(64, 64);
            // One tile of 4096 pixels a side, and a ring that touches no other: 160 MiB.
            assertThrows(ModelUnavailableException.class, () -> file.decode(corner, new Monitor()));
            assertRefused(
                    () -> file.decode(new Rectangle(4090, 4090, 20, 20), new Monitor()), "CodecBuilder.maxMemory");
            assertRefused(
                    () -> file.readRows(new Rectangle(1 << 14, 1), (y, rgba) -> {}, new Monitor()),
                    "CodecBuilder.maxMemory");
            assertRefused(() -> codec.openSound(lasting).decode(), "more than a Java array", "stream");
        }
    }

    @Test
    void sizesBeyondArrays() throws IOException {
        byte[] huge = file(new ImageHeader(1 << 18, 1 << 18, false, true, true, false, PACK, 0, 4096), 0, 0, 0);
        try (Codec codec = codec(
                b -> b.maxPixels(Long.MAX_VALUE).maxSide(Integer.MAX_VALUE).maxMemory(Long.MAX_VALUE))) {
            assertRefused(() -> codec.openPicture(huge).decode(), "262144 x 262144", "regions");
        }
    }

    @Test
    void timeOfDecoding() throws IOException {
        try (Codec codec =
                CodecFixture.tiny(packs).timeLimit(Duration.ofNanos(1)).build()) {
            byte[] file = codec.encode(Picture.of(64, 64, 3, CodecFixture.bytes(64, 64, 3)), CodecFixture.PICTURE);
            assertRefused(() -> codec.openPicture(file).decode(), "CodecBuilder.timeLimit");
        }
    }

    @Test
    void encodingKeepsToThemToo() throws IOException {
        Picture picture = Picture.of(100, 100, 3, CodecFixture.bytes(100, 100, 3));
        Sound sound = Sound.of(16000, 2, CodecFixture.tones(16000, 2, 40000));
        try (Codec codec =
                CodecFixture.tiny(packs).maxPixels(9999).maxSeconds(2).build()) {
            assertRefused(() -> codec.encode(picture, CodecFixture.PICTURE), "10000", "9999");
            assertRefused(() -> codec.encode(sound, CodecFixture.SOUND), "2 s", "CodecBuilder.maxSeconds");
        }
        try (Codec codec = CodecFixture.tiny(packs).maxChannels(1).build()) {
            assertRefused(() -> codec.encode(sound, CodecFixture.SOUND), "2 channels", "CodecBuilder.maxChannels");
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Codec.builder().maxPixels(0));
        assertThrows(IllegalArgumentException.class, () -> Codec.builder().maxMemory(0));
        assertThrows(IllegalArgumentException.class, () -> Codec.builder().threads(-1));
        assertThrows(IllegalArgumentException.class, () -> Codec.builder().timeLimit(Duration.ZERO));
    }
}
