package io.nacre.codec.image;

/**
 * Sizes of one tile in samples, latents and hyperlatents.
 *
 * @param width of the tile's part of the picture, in pixels
 * @param height of the tile's part of the picture, in pixels
 */
record TileGeometry(int width, int height) {
    int zWidth() {
        return (width + ReceiverSpec.HYPER_STRIDE - 1) / ReceiverSpec.HYPER_STRIDE;
    }

    int zHeight() {
        return (height + ReceiverSpec.HYPER_STRIDE - 1) / ReceiverSpec.HYPER_STRIDE;
    }

    /** Columns of y, a multiple of four: what lies beyond the picture is padding. */
    int latentWidth() {
        return 4 * zWidth();
    }

    int latentHeight() {
        return 4 * zHeight();
    }

    /** Positions of y. */
    int latents() {
        return latentWidth() * latentHeight();
    }

    /** Columns of y that touch the picture: only these carry symbols. */
    int codedWidth() {
        return (width + ReceiverSpec.STRIDE - 1) / ReceiverSpec.STRIDE;
    }

    int codedHeight() {
        return (height + ReceiverSpec.STRIDE - 1) / ReceiverSpec.STRIDE;
    }
}
