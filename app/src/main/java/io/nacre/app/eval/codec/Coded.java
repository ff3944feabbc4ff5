package io.nacre.app.eval.codec;

import io.nacre.app.picture.RgbPicture;

/**
 * A picture that went through a codec.
 *
 * @param bytes length of the file that was written
 * @param decoded what came back, read from that file; of the source's size
 */
public record Coded(long bytes, RgbPicture decoded, Cost encode, Cost decode) {}
