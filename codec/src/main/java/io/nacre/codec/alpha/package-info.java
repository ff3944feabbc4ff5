/**
 * Alpha planes: {@link io.nacre.codec.alpha.AlphaCoder} codes the plane of one tile, exactly or with a bounded error and
 * in integers only, and {@link io.nacre.codec.alpha.TransparentFill} gives colour that nobody sees a cheap and smooth
 * continuation. Inside, {@code PlaneScan} walks the pixels and takes flat stretches in one decision, a
 * {@code PixelModel} codes the others (one model for two levels, one for a few, one for many), and {@code Syntax} lets
 * each of them be written once for both directions.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.alpha;
