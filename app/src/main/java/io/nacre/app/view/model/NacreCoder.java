package io.nacre.app.view.model;

import io.nacre.app.pack.OpenModels;
import io.nacre.app.view.render.Layer;
import io.nacre.app.view.render.Picture;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.image.DecodedImage;
import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.codec.image.ImageEncoder;
import io.nacre.codec.image.ImageModel;
import io.nacre.codec.image.Progress;
import io.nacre.codec.raster.Metadata;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Nacre with one of its packs. */
public final class NacreCoder implements Coder {
    /** Id of the coder that every picture begins with. */
    public static final String ID = "nacre";

    /** Pixels around a part that are coded with it and thrown away: its edges are to look as in the whole. */
    private static final int HALO = 64;
    /** Share of the time that encoding takes. */
    private static final double ENCODING = 0.5;

    private final OpenModels models;
    private final String pack;

    public NacreCoder(OpenModels models, String pack) {
        this.models = models;
        this.pack = pack;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Nacre";
    }

    @Override
    public boolean hasEffort() {
        return true;
    }

    @Override
    public Result code(Original original, Recipe recipe, DoubleConsumer progress) throws IOException {
        ImageModel model = models.image(pack);
        EncodeOptions options =
                EncodeOptions.DEFAULT.withTarget(recipe.target()).withEffort(recipe.effort());
        long start = System.nanoTime();
        byte[] file = new ImageEncoder(model)
                .encode(
                        original.picture().exact(),
                        original.metadata(),
                        options,
                        (done, total) -> progress.accept(ENCODING * done / total));
        double encodeSeconds = (System.nanoTime() - start) / 1e9;
        ContainerReader reader = open(file);
        start = System.nanoTime();
        Picture decoded =
                decode(model, reader, null, (done, total) -> progress.accept(ENCODING + (1 - ENCODING) * done / total));
        double decodeSeconds = (System.nanoTime() - start) / 1e9;
        NacreFile coded = new NacreFile(reader, file, model.name());
        return new Result(
                recipe,
                title(),
                decoded,
                file.length,
                String.format(Locale.ROOT, "q=%.1f", coded.quality()),
                coded.quality(),
                encodeSeconds,
                decodeSeconds,
                coded);
    }

    @Override
    public Optional<Layer> preview(Original original, Recipe recipe, Rectangle part, Layer base) throws IOException {
        if (!(recipe.target() instanceof EncodeTarget.Quality)) {
            return Optional.empty(); // the part alone does not tell which quality meets the whole's size
        }
        ImageModel model = models.image(pack);
        Rectangle around = new Rectangle(part);
        around.grow(HALO, HALO);
        around = around.intersection(
                new Rectangle(original.picture().width(), original.picture().height()));
        EncodeOptions options =
                EncodeOptions.DEFAULT.withTarget(recipe.target()).withEffort(EncodeOptions.MIN_EFFORT);
        CroppedPixels pixels = new CroppedPixels(original.picture().exact(), around);
        byte[] file = new ImageEncoder(model).encode(pixels, Metadata.NONE, options, Progress.NONE);
        Rectangle inner = new Rectangle(part.x - around.x, part.y - around.y, part.width, part.height);
        Picture seen = decode(model, open(file), inner, Progress.NONE);
        return Optional.of(base.withPart(seen, part.x, part.y));
    }

    /** What this program has just written is within its own limits. */
    private static ContainerReader open(byte[] file) throws IOException {
        return ContainerReader.open(
                ByteBuffer.wrap(file), Limits.DEFAULT.withPixels(Long.MAX_VALUE).withSide(Integer.MAX_VALUE));
    }

    private static Picture decode(ImageModel model, ContainerReader reader, Rectangle crop, Progress progress)
            throws IOException {
        try (DecodedImage image = new ImageDecoder(model).decode(reader, crop, progress)) {
            return Picture.of(image);
        }
    }
}
