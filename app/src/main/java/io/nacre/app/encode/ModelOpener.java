package io.nacre.app.encode;

import io.nacre.models.ModelException;

/**
 * Gives the model that encodes: opened when it is first wanted, the same from then on, and closed by whoever opened it.
 *
 * @param <M> {@link io.nacre.codec.image.ImageModel} or {@link io.nacre.codec.audio.SoundModel}
 */
@FunctionalInterface
public interface ModelOpener<M> {
    M open() throws ModelException;
}
