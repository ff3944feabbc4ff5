package io.nacre.app.view.queue;

import io.nacre.codec.audio.SoundTarget;
import io.nacre.codec.image.EncodeTarget;

/** What a queue aims at: something for pictures and something for sounds, since a queue may hold both. */
public sealed interface QueueTarget {
    EncodeTarget picture();

    SoundTarget sound();

    /**
     * A quality.
     *
     * @param value 0..100
     */
    record Quality(double value) implements QueueTarget {
        /** @throws IllegalArgumentException if the value is out of range */
        public Quality {
            new EncodeTarget.Quality(value);
        }

        @Override
        public EncodeTarget picture() {
            return new EncodeTarget.Quality(value);
        }

        @Override
        public SoundTarget sound() {
            return new SoundTarget.Quality(value);
        }
    }

    /**
     * A size that no file exceeds.
     *
     * @param bytes at least 1
     */
    record Size(long bytes) implements QueueTarget {
        /** @throws IllegalArgumentException if the size is out of range */
        public Size {
            new EncodeTarget.Bytes(bytes);
        }

        @Override
        public EncodeTarget picture() {
            return new EncodeTarget.Bytes(bytes);
        }

        @Override
        public SoundTarget sound() {
            return new SoundTarget.Bytes(bytes);
        }
    }

    /**
     * A rate that no file exceeds.
     *
     * @param bitsPerPixel of pictures
     * @param kbps thousands of bits a second, of sounds
     */
    record Rate(double bitsPerPixel, double kbps) implements QueueTarget {
        /** @throws IllegalArgumentException if a rate is out of range */
        public Rate {
            new EncodeTarget.BitsPerPixel(bitsPerPixel);
            new SoundTarget.Kbps(kbps);
        }

        @Override
        public EncodeTarget picture() {
            return new EncodeTarget.BitsPerPixel(bitsPerPixel);
        }

        @Override
        public SoundTarget sound() {
            return new SoundTarget.Kbps(kbps);
        }
    }
}
