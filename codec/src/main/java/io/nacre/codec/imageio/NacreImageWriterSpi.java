package io.nacre.codec.imageio;

import io.nacre.codec.Codec;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.ImageOutputStream;

/**
 * Makes writers of Nacre pictures. ImageIO finds it by itself.
 *
 * <pre>{@code
 * boolean written = ImageIO.write(image, "nacre", new File("a.nacre")); // quality 50
 * }</pre>
 *
 * <p>Writers take images of RGB, grey or a palette with at most 16 bits a sample, with or without alpha; for others
 * {@link javax.imageio.ImageIO#write} returns false. Quality and size are set by {@link NacreImageWriteParam}. Writers share {@link
 * Codec#shared()} unless a program registers its own.
 */
public final class NacreImageWriterSpi extends ImageWriterSpi {
    private static final int MAX_BITS = 16;

    /** Asked when it is needed: programs that use other formats pay nothing for it. */
    private final Supplier<Codec> codec;

    /** For ImageIO: with the shared codec. */
    public NacreImageWriterSpi() {
        this(Codec::shared);
    }

    /** @param codec that writers are to encode with; left open */
    public NacreImageWriterSpi(Codec codec) {
        this(() -> codec);
        Objects.requireNonNull(codec, "codec");
    }

    private NacreImageWriterSpi(Supplier<Codec> codec) {
        super(
                Formats.VENDOR,
                Formats.VERSION,
                Formats.NAMES.clone(),
                Formats.SUFFIXES.clone(),
                Formats.MEDIA_TYPES.clone(),
                NacreImageWriter.class.getName(),
                new Class<?>[] {ImageOutputStream.class},
                new String[] {NacreImageReaderSpi.class.getName()},
                false,
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                null);
        this.codec = codec;
    }

    @Override
    public boolean canEncodeImage(ImageTypeSpecifier type) {
        ColorModel model = type.getColorModel();
        int space = model.getColorSpace().getType();
        int transfer = type.getSampleModel().getDataType();
        return (space == ColorSpace.TYPE_RGB || space == ColorSpace.TYPE_GRAY)
                && (transfer == DataBuffer.TYPE_BYTE
                        || transfer == DataBuffer.TYPE_USHORT
                        || transfer == DataBuffer.TYPE_INT)
                && Arrays.stream(model.getComponentSize()).allMatch(bits -> bits <= MAX_BITS);
    }

    @Override
    public ImageWriter createWriterInstance(Object extension) {
        return new NacreImageWriter(this, codec.get());
    }

    @Override
    public String getDescription(Locale locale) {
        return "Nacre picture writer";
    }
}
