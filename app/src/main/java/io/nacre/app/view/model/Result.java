package io.nacre.app.view.model;

import io.nacre.app.view.render.Picture;

/**
 * A picture that went through a coder.
 *
 * @param recipe what was asked for
 * @param title of the coder
 * @param picture what came back
 * @param bytes length of the coded file
 * @param setting the coder's own setting in its own words, such as {@code q=35}
 * @param quality on the coder's slider, 0 to 100
 * @param encodeSeconds wall time; of Nacre with the search for a target, of tools without it
 * @param decodeSeconds wall time
 * @param coded the file, if it is one of Nacre's; else null
 */
public record Result(
        Recipe recipe,
        String title,
        Picture picture,
        long bytes,
        String setting,
        double quality,
        double encodeSeconds,
        double decodeSeconds,
        NacreFile coded) {
    public double bitsPerPixel() {
        return 8.0 * bytes / ((double) picture.width() * picture.height());
    }
}
