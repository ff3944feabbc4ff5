/**
 * The sound codec. {@link io.nacre.codec.audio.SoundEncoder} levels a sound, turns its frames, cut as the pack's {@link
 * io.nacre.codec.audio.Framing} says, into latents by the sender's graph, and rounds and codes them group by group;
 * {@link io.nacre.codec.audio.SoundDecoder} parses groups in integers alone and only then lets the receiver's graph
 * compute samples, chunk by chunk as they are pulled. Sender and receiver share {@link io.nacre.codec.audio.FrameScan},
 * the order of the symbols, and {@link io.nacre.codec.audio.RowContext}, their table rows.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.audio;
