package io.nacre.codec.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the walk through a file's chunks, segments or tags found beside the samples. Filled by one scanner. */
final class ContainerTraits {
    /** Largest EXIF or XMP block that is taken over, in bytes. */
    static final int MAX_METADATA = 16 << 20;
    /** Largest ICC profile that is taken over, in bytes. */
    static final int MAX_ICC = 4 << 20;

    /** How a four-component JPEG codes its inks. */
    enum InkCoding {
        /** 0 is no ink. */
        CMYK,
        /** 255 is no ink, as Adobe programs write it. */
        INVERTED_CMYK,
        /** Inverted CMYK whose first three components went through the YCbCr matrix. */
        YCCK
    }

    byte[] exif;
    byte[] icc;
    byte[] xmp;
    /** EXIF orientation, 1 to 8. */
    int orientation = 1;
    /** Coding of the inks if this is a CMYK JPEG, else null. */
    InkCoding inks;
    /** Whether this is a progressive JPEG. */
    boolean progressive;
    /** Whether this is a TIFF file of floating-point samples. */
    boolean floatingPoint;
    /** Bytes that the format's reader shall see changed, by file offset: they hide the profile from it. */
    final NavigableMap<Long, Byte> patches = new TreeMap<>();
    /** What the user should know. */
    final List<String> notes = new ArrayList<>();
}
