/**
 * The interface for programs. {@link io.nacre.codec.Codec} encodes pictures and sounds from arrays, AWT images, Java Sound
 * streams and files, and opens Nacre files as a {@link io.nacre.codec.PictureFile} or a {@link io.nacre.codec.SoundFile},
 * of which parts can be decoded; {@link io.nacre.codec.PictureSettings} and {@link io.nacre.codec.SoundSettings} say how,
 * a {@link io.nacre.codec.Monitor} hears of progress and stops work. Whatever can go wrong with a file is a
 * {@link io.nacre.codec.CodecException}. This package and the plug-ins for ImageIO and Java Sound are all that is kept
 * compatible; every other package of the module is internal.
 */
package io.nacre.codec;
