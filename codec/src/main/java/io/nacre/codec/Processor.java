package io.nacre.codec;

import io.nacre.models.Device;

/**
 * Where models run.
 *
 * <pre>{@code
 * Codec codec = Codec.builder().processor(Processor.CPU).build();
 * }</pre>
 */
public enum Processor {
    /** CUDA where it is usable, else the CPU. */
    AUTO(Device.AUTO),
    /** The main processor. */
    CPU(Device.CPU),
    /** An NVIDIA GPU; a {@link ModelUnavailableException} where none is usable. */
    CUDA(Device.CUDA);

    private final Device device;

    Processor(Device device) {
        this.device = device;
    }

    Device device() {
        return device;
    }
}
