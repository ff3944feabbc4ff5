/**
 * The picture codec. {@link io.nacre.codec.image.ImageEncoder} cuts a picture into the tiles of a
 * {@link io.nacre.codec.image.TileGrid}, turns each into latents by the sender's graphs and codes their symbols;
 * {@link io.nacre.codec.image.ImageDecoder} parses tiles in integers alone and only then lets the receiver's graphs compute
 * samples. Sender and receiver share {@link io.nacre.codec.image.LatentScan}, the order and the contexts of the symbols.
 * Higher efforts put a {@link io.nacre.codec.image.TileSearch} between analysis and coding, which the decoder never notices:
 * {@link io.nacre.codec.image.HyperlatentSearch} tries other hyperlatents, {@link io.nacre.codec.image.LatentRefinement}
 * moves latents down a gradient.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.image;
