package io.nacre.app.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.eval.codec.Codec;
import io.nacre.app.eval.codec.CodecInfo;
import io.nacre.app.eval.codec.Coded;
import io.nacre.app.eval.codec.Cost;
import io.nacre.app.eval.codec.MediaKind;
import io.nacre.app.eval.codec.Source;
import io.nacre.app.picture.RgbPicture;
import io.nacre.app.view.render.Picture;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.raster.Metadata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools of others meet sizes and qualities by bisection. */
class RivalCoderTest {
    /** Writes 50 (64 - cq) bytes and adds cq / 2 to every sample. */
    private static final class Tool implements Codec<RgbPicture> {
        final List<String> settings = new ArrayList<>();

        @Override
        public CodecInfo info() {
            List<String> sweep = List.of("cq=63", "cq=43", "cq=20", "cq=9");
            return new CodecInfo(
                    "tool", "tool", MediaKind.PICTURE, "Tool", "", List.of(), List.of(), sweep, "1", "1", 0, null);
        }

        @Override
        public Coded<RgbPicture> code(Source<RgbPicture> source, String setting, Path work) {
            settings.add(setting);
            int cq = Integer.parseInt(setting.substring("cq=".length()));
            RgbPicture picture = source.content();
            byte[] rgb = picture.rgb().clone();
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (byte) (rgb[i] + cq / 2);
            }
            RgbPicture decoded = new RgbPicture(picture.width(), picture.height(), rgb);
            Cost cost = new Cost(1, 1, 0);
            return new Coded<>(50L * (64 - cq), decoded, cost, cost);
        }
    }

    private final Tool tool = new Tool();

    private static Original original() {
        Picture picture = Picture.of(new RgbPicture(20, 10, new byte[600]));
        return new Original(null, "test", picture, Metadata.NONE, "", 0, List.of(), null);
    }

    private Result code(EncodeTarget target) throws IOException, InterruptedException {
        try (RivalSource source = new RivalSource()) {
            return new RivalCoder(tool, source).code(original(), new Recipe("tool", target, 3), share -> {});
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 500, 777, 1999, 2730, 100_000})
    void largestWithinASize(long size) throws IOException, InterruptedException {
        long best = Math.min(50 * 55, size / 50 * 50);
        Result result = code(new EncodeTarget.Bytes(size));
        assertTrue(result.bytes() <= size, result.bytes() + " bytes");
        assertTrue(result.bytes() == best || result.bytes() >= 0.99 * size, result.bytes() + " of " + best);
        assertTrue(tool.settings.size() <= 10, tool.settings::toString);
    }

    @Test
    void smallestReachingAPsnr() throws IOException, InterruptedException {
        double wanted = 20 * Math.log10(255.0 / 12);
        Result result = code(new EncodeTarget.Psnr(wanted - 1e-9));
        assertEquals(50.0 * (64 - 25), (double) result.bytes(), 50);
        assertTrue(result.setting().matches("cq=2[45]"), result.setting());
    }

    @Test
    void saysWhatCannotBeMet() {
        assertThrows(IOException.class, () -> code(new EncodeTarget.Bytes(49)));
        assertThrows(IOException.class, () -> code(new EncodeTarget.Psnr(90)));
    }

    @ParameterizedTest
    @CsvSource({"0, cq=63", "100, cq=9", "50, cq=32", "16.7, cq=53"})
    void sliderGoesThroughTheSweep(double quality, String setting) throws IOException, InterruptedException {
        assertEquals(setting, code(new EncodeTarget.Quality(quality)).setting());
    }

    @ParameterizedTest
    @CsvSource({"0, d=25", "25, d=13.5", "50, d=2", "75, d=1.25", "87.5, d=0.88", "100, d=0.5"})
    void decimalsStayDecimals(double quality, String setting) {
        assertEquals(setting, new SettingScale(List.of("d=25", "d=2", "d=0.5")).setting(quality));
    }
}
