package io.nacre.app.encode;

import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.SoundHeader;

/** A Nacre file in memory and what its header says. */
public sealed interface Encoded {
    /** The whole file; not copied, not to be changed. */
    byte[] file();

    /** 0..100, as it was coded. */
    double quality();

    /** A picture. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
    record Picture(byte[] file, ImageHeader header) implements Encoded {
        @Override
        public double quality() {
            return 100.0 * header.quality() / ImageHeader.MAX_QUALITY;
        }

        /** The whole file counted. */
        public double bitsPerPixel() {
            return 8.0 * file.length / header.width() / header.height();
        }
    }

    /** A sound. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
    record Sound(byte[] file, SoundHeader header) implements Encoded {
        @Override
        public double quality() {
            return 100.0 * header.quality() / ImageHeader.MAX_QUALITY;
        }

        /** Thousands of bits a second, the whole file counted. */
        public double kbps() {
            return 8.0 * file.length / header.seconds() / 1000;
        }
    }
}
