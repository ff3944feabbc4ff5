package io.nacre.app.cli;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.ImageEncoder;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.Metadata;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;

/** Encodes pictures. */
final class PictureEncoding implements Encoding {
    static final String DEFAULT_PACK = "image-fidelity";

    private final InputReader input;
    private final EncodeOptions options;
    private final boolean keepIcc;
    private final boolean strip;
    private final String pack;
    private final OpenModels models;
    private final Reporter reporter;

    /**
     * @param keepIcc whether samples stay as they are and their profile is kept
     * @param strip whether EXIF and XMP are left out
     */
    PictureEncoding(
            InputReader input,
            EncodeOptions options,
            boolean keepIcc,
            boolean strip,
            String pack,
            OpenModels models,
            Reporter reporter) {
        this.input = input;
        this.options = options;
        this.keepIcc = keepIcc;
        this.strip = strip;
        this.pack = pack;
        this.models = models;
        this.reporter = reporter;
    }

    @Override
    public Outcome encode(Path path, OutputStream out) throws IOException {
        ImageInput.Loaded picture = input.picture(path, keepIcc);
        picture.notes().forEach(note -> reporter.note(path, note));
        Metadata all = picture.metadata();
        Metadata metadata = strip ? new Metadata(null, all.icc(), null) : all;
        ImageEncoder encoder = new ImageEncoder(models.image(pack));
        byte[] file;
        try (ProgressBar progress = reporter.progress(path)) {
            file = encoder.encode(picture.pixels(), metadata, options, progress);
        }
        out.write(file);
        return outcome(file);
    }

    private static Outcome outcome(byte[] file) throws IOException {
        Limits own = Limits.DEFAULT.withPixels(Long.MAX_VALUE).withSide(Integer.MAX_VALUE);
        ImageHeader header = ContainerReader.open(ByteBuffer.wrap(file), own).header();
        double bitsPerPixel = 8.0 * file.length / header.width() / header.height();
        double quality = 100.0 * header.quality() / ImageHeader.MAX_QUALITY;
        return new Outcome(
                String.format(Locale.ROOT, "%,d bytes, %.2f bpp, quality %.1f", file.length, bitsPerPixel, quality),
                json -> json.value("width", header.width())
                        .value("height", header.height())
                        .value("bytes", file.length)
                        .value("bitsPerPixel", bitsPerPixel)
                        .value("quality", quality));
    }
}
