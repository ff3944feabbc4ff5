package io.nacre.codec.image;

import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.models.ModelException;
import java.io.IOException;

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
     * @throws ModelException if the pack has no sender
     */
    public byte[] encode(Pixels pixels, Metadata metadata, EncodeOptions options, Progress progress)
            throws IOException {
        EncodeTarget target = options.target();
        boolean search = !(target instanceof EncodeTarget.Quality);
        EncodePass pass = new EncodePass(model, pixels, metadata, options.tileSize(), search, progress);
        if (target instanceof EncodeTarget.Quality quality) {
            return pass.encode((int) Math.round(quality.value() / 100 * ImageHeader.MAX_QUALITY));
        }
        TargetSearch targetSearch = new TargetSearch(model, pixels, pass);
        if (target instanceof EncodeTarget.Bytes bytes) {
            return targetSearch.largestWithin(bytes.value());
        }
        if (target instanceof EncodeTarget.BitsPerPixel bpp) {
            long area = (long) pixels.width() * pixels.height();
            return targetSearch.largestWithin((long) Math.floor(bpp.value() * area / 8));
        }
        return targetSearch.smallestReaching(((EncodeTarget.Psnr) target).value());
    }
}
