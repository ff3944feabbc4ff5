/**
 * Pictures in and out. {@link io.nacre.codec.raster.ImageInput} decodes a file of any usual format, judged by its
 * content, into {@link io.nacre.codec.raster.Pixels}: an upright view of straight-alpha samples in sRGB, laid over the
 * memory that the format's reader filled. {@link io.nacre.codec.raster.ImageOutput} writes a
 * {@link io.nacre.codec.raster.RowSource} row by row. The decoders are those of the JDK and of TwelveMonkeys behind
 * ImageIO; this package adds what ImageIO leaves out: limits before allocation, orientation, colour profiles of every
 * format, metadata as bytes, and one-sentence errors.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.raster;
