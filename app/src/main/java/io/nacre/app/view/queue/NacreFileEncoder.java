package io.nacre.app.view.queue;

import io.nacre.app.encode.EncodeInput;
import io.nacre.app.encode.EncodeListener;
import io.nacre.app.encode.Encoded;
import io.nacre.app.encode.Encoding;
import io.nacre.app.encode.FileInput;
import io.nacre.app.encode.ModelOpener;
import io.nacre.app.encode.PictureEncoding;
import io.nacre.app.encode.SoundEncoding;
import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import io.nacre.codec.image.ImageModel;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;

/** Encodes with the default packs, as the command line does. Thread-safe. */
public final class NacreFileEncoder implements FileEncoder {
    private final EncodeInput input = new FileInput(Limits.DEFAULT);
    private final ModelOpener<ImageModel> pictures;
    private final ModelOpener<SoundModel> sounds;

    /**
     * @param pictures gives the model of {@link PictureEncoding#DEFAULT_PACK}
     * @param sounds gives the model of {@link SoundEncoding#DEFAULT_PACK}
     */
    public NacreFileEncoder(ModelOpener<ImageModel> pictures, ModelOpener<SoundModel> sounds) {
        this.pictures = pictures;
        this.sounds = sounds;
    }

    @Override
    public void prepare(Kind kind) throws ModelException {
        if (kind == Kind.PICTURE) {
            pictures.open();
        } else {
            sounds.open();
        }
    }

    @Override
    public Encoded encode(Path path, Kind kind, QueueSettings settings, EncodeListener listener) throws IOException {
        Encoding encoding = kind == Kind.PICTURE
                ? new PictureEncoding(input, settings.pictureOptions(), false, !settings.keepMetadata(), pictures)
                : new SoundEncoding(input, settings.soundOptions(), SoundEncoding.DEFAULT_PACK, sounds);
        return encoding.encode(path, listener);
    }
}
