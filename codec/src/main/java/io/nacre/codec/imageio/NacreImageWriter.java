package io.nacre.codec.imageio;

import io.nacre.codec.CancelledException;
import io.nacre.codec.Codec;
import io.nacre.codec.Monitor;
import io.nacre.codec.Picture;
import io.nacre.codec.PictureSettings;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;

/** Writes Nacre pictures: nothing until all is encoded. Not thread-safe, but for {@link #abort}. */
final class NacreImageWriter extends ImageWriter {
    private final Codec codec;
    private volatile Monitor monitor = new Monitor();

    NacreImageWriter(ImageWriterSpi provider, Codec codec) {
        super(provider);
        this.codec = codec;
    }

    @Override
    public ImageWriteParam getDefaultWriteParam() {
        return new NacreImageWriteParam(getLocale());
    }

    @Override
    public IIOMetadata getDefaultStreamMetadata(ImageWriteParam param) {
        return null;
    }

    @Override
    public IIOMetadata getDefaultImageMetadata(ImageTypeSpecifier type, ImageWriteParam param) {
        return null;
    }

    @Override
    public IIOMetadata convertStreamMetadata(IIOMetadata metadata, ImageWriteParam param) {
        return null;
    }

    /** Keeps what a reader of this format gave; nothing is taken from other formats. */
    @Override
    public IIOMetadata convertImageMetadata(IIOMetadata metadata, ImageTypeSpecifier type, ImageWriteParam param) {
        return metadata instanceof NacreImageMetadata ? metadata : null;
    }

    @Override
    public void write(IIOMetadata streamMetadata, IIOImage image, ImageWriteParam param) throws IOException {
        if (output == null) {
            throw new IllegalStateException("no output has been set");
        }
        if (image.hasRaster()) {
            throw new UnsupportedOperationException("images are written, rasters are not");
        }
        Picture picture = Picture.of(SourceImage.of(image.getRenderedImage(), param));
        if (image.getMetadata() instanceof NacreImageMetadata metadata) {
            picture = picture.withMetadata(metadata.exif(), metadata.xmp());
        }
        encode(picture, settings(param));
    }

    private static PictureSettings settings(ImageWriteParam param) {
        if (param instanceof NacreImageWriteParam own) {
            return own.getSettings();
        }
        return param != null
                        && param.canWriteCompressed()
                        && param.getCompressionMode() == ImageWriteParam.MODE_EXPLICIT
                ? PictureSettings.ofQuality(100.0 * param.getCompressionQuality())
                : PictureSettings.DEFAULT;
    }

    private void encode(Picture picture, PictureSettings settings) throws IOException {
        clearAbortRequest();
        monitor = new Monitor(share -> processImageProgress((float) (100 * share)));
        processImageStarted(0);
        if (abortRequested()) {
            monitor.cancel();
        }
        try {
            byte[] file = codec.encode(picture, settings, monitor);
            ((ImageOutputStream) output).write(file);
        } catch (CancelledException e) {
            processWriteAborted();
            return;
        }
        processImageComplete();
    }

    @Override
    public synchronized void abort() {
        super.abort();
        monitor.cancel();
    }
}
