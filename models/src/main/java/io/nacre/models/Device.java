package io.nacre.models;

/** Where graphs run. */
public enum Device {
    /** CUDA where it is usable, else the CPU. */
    AUTO,
    CPU,
    /** An NVIDIA GPU; an error where none is usable. */
    CUDA
}
