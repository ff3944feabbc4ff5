/**
 * Sound in and out as PCM. {@link io.nacre.codec.pcm.SoundInput} opens a file of any usual uncompressed format, or
 * FLAC, judged by its content, and hands out interleaved float frames as they are asked for; it leaves other formats to a
 * {@link io.nacre.codec.pcm.ForeignSoundReader} if there is one;
 * {@link io.nacre.codec.pcm.SoundOutput} writes WAV; {@link io.nacre.codec.pcm.Resampler} takes a channel from one
 * sample rate to another. Everything streams: memory does not grow with the length of a sound, and no length in a
 * header is trusted. One class reads each container and leaves an {@link io.nacre.codec.pcm.PcmSource}, one class
 * decodes each encoding of samples. Full scale is -1..1; floating-point samples may go beyond and are kept.
 *
 * <p>Internal: not part of the public interface, and not kept compatible.
 */
package io.nacre.codec.pcm;
