package io.nacre.app.cli;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.image.DecodedImage;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.codec.raster.ImageOutput;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.RowSource;
import io.nacre.codec.raster.UnsupportedImageException;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Decodes pictures. */
final class PictureDecoding implements Decoding {
    private final OutputFormat format;
    private final Rectangle crop;
    private final Scale scale;
    private final OpenModels models;
    private final Reporter reporter;

    /** @param crop the part that is wanted, in pixels, or null for all */
    PictureDecoding(OutputFormat format, Rectangle crop, Scale scale, OpenModels models, Reporter reporter) {
        this.format = format;
        this.crop = crop;
        this.scale = scale;
        this.models = models;
        this.reporter = reporter;
    }

    @Override
    public void check(ContainerReader file) throws CommandException {
        if (crop == null) {
            Damage.refuse(file);
            return; // a crop needs not all tiles
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
        ImageDecoder decoder = new ImageDecoder(models.image(file.header().packId()));
        int width;
        int height;
        List<String> notes;
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
        } catch (UnsupportedImageException e) {
            throw new CommandException(ExitCode.CANNOT_WRITE, e.getMessage(), e);
        }
        notes.forEach(note -> reporter.note(job.output(), note));
        return new Outcome(
                String.format(Locale.ROOT, "%d x %d pixels", width, height),
                json -> json.value("width", width).value("height", height));
    }
}
