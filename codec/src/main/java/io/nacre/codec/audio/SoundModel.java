package io.nacre.codec.audio;

import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import io.nacre.models.PackId;

/**
 * A sound pack, opened on a device, with the threads that work for it. Encoders and decoders share one; opening it is
 * what costs time, not they. Thread-safe; {@link #close} frees the native memory and ends the threads.
 */
public final class SoundModel implements AutoCloseable {
    private final ModelPack pack;
    private final GraphOpener graphs;
    private final SoundReceiver receiver;
    private final Workers workers;
    private SoundSender sender;

    /**
     * Opens a pack's receiver; its sender is opened by the first encoder.
     *
     * @param threads at least 1
     * @throws ModelException if the pack is damaged or no sound pack
     */
    public SoundModel(ModelPack pack, GraphRuntime runtime, int threads) throws ModelException {
        this(pack, onnx -> runtime.open(onnx, 1), threads);
    }

    SoundModel(ModelPack pack, GraphOpener graphs, int threads) throws ModelException {
        this.pack = pack;
        this.graphs = graphs;
        workers = new Workers(threads); // has no threads before its first task
        receiver = new SoundReceiver(pack, graphs);
    }

    public PackId packId() {
        return pack.id();
    }

    /** Name of the pack. */
    public String name() {
        return pack.manifest().name();
    }

    SoundReceiver receiver() {
        return receiver;
    }

    /**
     * The sender's half.
     *
     * @throws ModelException if the pack has none
     */
    synchronized SoundSender sender() throws ModelException {
        if (sender == null) {
            sender = new SoundSender(receiver.spec, pack, graphs);
        }
        return sender;
    }

    Workers workers() {
        return workers;
    }

    @Override
    public void close() {
        workers.close(); // a running task still uses the graphs
        synchronized (this) {
            if (sender != null) {
                sender.close();
            }
        }
        receiver.close();
    }
}
