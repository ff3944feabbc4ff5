package io.nacre.codec.soak;

import io.nacre.codec.LimitExceededException;
import io.nacre.codec.audio.DecodedSound;
import io.nacre.codec.audio.SoundDecoder;
import io.nacre.codec.audio.SoundEncoder;
import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.audio.SoundProgress;
import io.nacre.codec.audio.SoundSource;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import io.nacre.codec.fuzz.EditedFile;
import io.nacre.codec.fuzz.FuzzBytes;
import io.nacre.codec.image.DecodedImage;
import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.image.ImageDecoder;
import io.nacre.codec.image.ImageEncoder;
import io.nacre.codec.image.ImageModel;
import io.nacre.codec.image.Progress;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/** What threads do. All share two models, and now and then one opens a model of its own. Thread-safe. */
final class Jobs implements AutoCloseable {
    private static final Limits LIMITS = Limits.DEFAULT.withPixels(1 << 20).withSeconds(30);
    private static final int BLOCK = 4000;

    private final ModelPack imagePack;
    private final ModelPack soundPack;
    private final ImageModel images;
    private final SoundModel sounds;
    private final Path picture;
    private final Path sound;
    private final Path junk;
    private final ImageInput.Loaded raster;
    private final byte[] pictureFile;
    private final byte[] soundFile;
    private final long pictureHash;
    private final long soundHash;

    /** Opens the models, encodes a picture and a sound and decodes them once: what all threads must get ever after. */
    Jobs(byte[] imagePack, byte[] soundPack, Path picture, Path sound, Path folder) throws IOException {
        this.imagePack = ModelPack.open(imagePack);
        this.soundPack = ModelPack.open(soundPack);
        this.picture = picture;
        this.sound = sound;
        this.junk = Files.write(folder.resolve("junk"), new byte[5000]);
        images = new ImageModel(this.imagePack, GraphRuntime.on(Device.CPU), 2);
        sounds = new SoundModel(this.soundPack, GraphRuntime.on(Device.CPU), 2);
        raster = ImageInput.load(picture, ImageInputOptions.DEFAULT);
        pictureFile = encodePicture(images);
        soundFile = encodeSound(sounds);
        pictureHash = hashOfPicture(images, pictureFile, false);
        soundHash = hashOfSound(sounds, soundFile, false);
    }

