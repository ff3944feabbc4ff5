package io.nacre.app.view.queue;

import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.image.EncodeOptions;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a queue encodes and where its outputs go.
 *
 * @param effort of pictures, {@link EncodeOptions#MIN_EFFORT}..{@link EncodeOptions#MAX_EFFORT}
 * @param keepMetadata whether EXIF and XMP are kept
 * @param folder where outputs go; empty for beside each input
 * @param keepStructure whether the folders within a folder that was added are made anew in the output folder
 * @param filesAtOnce 1..{@link #MAX_FILES_AT_ONCE}
 */
public record QueueSettings(
        QueueTarget target,
        int effort,
        boolean keepMetadata,
        Optional<Path> folder,
        boolean keepStructure,
        Existing existing,
        int filesAtOnce) {
    /** Each file that is worked on has its picture in memory. */
    public static final int MAX_FILES_AT_ONCE = 16;

    public static final QueueSettings DEFAULT = new QueueSettings(
            new QueueTarget.Quality(EncodeOptions.DEFAULT_QUALITY),
            EncodeOptions.MIN_EFFORT,
            true,
            Optional.empty(),
            true,
            Existing.SKIP,
            2);

    /** @throws IllegalArgumentException if effort or number of files is out of range */
    public QueueSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(existing, "existing");
        new EncodeOptions(target.picture(), EncodeOptions.DEFAULT_TILE_SIZE, effort); // for its checks
        if (filesAtOnce < 1 || filesAtOnce > MAX_FILES_AT_ONCE) {
            throw new IllegalArgumentException(filesAtOnce + " files at once");
        }
    }

    EncodeOptions pictureOptions() {
        return new EncodeOptions(target.picture(), EncodeOptions.DEFAULT_TILE_SIZE, effort);
    }

    SoundOptions soundOptions() {
        return SoundOptions.DEFAULT.withTarget(target.sound());
    }
}
