package io.nacre.app.eval.codec;

import io.nacre.app.picture.RgbPicture;
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
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A pack of Nacre's for pictures, run within the process: the time is that from samples in memory to the file on disk, and back. CPU
 * time and peak memory are those of the whole program, hence known only if nothing else runs in it. Thread-safe.
 */
public final class NacrePictureCodec implements Codec<RgbPicture> {
    private static final int WARM_UP_SIDE = 256;

    private final CodecInfo info;
    private final ImageModel model;
    private final SelfMeter meter;

    private NacrePictureCodec(CodecInfo info, ImageModel model, SelfMeter meter) {
        this.info = info;
        this.model = model;
        this.meter = meter;
    }

    /** Opens the model of a pack; whoever gives it closes it. */
    @FunctionalInterface
    public interface ModelOpener {
        ImageModel open(ModelPack pack) throws ModelException;
    }

    /**
     * Opens a pack; a first small picture is coded, so that the sender is loaded as well.
     *
     * @param id of the codec
     * @param programVersion of Nacre
     * @param alone whether nothing else will run within the process while a picture is coded
     */
    public static NacrePictureCodec open(
            String id, ModelPack pack, ModelOpener opener, String programVersion, boolean alone) throws IOException {
        long start = System.nanoTime();
        ImageModel model = opener.open(pack);
        EncodeOptions options = EncodeOptions.DEFAULT;
        RgbPicture grey = new RgbPicture(WARM_UP_SIDE, WARM_UP_SIDE, new byte[3 * WARM_UP_SIDE * WARM_UP_SIDE]);
        decode(model, new ImageEncoder(model).encode(grey.pixels(), Metadata.NONE, options, Progress.NONE));
        double seconds = (System.nanoTime() - start) / 1e9;
        String preset = "tiles of " + EncodeOptions.DEFAULT_TILE_SIZE + ", within the process";
        CodecInfo info = NacreInfo.of(id, MediaKind.PICTURE, pack, preset, programVersion, seconds);
        return new NacrePictureCodec(info, model, alone ? SelfMeter.ofProcess() : SelfMeter.NONE);
    }

    @Override
    public CodecInfo info() {
        return info;
    }

    @Override
    public Coded<RgbPicture> code(Source<RgbPicture> source, String setting, Path work) throws CodecException {
        RgbPicture picture = source.content();
        EncodeOptions options = EncodeOptions.DEFAULT.withTarget(new EncodeTarget.Quality(NacreInfo.quality(setting)));
        Path file = work.resolve("coded.nacre");
        try {
            SelfMeter.Reading start = meter.start();
            Files.write(file, new ImageEncoder(model).encode(picture.pixels(), Metadata.NONE, options, Progress.NONE));
            Cost encode = meter.since(start);
            start = meter.start();
            byte[] rgb = decode(model, Files.readAllBytes(file));
            Cost decode = meter.since(start);
            RgbPicture decoded = new RgbPicture(picture.width(), picture.height(), rgb);
            return new Coded<>(Files.size(file), decoded, encode, decode);
        } catch (IOException | IllegalStateException e) { // the latter from worker threads and the runtime
            throw new CodecException(String.valueOf(e.getMessage()), e);
        }
    }

    private static byte[] decode(ImageModel model, byte[] file) throws IOException {
        ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT);
        try (DecodedImage image = new ImageDecoder(model).decode(reader, null, Progress.NONE)) {
            return image.readRgb();
        }
    }
}
