/**
 * The Nacre file: a magic, then boxes with a type, a length and a CRC-32C each, as {@code FORMAT.md} lays down.
 * {@link io.nacre.codec.container.ContainerWriter} writes them, {@link io.nacre.codec.container.ContainerReader} finds
 * them again and answers any sequence of bytes with a file's parts or a checked exception. What a tile's payload means
 * is the business of the codecs of pictures and of sound; here it is opaque. The checksums are against accidents, not
 * against forgers.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.container;
