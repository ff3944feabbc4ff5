package io.nacre.app.encode;

import io.nacre.codec.audio.SoundSource;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.raster.ImageInput;
import java.io.IOException;
import java.nio.file.Path;

/** Where inputs are read from. */
public interface EncodeInput {
    /**
     * Reads a picture.
     *
     * @param keepIcc whether samples stay as they are and their profile is kept
     */
    ImageInput.Loaded picture(Path path, boolean keepIcc) throws IOException;

    /** A sound of which the header has been read; to be closed. */
    SoundInput sound(Path path) throws IOException;

    /** The samples of such a sound, which end in an error where there are more than are allowed. */
    SoundSource samples(SoundInput sound) throws IOException;
}
