package io.nacre.codec;

/**
 * What a Nacre file says of itself.
 *
 * <pre>{@code
 * FileInfo info = codec.info(Path.of("a.nacre"));
 * if (info instanceof PictureInfo picture) {
 *     System.out.println(picture.width() + " x " + picture.height());
 * }
 * }</pre>
 */
public sealed interface FileInfo permits PictureInfo, SoundInfo {
    /** Identity of the model pack that decodes the file, 16 hexadecimal digits. */
    String pack();

    /** Quality that the file was coded with, 0..100. */
    double quality();

    /** Bytes of the file. */
    long fileSize();
}
