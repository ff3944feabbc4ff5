/**
 * How a file of others becomes a Nacre file, for the command line and the viewer alike: {@link
 * io.nacre.app.encode.PictureEncoding} and {@link io.nacre.app.encode.SoundEncoding} read an input through {@link
 * io.nacre.app.encode.EncodeInput}, tell an {@link io.nacre.app.encode.EncodeListener} how far they are and give back what
 * was {@link io.nacre.app.encode.Encoded}. Writing it is left to the caller.
 */
package io.nacre.app.encode;
