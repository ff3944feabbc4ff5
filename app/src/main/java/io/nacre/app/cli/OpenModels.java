package io.nacre.app.cli;

import io.nacre.codec.image.ImageModel;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import io.nacre.models.PackId;
import io.nacre.models.PackLibrary;
import java.util.HashMap;
import java.util.Map;

/** Models by pack, opened when they are first wanted: much of a short call's time goes into the native runtime. */
final class OpenModels implements AutoCloseable {
    private final PackLibrary library;
    private final Device device;
    private final int threads;
    private final Reporter reporter;
    private final Map<PackId, ImageModel> models = new HashMap<>();
    private GraphRuntime runtime;

    OpenModels(PackLibrary library, Device device, int threads, Reporter reporter) {
        this.library = library;
        this.device = device;
        this.threads = threads;
        this.reporter = reporter;
    }

    /** The model of the pack that a file names. */
    ImageModel of(PackId id) throws ModelException {
        ImageModel model = models.get(id);
        return model == null ? of(library.byId(id)) : model;
    }

    ImageModel of(ModelPack pack) throws ModelException {
        ImageModel model = models.get(pack.id());
        if (model == null) {
            if (runtime == null) {
                runtime = GraphRuntime.on(device);
            }
            model = new ImageModel(pack, runtime, threads);
            models.put(pack.id(), model);
            reporter.detail("model " + model.name() + " " + pack.id() + " on " + runtime.device() + ", " + threads
                    + " threads");
        }
        return model;
    }

    @Override
    public void close() {
        models.values().forEach(ImageModel::close);
    }
}
