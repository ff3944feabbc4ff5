package io.nacre.codec.audio;

/** What a sound encoder aims at. */
public sealed interface SoundTarget {
    /**
     * A quality: the mean number of stages grows evenly with it.
     *
     * @param value 0..100
     */
    record Quality(double value) implements SoundTarget {
        public Quality {
            if (!(value >= 0 && value <= 100)) {
                throw new IllegalArgumentException("quality " + value + " is not within 0..100");
            }
        }
    }

    /**
     * The best quality whose file is not larger than this.
     *
     * @param value bytes, at least 1
     */
    record Bytes(long value) implements SoundTarget {
        public Bytes {
            if (value < 1) {
                throw new IllegalArgumentException("a size of " + value + " bytes");
            }
        }
    }

    /**
     * The best quality whose file, container included, has no more bits a second than this.
     *
     * @param value thousands of bits a second of all channels together, above 0
     */
    record Kbps(double value) implements SoundTarget {
        public Kbps {
            if (!(value > 0 && value <= 1e6)) {
                throw new IllegalArgumentException(value + " kbit/s");
            }
        }
    }
}
