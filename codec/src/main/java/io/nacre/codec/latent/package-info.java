/**
 * What the picture codec and the sound codec share: latents on a finite scalar grid, whose symbols are coded by tables
 * that a row number chooses. {@link io.nacre.codec.latent.Gains} scale latents to a quality, {@link
 * io.nacre.codec.latent.Deadzone} rounds them in the sender, {@link io.nacre.codec.latent.RowTables} hold each row's
 * histogram and centroids, and {@link io.nacre.codec.latent.PackBytes} reads all of it from a pack. How rows are
 * predicted is each codec's own.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.latent;