    /**
     * Does one thing, drawn at random.
     *
     * @return what it was
     * @throws IllegalStateException if a good file came out otherwise than at first
     */
    String run(SplittableRandom random) throws IOException {
        int draw = random.nextInt(100);
        if (draw < 25) {
            require(hashOfPicture(images, pictureFile, random.nextBoolean()) == pictureHash, "a good picture");
            return "good picture";
        } else if (draw < 45) {
            require(hashOfSound(sounds, soundFile, random.nextBoolean()) == soundHash, "a good sound");
            return "good sound";
        } else if (draw < 85) {
            broken(random);
            return "broken file";
        } else if (draw < 88) {
            require(hashOfPicture(images, encodePicture(images), false) == pictureHash, "an encoded picture");
            return "encoded picture";
        } else if (draw < 91) {
            require(hashOfSound(sounds, encodeSound(sounds), false) == soundHash, "an encoded sound");
            return "encoded sound";
        } else if (draw < 96) {
            abandoned();
            return "abandoned decoding";
        } else if (draw < 98) {
            foreign(random);
            return "foreign file";
        }
        try (ImageModel own = new ImageModel(imagePack, GraphRuntime.on(Device.CPU), 1);
                SoundModel ownSound = new SoundModel(soundPack, GraphRuntime.on(Device.CPU), 1)) {
            require(hashOfPicture(own, pictureFile, false) == pictureHash, "a model of its own");
            require(hashOfSound(ownSound, soundFile, false) == soundHash, "a model of its own");
        }
        return "model";
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what + " came out otherwise than at first");
        }
    }

    private byte[] encodePicture(ImageModel model) throws IOException {
        EncodeOptions options = new EncodeOptions(new EncodeTarget.Quality(60), 128, EncodeOptions.MIN_EFFORT);
        return new ImageEncoder(model).encode(raster.pixels(), raster.metadata(), options, Progress.NONE);
    }

    private byte[] encodeSound(SoundModel model) throws IOException {
        try (SoundInput in = SoundInput.open(sound)) {
            return new SoundEncoder(model)
                    .encode(SoundSource.of(in), SoundOptions.DEFAULT.withGroupSeconds(1), SoundProgress.NONE);
        }
    }

    private static long hashOfPicture(ImageModel model, byte[] file, boolean salvage) throws IOException {
        ContainerReader reader = salvage
                ? ContainerReader.salvage(ByteBuffer.wrap(file), LIMITS)
                : ContainerReader.open(ByteBuffer.wrap(file), LIMITS);
        ImageDecoder decoder = new ImageDecoder(model);
        CRC32C hash = new CRC32C();
        try (DecodedImage image = (salvage ? decoder.salvaging() : decoder).decode(reader, null, Progress.NONE)) {
            int[] row = new int[4 * image.width()];
            ByteBuffer bytes = ByteBuffer.allocate(4 * row.length);
            for (int y = 0; y < image.height(); y++) {
                image.readRow(y, row);
                bytes.clear().asIntBuffer().put(row);
                hash.update(bytes.array());
            }
        }
        return hash.getValue();
    }

    private static long hashOfSound(SoundModel model, byte[] file, boolean salvage) throws IOException {
        ContainerReader reader = salvage
                ? ContainerReader.salvage(ByteBuffer.wrap(file), LIMITS)
                : ContainerReader.openSound(ByteBuffer.wrap(file), LIMITS);
        SoundDecoder decoder = new SoundDecoder(model);
        CRC32C hash = new CRC32C();
        try (DecodedSound decoded = (salvage ? decoder.salvaging() : decoder).decode(reader)) {
            float[] block = new float[BLOCK * decoded.channels()];
            ByteBuffer bytes = ByteBuffer.allocate(4 * block.length);
            for (int n = decoded.read(block, 0, BLOCK); n >= 0; n = decoded.read(block, 0, BLOCK)) {
                bytes.clear().asFloatBuffer().put(block, 0, n * decoded.channels());
                hash.update(bytes.array(), 0, 4 * n * decoded.channels());
            }
        }
        return hash.getValue();
    }

    /** A file from a stranger: anything may be wrong with it, but nothing may happen. */
    private void broken(SplittableRandom random) throws IOException {
        byte[] edits = new byte[random.nextInt(1, 60)];
        random.nextBytes(edits);
        byte[] file = EditedFile.of(random.nextBoolean() ? pictureFile : soundFile, new FuzzBytes(edits));
        if (random.nextInt(3) == 0) {
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        }
        try {
            boolean salvage = random.nextBoolean();
            Kind kind = salvage
                    ? ContainerReader.salvage(ByteBuffer.wrap(file), LIMITS).kind()
                    : ContainerReader.kindOf(ByteBuffer.wrap(file));
            if (kind == Kind.PICTURE) {
                hashOfPicture(images, file, salvage);
            } else {
                hashOfSound(sounds, file, salvage);
            }
        } catch (FormatException | CorruptStreamException | LimitExceededException | ModelException e) {
            // as declared
        }
    }

    /** Decoding that nobody reads to the end. */
    private void abandoned() throws IOException {
        ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(pictureFile), LIMITS);
        try (DecodedImage image = new ImageDecoder(images).decode(reader, null, Progress.NONE)) {
            image.readRow(0, new int[4 * image.width()]);
        }
        ContainerReader soundReader = ContainerReader.openSound(ByteBuffer.wrap(soundFile), LIMITS);
        try (DecodedSound decoded = new SoundDecoder(sounds).decode(soundReader)) {
            decoded.read(new float[10 * decoded.channels()], 0, 10);
        }
    }

    /** Files of other formats, good and broken. */
    private void foreign(SplittableRandom random) throws IOException {
        Path file = List.of(picture, sound, junk).get(random.nextInt(3));
        try {
            if (file.equals(sound)) {
                try (SoundInput in = SoundInput.open(file)) {
                    in.read(new float[100 * in.format().channels()], 0, 100);
                }
            } else {
                ImageInput.load(file, ImageInputOptions.DEFAULT);
            }
        } catch (IOException e) {
            require(file.equals(junk), "a picture on disk");
        }
    }

    @Override
    public void close() {
        images.close();
        sounds.close();
    }
}
