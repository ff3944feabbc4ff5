package io.nacre.app.eval;

import java.nio.file.Path;

/** A picture or a sound of the folder. */
public sealed interface Item permits PictureItem, SoundItem {
    /** Path below the folder, with slashes. */
    String name();

    /** Of the file, in hexadecimal digits. */
    String sha256();

    /** What rates are taken over: pixels, or milliseconds, since kilobits per second are bits per millisecond. */
    double size();

    /** The file that is read again for each coding. */
    Path original();
}
