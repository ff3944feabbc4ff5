package io.nacre.app.eval;

import java.nio.file.Path;

/**
 * A picture of the folder.
 *
 * @param name path below the folder, with slashes
 * @param sha256 of the file, in hexadecimal digits
 * @param width pixels
 * @param height pixels
 * @param original the picture as it was measured, 8-bit RGB PNG, in the output folder
 */
public record Item(String name, String sha256, int width, int height, Path original) {
    public long pixels() {
        return (long) width * height;
    }
}
