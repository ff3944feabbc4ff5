package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a picture's file says of it. */
record PictureDescription(InputReader.NacreFile file) implements Description {
    @Override
    public String rate() {
        return String.format(Locale.ROOT, "%.3f bpp", file.bitsPerPixel());
    }

    @Override
    public List<String> lines() {
        ContainerReader reader = file.reader();
        ImageHeader header = reader.header();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "picture   %d x %d pixels, %s%s, %d bits a sample, %s",
                        header.width(),
                        header.height(),
                        header.grey() ? "grey" : "RGB",
                        header.alpha() ? " with alpha" : "",
                        header.sixteenBit() ? 16 : 8,
                        header.iccKept() ? "colours by its ICC profile" : "sRGB"),
                String.format(Locale.ROOT, "quality   %.1f", quality(header)),
                String.format(Locale.ROOT, "tiles     %d of %d x %2$d pixels", reader.tileCount(), header.tileSize()),
                String.format(
                        Locale.ROOT,
                        "metadata  EXIF %,d, ICC %,d, XMP %,d bytes",
                        length(reader.exif()),
                        length(reader.icc()),
                        length(reader.xmp())));
    }

    @Override
    public void write(JsonStringWriter json) {
        ContainerReader reader = file.reader();
        ImageHeader header = reader.header();
        json.value("bitsPerPixel", file.bitsPerPixel())
                .value("width", header.width())
                .value("height", header.height())
                .value("grey", header.grey())
                .value("alpha", header.alpha())
                .value("bitsPerSample", header.sixteenBit() ? 16 : 8)
                .value("iccKept", header.iccKept())
                .value("quality", quality(header))
                .value("tileSize", header.tileSize())
                .value("tiles", reader.tileCount())
                .object("metadata")
                .value("exif", length(reader.exif()))
                .value("icc", length(reader.icc()))
                .value("xmp", length(reader.xmp()))
                .end();
    }

    private static double quality(ImageHeader header) {
        return 100.0 * header.quality() / ImageHeader.MAX_QUALITY;
    }

    private static int length(Optional<byte[]> box) {
        return box.map(bytes -> bytes.length).orElse(0);
    }
}
