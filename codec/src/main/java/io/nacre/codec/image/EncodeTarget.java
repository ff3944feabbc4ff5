package io.nacre.codec.image;

/** What an encoder aims at. */
public sealed interface EncodeTarget {
    /**
     * A quality.
     *
     * @param value 0..100; the rate grows about eighteenfold from end to end
     */
    record Quality(double value) implements EncodeTarget {
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
    record Bytes(long value) implements EncodeTarget {
        public Bytes {
            if (value < 1) {
                throw new IllegalArgumentException("a size of " + value + " bytes");
            }
        }
    }

    /**
     * The best quality whose file has no more bits per pixel than this.
     *
     * @param value bits per pixel, above 0
     */
    record BitsPerPixel(double value) implements EncodeTarget {
        public BitsPerPixel {
            if (!(value > 0 && value <= 1000)) {
                throw new IllegalArgumentException(value + " bits per pixel");
            }
        }
    }

    /**
     * The lowest quality whose picture has at least this PSNR.
     *
     * @param value decibels over the RGB samples of the 8-bit picture
     */
    record Psnr(double value) implements EncodeTarget {
        public Psnr {
            if (!(value > 0 && value <= 100)) {
                throw new IllegalArgumentException("a PSNR of " + value + " dB");
            }
        }
    }
}
