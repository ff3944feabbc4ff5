/**
 * Quantizers: vectors to integer indices and back. The scalar grid of FSQ and the codebook search of VQ are the two
 * elements; the residual quantizer stacks them in groups and stages with a stride per stage. Decoding is a function of
 * the indices and of the stored values alone, a fixed sequence of float additions, the same on every machine; encoding
 * happens at the sender only and may be replaced by a better search. How indices are entropy coded is not decided here.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.quantize;
