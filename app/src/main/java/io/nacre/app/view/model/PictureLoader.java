package io.nacre.app.view.model;

import io.nacre.app.file.FileNames;
import io.nacre.app.pack.OpenModels;
import io.nacre.app.view.render.Picture;
import io.nacre.codec.LimitExceededException;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import io.nacre.codec.container.Problem;
import io.nacre.codec.image.DecodedImage;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.codec.image.ImageModel;
import io.nacre.codec.image.Progress;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads pictures, Nacre's own among them. Thread-safe. */
public final class PictureLoader {
    private static final int HEAD = 4096;

    private final OpenModels models;

    public PictureLoader(OpenModels models) {
        this.models = models;
    }

    /** Whether a file seems to be a picture: a Nacre file by its first bytes, others by their names. */
    public static boolean accepts(Path file) {
        if (!FileNames.isNacre(file)) {
            return FileNames.isPicture(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ContainerReader.kindOf(ByteBuffer.wrap(in.readNBytes(HEAD))) == Kind.PICTURE;
        } catch (IOException e) {
            return true; // what is wrong with it is said when it is opened
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it can't be read, is damaged, too large or no picture
     */
    public Original load(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (FileNames.isNacre(file)) {
            return nacre(file, name);
        }
        ImageInput.Loaded loaded = ImageInput.load(file, ImageInputOptions.DEFAULT);
        return new Original(
                file,
                name,
                Picture.of(loaded.pixels()),
                loaded.metadata(),
                loaded.format(),
                Files.size(file),
                loaded.notes(),
                null);
    }

    /** A picture without a file, as it is pasted. */
    public static Original pasted(Pixels pixels, String name) throws IOException {
        return new Original(null, name, Picture.of(pixels), Metadata.NONE, "", 0, List.of(), null);
    }

    private Original nacre(Path file, String name) throws IOException {
        if (Files.size(file) > Integer.MAX_VALUE - 8) {
            throw new LimitExceededException("files of 2 GiB or more can't be read");
        }
        byte[] bytes = Files.readAllBytes(file);
        ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(bytes), Limits.DEFAULT);
        for (Problem problem : reader.verify()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                throw new IOException(problem.message());
            }
        }
        ImageModel model = models.image(reader.header().packId());
        Picture picture;
        try (DecodedImage image = new ImageDecoder(model).decode(reader, null, Progress.NONE)) {
            picture = Picture.of(image);
        }
        NacreFile coded = new NacreFile(reader, bytes, model.name());
        Metadata metadata = new Metadata(
                reader.exif().orElse(null),
                reader.icc().orElse(null),
                reader.xmp().orElse(null));
        return new Original(file, name, picture, metadata, FileNames.EXTENSION, bytes.length, List.of(), coded);
    }
}
