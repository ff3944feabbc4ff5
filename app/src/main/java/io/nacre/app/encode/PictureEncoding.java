package io.nacre.app.encode;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.ImageEncoder;
import io.nacre.codec.image.ImageModel;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.Metadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Encodes pictures. */
public final class PictureEncoding implements Encoding {
    public static final String DEFAULT_PACK = "image-fidelity";

    private final EncodeInput input;
    private final EncodeOptions options;
    private final boolean keepIcc;
    private final boolean strip;
    private final ModelOpener<ImageModel> model;

    /**
     * @param keepIcc whether samples stay as they are and their profile is kept
     * @param strip whether EXIF and XMP are left out
     */
    public PictureEncoding(
            EncodeInput input, EncodeOptions options, boolean keepIcc, boolean strip, ModelOpener<ImageModel> model) {
        this.input = input;
        this.options = options;
        this.keepIcc = keepIcc;
        this.strip = strip;
        this.model = model;
    }

    @Override
    public Encoded encode(Path path, EncodeListener listener) throws IOException {
        ImageInput.Loaded picture = input.picture(path, keepIcc);
        picture.notes().forEach(listener::note);
        Metadata all = picture.metadata();
        Metadata metadata = strip ? new Metadata(null, all.icc(), null) : all;
        ImageEncoder encoder = new ImageEncoder(model.open());
        byte[] file = encoder.encode(picture.pixels(), metadata, options, listener.picture());
        Limits own = Limits.DEFAULT.withPixels(Long.MAX_VALUE).withSide(Integer.MAX_VALUE);
        return new Encoded.Picture(
                file, ContainerReader.open(ByteBuffer.wrap(file), own).header());
    }
}
