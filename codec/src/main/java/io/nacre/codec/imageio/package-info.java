/**
 * Nacre pictures for ImageIO: with this jar on the class path {@code ImageIO.read} and {@code ImageIO.write} know the
 * format {@code nacre}. {@link io.nacre.codec.imageio.NacreImageReaderSpi} and {@link
 * io.nacre.codec.imageio.NacreImageWriterSpi} are the service providers, {@link
 * io.nacre.codec.imageio.NacreImageWriteParam} takes all the settings of the codec. The readers and writers behind them
 * stand on the public interface of {@link io.nacre.codec.Codec} alone. Part of the public interface.
 */
package io.nacre.codec.imageio;
