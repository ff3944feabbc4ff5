package io.nacre.app.eval;

import java.nio.file.Path;

/**
 * A picture of the folder.
 *
 * @param width pixels
 * @param height pixels
 * @param original the picture as it was measured, 8-bit RGB PNG, in the output folder
 */
public record PictureItem(String name, String sha256, int width, int height, Path original) implements Item {
    @Override
    public double size() {
        return (double) width * height;
    }
}
