package io.nacre.codec;

import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.image.ImageModel;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import io.nacre.models.PackId;
import io.nacre.models.PackLibrary;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Models by pack, opened when they are first wanted. Thread-safe; nobody may use a model after {@link #close}. */
final class Models implements AutoCloseable {
    private final PackLibrary library;
    private final Device device;
    private final int threads;
    private final Map<String, ModelPack> packs = new HashMap<>();
    private final Map<PackId, ImageModel> images = new HashMap<>();
    private final Map<PackId, SoundModel> sounds = new HashMap<>();
    private GraphRuntime runtime;

    /** @param folder searched for packs first, or null */
    Models(Path folder, Device device, int threads) {
        this.library = new PackLibrary(folder);
        this.device = device;
        this.threads = threads;
    }

    /** The model of the pack that a picture's file names. */
    synchronized ImageModel image(PackId id) throws ModelException {
        ImageModel model = images.get(id);
        return model == null ? image(library.byId(id)) : model;
    }

    /** The model of pictures of a name. */
    synchronized ImageModel image(String name) throws ModelException {
        return image(pack(name));
    }

    private ImageModel image(ModelPack pack) throws ModelException {
        ImageModel model = images.get(pack.id());
        if (model == null) {
            model = new ImageModel(pack, runtime(), threads);
            images.put(pack.id(), model);
        }
        return model;
    }

    /** The model of the pack that a sound's file names. */
    synchronized SoundModel sound(PackId id) throws ModelException {
        SoundModel model = sounds.get(id);
        return model == null ? sound(library.byId(id)) : model;
    }

    /** The model of sounds of a name. */
    synchronized SoundModel sound(String name) throws ModelException {
        return sound(pack(name));
    }

    private SoundModel sound(ModelPack pack) throws ModelException {
        SoundModel model = sounds.get(pack.id());
        if (model == null) {
            model = new SoundModel(pack, runtime(), threads);
            sounds.put(pack.id(), model);
        }
        return model;
    }

    private ModelPack pack(String name) throws ModelException {
        ModelPack pack = packs.get(name);
        if (pack == null) {
            pack = library.byName(name);
            packs.put(name, pack);
        }
        return pack;
    }

    private GraphRuntime runtime() throws ModelException {
        if (runtime == null) {
            runtime = GraphRuntime.on(device);
        }
        return runtime;
    }

    @Override
    public synchronized void close() {
        images.values().forEach(ImageModel::close);
        sounds.values().forEach(SoundModel::close);
    }
}
