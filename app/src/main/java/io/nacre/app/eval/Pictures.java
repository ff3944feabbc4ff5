package io.nacre.app.eval;

import io.nacre.app.eval.codec.Medium;
import io.nacre.app.eval.codec.PictureMedium;
import io.nacre.app.picture.RgbPicture;
import io.nacre.codec.metrics.MsSsim;
import io.nacre.codec.metrics.Psnr;
import io.nacre.codec.metrics.PsnrHvs;
import io.nacre.codec.metrics.Ssimulacra2;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.Pixels;
import io.nacre.codec.raster.RowSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Pictures: 16 bits are rounded to 8, colours converted to sRGB, and what is transparent shows white. Originals are
 * written as PNG.
 */
public final class Pictures implements Media<RgbPicture> {
    private final Medium<RgbPicture> medium = new PictureMedium();

    @Override
    public Medium<RgbPicture> medium() {
        return medium;
    }

    @Override
    public Item prepare(Path file, String name, Path originals, List<String> warnings) throws IOException {
        Pixels pixels = ImageInput.load(file, ImageInputOptions.DEFAULT).pixels();
        if (pixels.alpha()) {
            warnings.add(name + " has transparency, which is measured as white.");
        }
        RgbPicture picture = RgbPicture.of(RowSource.of(pixels));
        String sha256 = ItemFolder.sha256(file);
        Path original = ItemFolder.folder(originals, name, sha256).resolve("original.png");
        Files.createDirectories(original.getParent());
        medium.write(picture, "png", original);
        return new PictureItem(name, sha256, picture.width(), picture.height(), original);
    }

    @Override
    public RgbPicture load(Item item) throws IOException {
        return medium.read(item.original());
    }

    @Override
    public Map<String, Double> measure(List<Metric> metrics, RgbPicture original, RgbPicture decoded) {
        Map<String, Double> values = new TreeMap<>();
        for (Metric metric : metrics) {
            measure(metric, original, decoded).ifPresent(value -> values.put(metric.id(), value));
        }
        return values;
    }

    private static OptionalDouble measure(Metric metric, RgbPicture original, RgbPicture decoded) {
        byte[] a = original.rgb();
        byte[] b = decoded.rgb();
        int width = original.width();
        int height = original.height();
        return switch (metric) {
            case PSNR_RGB -> OptionalDouble.of(Psnr.of(a, b));
            case PSNR_Y -> OptionalDouble.of(Psnr.ofLuma(a, b));
            case MS_SSIM -> MsSsim.of(a, b, width, height);
            case SSIMULACRA2 -> Ssimulacra2.of(a, b, width, height);
            case PSNR_HVS -> PsnrHvs.of(a, b, width, height);
            default -> throw new IllegalArgumentException(metric + " is none of pictures");
        };
    }

    @Override
    public Keeper<RgbPicture> keeper() {
        return new DecodedPictures(medium);
    }
}
