package io.nacre.codec.image;

import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Encodes pictures with one opened pack. Thread-safe. The same bytes come out for any number of threads on one machine,
 * device and runtime.
 */
public final class ImageEncoder {
    private final ImageModel model;

    public ImageEncoder(ImageModel model) {
        this.model = model;
    }

    /**
     * Encodes a picture.
     *
     * @param metadata its profile says that the samples are in that colour space
     * @return the file
     * @throws TargetException if no quality meets the target
     * @throws ModelException if the pack has no sender, or none that can search where the effort asks for it
     * @throws java.io.InterruptedIOException if the thread is interrupted
     */
    public byte[] encode(Pixels pixels, Metadata metadata, EncodeOptions options, Progress progress)
            throws IOException {
        EncodePass pass = new EncodePass(
                model,
                pixels,
                metadata,
                options.tileSize(),
                !(options.target() instanceof EncodeTarget.Quality),
                progress);
        try {
            return encode(pixels, options.target(), pass, Effort.of(options.effort()));
        } catch (UncheckedIOException e) { // from pixels that are read on demand, or an interruption
            throw e.getCause();
        }
    }

    private byte[] encode(Pixels pixels, EncodeTarget target, EncodePass pass, Effort effort) throws IOException {
        if (target instanceof EncodeTarget.Quality quality) {
            return pass.encode((int) Math.round(quality.value() / 100 * ImageHeader.MAX_QUALITY), effort);
        }
        TargetSearch search = new TargetSearch(model, pixels, pass, effort);
        if (target instanceof EncodeTarget.Bytes bytes) {
            return search.largestWithin(bytes.value());
        }
        if (target instanceof EncodeTarget.BitsPerPixel bpp) {
            long area = (long) pixels.width() * pixels.height();
            return search.largestWithin((long) Math.floor(bpp.value() * area / 8));
        }
        return search.smallestReaching(((EncodeTarget.Psnr) target).value());
    }
}
