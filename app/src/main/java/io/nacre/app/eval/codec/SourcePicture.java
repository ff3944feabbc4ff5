package io.nacre.app.eval.codec;

import io.nacre.app.picture.RgbPicture;
import io.nacre.codec.raster.ImageOutput;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.RowSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A picture to be coded, and its files for tools: 8 bits, RGB, without metadata and colour chunks. A file is written when
 * it is first asked for. Thread-safe.
 */
public final class SourcePicture {
    private final RgbPicture rgb;
    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();

    /** @param folder where files are written; the caller removes it */
    public SourcePicture(RgbPicture rgb, Path folder) {
        this.rgb = rgb;
        this.folder = folder;
    }

    public RgbPicture rgb() {
        return rgb;
    }

    /** @param format {@code png} or {@code ppm} */
    synchronized Path file(String format) throws IOException {
        Path file = files.get(format);
        if (file == null) {
            file = folder.resolve("source." + format);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                ImageOutput.write(RowSource.of(rgb.pixels()), out, format, Metadata.NONE);
            }
            files.put(format, file);
        }
        return file;
    }
}
