package io.nacre.codec.imageio;

import io.nacre.codec.Codec;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes readers of Nacre pictures. ImageIO finds it by itself.
 *
 * <pre>{@code
 * BufferedImage whole = ImageIO.read(new File("a.nacre"));
 *
 * ImageReader reader = ImageIO.getImageReadersByFormatName("nacre").next();
 * try (ImageInputStream in = ImageIO.createImageInputStream(new File("a.nacre"))) {
 *     reader.setInput(in);
 *     ImageReadParam param = reader.getDefaultReadParam();
 *     param.setSourceRegion(new Rectangle(100, 100, 640, 480)); // only the tiles that it needs are decoded
 *     BufferedImage part = reader.read(0, param);
 * } finally {
 *     reader.dispose();
 * }
 * }</pre>
 *
 * <p>Readers share {@link Codec#shared()}, with its limits. A program that wants others registers its own:
 *
 * <pre>{@code
 * Codec strict = Codec.builder().maxPixels(50_000_000).build();
 * IIORegistry.getDefaultInstance().registerServiceProvider(new io.nacre.codec.imageio.NacreImageReaderSpi(strict));
 * }</pre>
 */
public final class NacreImageReaderSpi extends ImageReaderSpi {
    /** Holds HEAD of this version and of those to come. */
    private static final int HEAD_BYTES = 1024;

    /** Asked when it is needed: programs that use other formats pay nothing for it. */
    private final Supplier<Codec> codec;

    /** For ImageIO: with the shared codec. */
    public NacreImageReaderSpi() {
        this(Codec::shared);
    }

    /** @param codec that readers are to decode with; left open */
    public NacreImageReaderSpi(Codec codec) {
        this(() -> codec);
        Objects.requireNonNull(codec, "codec");
    }

    private NacreImageReaderSpi(Supplier<Codec> codec) {
        super(
                Formats.VENDOR,
                Formats.VERSION,
                Formats.NAMES.clone(),
                Formats.SUFFIXES.clone(),
                Formats.MEDIA_TYPES.clone(),
                NacreImageReader.class.getName(),
                new Class<?>[] {ImageInputStream.class},
                new String[] {NacreImageWriterSpi.class.getName()},
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

    /** Whether a stream holds a Nacre picture, be it a damaged one; it is left where it stood. */
    @Override
    public boolean canDecodeInput(Object source) throws IOException {
        if (!(source instanceof ImageInputStream in)) {
            return false;
        }
        byte[] head = new byte[HEAD_BYTES];
        int length = 0;
        in.mark();
        try {
            for (int n = 0; n >= 0 && length < HEAD_BYTES; n = in.read(head, length, HEAD_BYTES - length)) {
                length += n;
            }
        } finally {
            in.reset();
        }
        return isPicture(Arrays.copyOf(head, length));
    }

    private static boolean isPicture(byte[] head) {
        try {
            return ContainerReader.recognises(head) && ContainerReader.kindOf(ByteBuffer.wrap(head)) == Kind.PICTURE;
        } catch (FormatException e) {
            return true; // the reader will say what is wrong
        }
    }

    @Override
    public ImageReader createReaderInstance(Object extension) {
        return new NacreImageReader(this, codec.get());
    }

    @Override
    public String getDescription(Locale locale) {
        return "Nacre picture reader";
    }
}
