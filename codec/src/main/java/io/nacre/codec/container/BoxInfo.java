package io.nacre.codec.container;

/**
 * One box of a file, to be listed.
 *
 * @param type four letters
 * @param offset of the box's first byte in the file
 * @param length bytes of the whole box, its type, length and checksum included
 * @param intact whether its checksum is right; for {@code ENDN} that is the checksum of the whole file
 */
public record BoxInfo(String type, long offset, long length, boolean intact) {}
