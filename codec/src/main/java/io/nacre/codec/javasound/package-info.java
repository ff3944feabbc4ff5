/**
 * Nacre sounds for Java Sound: with this jar on the class path {@code AudioSystem.getAudioInputStream} opens them, decoded
 * as they are read, and {@code AudioSystem.write} makes them. {@link io.nacre.codec.javasound.NacreAudioFileReader} and
 * {@link io.nacre.codec.javasound.NacreAudioFileWriter} are the service providers, {@link
 * io.nacre.codec.javasound.NacreFileType} is the file type that takes the codec's settings. Part of the public interface.
 */
package io.nacre.codec.javasound;
