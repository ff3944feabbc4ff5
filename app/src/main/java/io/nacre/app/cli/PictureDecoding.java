package io.nacre.app.cli;

import io.nacre.app.pack.OpenModels;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.image.DecodedImage;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.codec.image.LostTile;
import io.nacre.codec.raster.ImageOutput;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.RowSource;
import io.nacre.codec.raster.UnsupportedImageException;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decodes pictures. */
final class PictureDecoding implements Decoding {
    private final OutputFormat format;
    private final Rectangle crop;
    private final Scale scale;
    private final boolean salvaging;
    private final OpenModels models;
    private final Reporter reporter;

    /**
     * Takes the options.
     *
     * @param crop the part that is wanted, in pixels, or null for all
     * @param salvaging whether damaged tiles are filled
     */
    PictureDecoding(
            OutputFormat format, Rectangle crop, Scale scale, boolean salvaging, OpenModels models, Reporter reporter) {
        this.format = format;
        this.crop = crop;
        this.scale = scale;
        this.salvaging = salvaging;
        this.models = models;
        this.reporter = reporter;
    }

    @Override
    public void check(ContainerReader file) throws CommandException {
        if (crop == null) {
            if (!salvaging) {
                Damage.refuse(file); // a crop needs not all tiles
            }
            return;
        }
        ImageHeader header = file.header();
        Rectangle whole = new Rectangle(header.width(), header.height());
        if (crop.isEmpty() || !whole.contains(crop)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "the crop is not inside the picture of " + header.width() + " x " + header.height() + " pixels");
        }
    }

    @Override
    public Outcome decode(Job job, ContainerReader file, OutputStream out) throws IOException {
        ImageDecoder plain = new ImageDecoder(models.image(file.header().packId()));
        ImageDecoder decoder = salvaging ? plain.salvaging() : plain;
        int width;
        int height;
        List<String> notes;
        Losses losses;
        try (ProgressBar progress = reporter.progress(job.input());
                DecodedImage image = decoder.decode(file, crop, progress)) {
            RowSource rows = scale.apply(image);
            width = rows.width();
            height = rows.height();
            Metadata metadata = new Metadata(
                    file.exif().orElse(null),
                    file.icc().orElse(null),
                    file.xmp().orElse(null));
            notes = ImageOutput.write(rows, out, format.extension(), metadata);
            losses = losses(image.lostTiles(), file.header());
        } catch (UnsupportedImageException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, e.getMessage(), e);
        }
        notes.forEach(note -> reporter.note(job.output(), note));
        return new Outcome(
                String.format(Locale.ROOT, "%d x %d pixels", width, height),
                json -> json.value("width", width).value("height", height),
                losses);
    }

    private Losses losses(List<LostTile> tiles, ImageHeader header) {
        Rectangle whole = crop != null ? crop : new Rectangle(header.width(), header.height());
        double pixels = 0;
        List<Losses.Part> parts = new ArrayList<>();
        for (LostTile tile : tiles) {
            Rectangle place = tile.place();
            Rectangle part = place.intersection(whole);
            pixels += (double) part.width * part.height;
            parts.add(new Losses.Part(
                    "tile " + tile.number() + ", " + place.width + " x " + place.height + " pixels at " + place.x + ","
                            + place.y,
                    tile.problem(),
                    json -> json.value("tile", tile.number())
                            .value("x", place.x)
                            .value("y", place.y)
                            .value("width", place.width)
                            .value("height", place.height)));
        }
        return new Losses("picture", pixels / whole.width / whole.height, "filled from what is around it", parts);
    }
}
