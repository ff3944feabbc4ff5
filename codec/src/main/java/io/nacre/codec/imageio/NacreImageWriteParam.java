package io.nacre.codec.imageio;

import io.nacre.codec.PictureSettings;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageWriteParam;

/**
 * How a Nacre picture is written. The compression quality of ImageIO, 0..1, is the codec's quality divided by 100; all
 * other settings, such as a size to meet, go through {@link #setSettings}.
 *
 * <pre>{@code
 * ImageWriter writer = ImageIO.getImageWritersByFormatName("nacre").next();
 * io.nacre.codec.imageio.NacreImageWriteParam param =
 *         (io.nacre.codec.imageio.NacreImageWriteParam) writer.getDefaultWriteParam();
 * param.setSettings(PictureSettings.ofBytes(50_000).withEffort(5));
 * try (ImageOutputStream out = ImageIO.createImageOutputStream(new File("a.nacre"))) {
 *     writer.setOutput(out);
 *     writer.write(null, new IIOImage(image, null, null), param);
 * } finally {
 *     writer.dispose();
 * }
 * }</pre>
 */
public final class NacreImageWriteParam extends ImageWriteParam {
    /** The only compression type. */
    public static final String COMPRESSION_TYPE = "Nacre";

    private static final float DEFAULT_QUALITY = 0.5f;

    private PictureSettings settings = PictureSettings.DEFAULT;

    /** @param locale of messages, or null */
    public NacreImageWriteParam(Locale locale) {
        super(locale);
        canWriteCompressed = true;
        compressionTypes = new String[] {COMPRESSION_TYPE};
        compressionType = COMPRESSION_TYPE;
        compressionQuality = DEFAULT_QUALITY;
    }

    /**
     * Takes all the codec's settings. They count unless the compression mode is {@link #MODE_EXPLICIT}: then the
     * compression quality does.
     */
    public void setSettings(PictureSettings newSettings) {
        settings = Objects.requireNonNull(newSettings, "newSettings");
        compressionMode = MODE_COPY_FROM_METADATA;
    }

    /** What a writer does by these parameters. */
    public PictureSettings getSettings() {
        return compressionMode == MODE_EXPLICIT ? PictureSettings.ofQuality(100.0 * compressionQuality) : settings;
    }

    @Override
    public void unsetCompression() {
        super.unsetCompression();
        compressionType = COMPRESSION_TYPE;
        compressionQuality = DEFAULT_QUALITY;
    }

    @Override
    public boolean isCompressionLossless() {
        return false;
    }
}
