package io.nacre.codec.imageio;

import io.nacre.codec.PictureFile;
import io.nacre.codec.PictureInfo;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Node;

/**
 * What ImageIO is told of a picture, in its standard format. Read-only. EXIF and XMP are carried from a reader to a writer
 * that is given this.
 */
final class NacreImageMetadata extends IIOMetadata {
    private final PictureInfo info;
    private final byte[] exif;
    private final byte[] xmp;

    NacreImageMetadata(PictureFile file) {
        super(true, null, null, null, null);
        this.info = file.info();
        this.exif = file.exif().orElse(null);
        this.xmp = file.xmp().orElse(null);
    }

    /** Or null. */
    byte[] exif() {
        return exif;
    }

    /** Or null. */
    byte[] xmp() {
        return xmp;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public Node getAsTree(String format) {
        if (!IIOMetadataFormatImpl.standardMetadataFormatName.equals(format)) {
            throw new IllegalArgumentException("no metadata of the format " + format);
        }
        return getStandardTree();
    }

    @Override
    public void mergeTree(String format, Node root) {
        throw new IllegalStateException("the metadata are read-only");
    }

    @Override
    public void reset() {
        throw new IllegalStateException("the metadata are read-only");
    }

    private int channels() {
        return (info.grey() ? 1 : 3) + (info.alpha() ? 1 : 0);
    }

    @Override
    protected IIOMetadataNode getStandardChromaNode() {
        IIOMetadataNode chroma = new IIOMetadataNode("Chroma");
        chroma.appendChild(node("ColorSpaceType", "name", info.grey() ? "GRAY" : "RGB"));
        chroma.appendChild(node("NumChannels", "value", Integer.toString(channels())));
        chroma.appendChild(node("BlackIsZero", "value", "TRUE"));
        return chroma;
    }

    @Override
    protected IIOMetadataNode getStandardCompressionNode() {
        IIOMetadataNode compression = new IIOMetadataNode("Compression");
        compression.appendChild(node("CompressionTypeName", "value", NacreImageWriteParam.COMPRESSION_TYPE));
        compression.appendChild(node("Lossless", "value", "FALSE"));
        compression.appendChild(node("NumProgressiveScans", "value", "1"));
        compression.appendChild(node("BitRate", "value", Float.toString((float) info.bitsPerPixel())));
        return compression;
    }

    @Override
    protected IIOMetadataNode getStandardDataNode() {
        IIOMetadataNode data = new IIOMetadataNode("Data");
        data.appendChild(node("PlanarConfiguration", "value", "PixelInterleaved"));
        data.appendChild(node("SampleFormat", "value", "UnsignedIntegral"));
        String bits = (info.bitsPerSample() + " ").repeat(channels()).stripTrailing();
        data.appendChild(node("BitsPerSample", "value", bits));
        return data;
    }

    @Override
    protected IIOMetadataNode getStandardDimensionNode() {
        IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
        dimension.appendChild(node("PixelAspectRatio", "value", "1"));
        dimension.appendChild(node("ImageOrientation", "value", "Normal"));
        return dimension;
    }

    @Override
    protected IIOMetadataNode getStandardTransparencyNode() {
        IIOMetadataNode transparency = new IIOMetadataNode("Transparency");
        transparency.appendChild(node("Alpha", "value", info.alpha() ? "nonpremultiplied" : "none"));
        return transparency;
    }

    private static IIOMetadataNode node(String name, String attribute, String value) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        node.setAttribute(attribute, value);
        return node;
    }
}
