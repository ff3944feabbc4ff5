package io.nacre.models;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Float32 values of a fixed shape in native memory, so that graphs read and write them without a copy. Not thread-safe;
 * {@link #close} frees the memory, after which no view may be used.
 */
public final class Tensor implements AutoCloseable {
    private final long[] shape;
    private final FloatPointer memory;
    private final FloatBuffer view;

    private Tensor(long[] shape, FloatPointer memory) {
        this.shape = shape;
        this.memory = memory;
        this.view = memory.asBuffer();
    }

    /**
     * Allocates a tensor; its values are undefined.
     *
     * @param shape sizes, batch first, each at least 1
     * @throws IllegalArgumentException if a size is below 1 or there are more than 2^31 - 1 values
     */
    public static Tensor allocate(long... shape) {
        long count = 1;
        for (long n : shape) {
            if (n < 1 || n > Integer.MAX_VALUE || count * n > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("tensor of shape " + Arrays.toString(shape));
            }
            count *= n;
        }
        return new Tensor(shape.clone(), new FloatPointer(count));
    }

    /** Sizes, batch first. */
    public long[] shape() {
        return shape.clone();
    }

    /** The number of values. */
    public int count() {
        return view.capacity();
    }

    /** The values, row-major, position 0: a view, no copy. Writes through it are seen by the next run. */
    public FloatBuffer floats() {
        return view.duplicate();
    }

    FloatPointer memory() {
        return memory;
    }

    @Override
    public void close() {
        memory.close();
    }
}
