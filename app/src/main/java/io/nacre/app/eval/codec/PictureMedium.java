package io.nacre.app.eval.codec;

import io.nacre.app.picture.RgbPicture;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.ImageOutput;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.RowSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of 8 bits, RGB, as PNG or PPM without metadata and colour chunks. */
public final class PictureMedium implements Medium<RgbPicture> {
    @Override
    public MediaKind kind() {
        return MediaKind.PICTURE;
    }

    @Override
    public void write(RgbPicture picture, String format, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ImageOutput.write(RowSource.of(picture.pixels()), out, format, Metadata.NONE);
        }
    }

    @Override
    public RgbPicture read(Path file) throws IOException {
        return RgbPicture.of(
                RowSource.of(ImageInput.load(file, ImageInputOptions.DEFAULT).pixels()));
    }

    @Override
    public String mismatch(RgbPicture source, RgbPicture decoded) {
        if (decoded.width() == source.width() && decoded.height() == source.height()) {
            return null;
        }
        return decoded.width() + " x " + decoded.height() + " pixels of " + source.width() + " x " + source.height();
    }
}
