package io.nacre.app.pack;

import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.image.ImageModel;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import io.nacre.models.PackId;
import io.nacre.models.PackLibrary;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Models by pack, opened when they are first wanted: much of a short call's time goes into the native runtime. Thread-safe.
 * {@link #close} waits for tiles that are being worked on; nothing may be started with the models afterwards.
 */
public final class OpenModels implements AutoCloseable {
    private final PackLibrary library;
    private final Device device;
    private final int threads;
    private final Consumer<String> log;
    private final Map<String, ModelPack> packs = new HashMap<>();
    private final Map<PackId, ImageModel> images = new HashMap<>();
    private final Map<PackId, SoundModel> sounds = new HashMap<>();
    private GraphRuntime runtime;

    /**
     * Opens nothing yet.
     *
     * @param threads of each model, at least 1
     * @param log receives a line for each model that is opened
     */
    public OpenModels(PackLibrary library, Device device, int threads, Consumer<String> log) {
        this.library = library;
        this.device = device;
        this.threads = threads;
        this.log = log;
    }

    /** The model of the pack that a picture's file names. */
    public synchronized ImageModel image(PackId id) throws ModelException {
        ImageModel model = images.get(id);
        return model == null ? image(library.byId(id)) : model;
    }

    /** The model of pictures of a name. */
    public synchronized ImageModel image(String name) throws ModelException {
        return image(pack(name));
    }

    public synchronized ImageModel image(ModelPack pack) throws ModelException {
        ImageModel model = images.get(pack.id());
        if (model == null) {
            model = new ImageModel(pack, runtime(), threads);
            images.put(pack.id(), model);
            opened(model.name(), pack.id());
        }
        return model;
    }

    /** The model of the pack that a sound's file names. */
    public synchronized SoundModel sound(PackId id) throws ModelException {
        SoundModel model = sounds.get(id);
        return model == null ? sound(library.byId(id)) : model;
    }

    /** The model of sounds of a name. */
    public synchronized SoundModel sound(String name) throws ModelException {
        return sound(pack(name));
    }

    public synchronized SoundModel sound(ModelPack pack) throws ModelException {
        SoundModel model = sounds.get(pack.id());
        if (model == null) {
            model = new SoundModel(pack, runtime(), threads);
            sounds.put(pack.id(), model);
            opened(model.name(), pack.id());
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

    private void opened(String name, PackId id) {
        log.accept("model " + name + " " + id + " on " + runtime.device() + ", " + threads + " threads");
    }

    @Override
    public synchronized void close() {
        images.values().forEach(ImageModel::close);
        sounds.values().forEach(SoundModel::close);
    }
}
