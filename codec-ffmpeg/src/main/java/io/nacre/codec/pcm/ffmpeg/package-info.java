/**
 * Sounds that FFmpeg reads: MP3, AAC, M4A, Ogg Vorbis, Opus and more, as a service of {@link io.nacre.codec.pcm.SoundInput}.
 * {@link io.nacre.codec.pcm.ffmpeg.FfmpegReader} is the only public type. FFmpeg demuxes and decodes, and does nothing
 * else: samples are neither resampled nor mixed. It sees the bytes of the one file through callbacks and may open no other
 * file or address.
 */
package io.nacre.codec.pcm.ffmpeg;
