package io.nacre.codec.image;

import java.awt.Rectangle;

/**
 * What the samples of a tile should be, and what lies around it.
 *
 * @param tile place of the tile in the picture, in latents, padding included
 * @param frame the tile and a ring of its neighbours' latents, as far as there is picture
 * @param rgb samples of the frame, [3][16 height][16 width], 0..1
 * @param weight of each place of the frame in the squared error: 0 outside the tile, beyond the picture and where it is
 *     transparent
 * @param around latents of the frame as synthesis takes them, [channel][height][width]; those of the tile are not used
 */
record TileTarget(Rectangle tile, Rectangle frame, float[] rgb, float[] weight, float[] around) {}
