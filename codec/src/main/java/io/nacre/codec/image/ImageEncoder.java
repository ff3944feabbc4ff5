package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.models.ModelException;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Encodes pictures with one opened pack. Thread-safe. The same bytes come out for any number of threads on one machine,
 * device and runtime.
 */
public final class ImageEncoder {
    /** Pictures of at most this many pixels keep their latents in memory while a target is searched. */
    private static final long CACHED_PIXELS = 1L << 24;
    /** Windows whose tiles may be waiting for a thread: bounds memory. */
    private static final int WINDOWS_AHEAD = 2;

    private final ImageModel model;

    public ImageEncoder(ImageModel model) {
        this.model = model;
    }

    /**
     * Encodes a picture.
     *
     * @param metadata its profile says that the samples are in that colour space
     * @return the file
     * @throws TargetException if no quality meets the target
     * @throws ModelException if the pack has no sender
     */
    public byte[] encode(Pixels pixels, Metadata metadata, EncodeOptions options, Progress progress)
            throws IOException {
        Pass pass = new Pass(pixels, metadata, options, progress);
        long area = (long) pixels.width() * pixels.height();
        EncodeTarget target = options.target();
        if (target instanceof EncodeTarget.Quality quality) {
            return pass.encode((int) Math.round(quality.value() / 100 * ImageHeader.MAX_QUALITY));
        }
        if (target instanceof EncodeTarget.Bytes bytes) {
            return pass.largestWithin(bytes.value());
        }
        if (target instanceof EncodeTarget.BitsPerPixel bpp) {
            return pass.largestWithin((long) Math.floor(bpp.value() * area / 8));
        }
        return pass.smallestReaching(((EncodeTarget.Psnr) target).value());
    }

    /** One picture and what was computed of it so far. */
    private final class Pass {
        private final Pixels pixels;
        private final Metadata metadata;
        private final Progress progress;
        private final TileGrid grid;
        private final Analysis analysis;
        private final List<List<Analysis.AnalysedTile>> cache;

        Pass(Pixels pixels, Metadata metadata, EncodeOptions options, Progress progress) throws ModelException {
            this.pixels = pixels;
            this.metadata = metadata;
            this.progress = progress;
            this.grid = new TileGrid(pixels.width(), pixels.height(), options.tileSize());
            this.analysis = new Analysis(model, pixels, grid);
            boolean search = !(options.target() instanceof EncodeTarget.Quality);
            boolean small = (long) pixels.width() * pixels.height() <= CACHED_PIXELS;
            this.cache = search && small ? new ArrayList<>() : null;
        }

        byte[] encode(int quality) throws IOException {
            TileEncoder tileEncoder = new TileEncoder(model.receiver(), model.sender(), quality);
            int alphaError = quality < 504 ? 2 : quality < 756 ? 1 : 0;
            byte[][] payloads = new byte[grid.count()][];
            Deque<List<Future<?>>> running = new ArrayDeque<>();
            int done = 0;
            List<Rectangle> windows = analysis.windows();
            for (int w = 0; w < windows.size(); w++) {
                List<Future<?>> tasks = new ArrayList<>();
                for (Analysis.AnalysedTile tile : analysed(windows, w)) {
                    tasks.add(model.submit(() -> {
                        payloads[tile.index()] =
                                tileEncoder.encode(tile.geometry(), tile.latents(), tile.alpha(), alphaError);
                        return null;
                    }));
                }
                running.add(tasks);
                if (running.size() >= WINDOWS_AHEAD) {
                    done += await(running.remove());
                    progress.tiles(done, grid.count());
                }
            }
            while (!running.isEmpty()) {
                done += await(running.remove());
                progress.tiles(done, grid.count());
            }
            return file(quality, payloads);
        }

        private List<Analysis.AnalysedTile> analysed(List<Rectangle> windows, int index) {
            if (cache == null) {
                return analysis.analyse(windows.get(index));
            }
            if (cache.size() == index) {
                cache.add(analysis.analyse(windows.get(index)));
            }
            return cache.get(index);
        }

        private byte[] file(int quality, byte[][] payloads) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageHeader header = new ImageHeader(
                    pixels.width(),
                    pixels.height(),
                    pixels.grey(),
                    pixels.alpha(),
                    pixels.maximum() > 255,
                    metadata.icc() != null,
                    model.packId(),
                    quality,
                    grid.tileSize());
            ContainerWriter writer = new ContainerWriter(out, header);
            if (metadata.icc() != null) {
                writer.writeIcc(metadata.icc());
            }
            if (metadata.exif() != null) {
                writer.writeExif(metadata.exif());
            }
            if (metadata.xmp() != null) {
                writer.writeXmp(metadata.xmp());
            }
            writer.writeTiles(Arrays.asList(payloads));
            writer.finish();
            return out.toByteArray();
        }

        /**
         * The largest file within a size. Size grows with quality but for small steps back at whole quality steps, where
         * the integers of the row predictor change: after the bisection the next few qualities are tried as well.
         */
        byte[] largestWithin(long size) throws IOException {
            byte[] best = encode(0);
            if (best.length > size) {
                throw new TargetException(
                        "the smallest file for this picture has " + best.length + " bytes, not " + size);
            }
            int low = 0;
            int high = ImageHeader.MAX_QUALITY + 1;
            double logLow = Math.log(best.length);
            double logHigh = Double.NaN;
            while (high - low > 1) {
                int middle = guess(low, high, logLow, logHigh, Math.log(size));
                byte[] file = encode(middle);
                if (file.length <= size) {
                    low = middle;
                    logLow = Math.log(file.length);
                    if (file.length >= best.length) {
                        best = file;
                    }
                    if (best.length >= 0.995 * size) {
                        return best;
                    }
                } else {
                    high = middle;
                    logHigh = Math.log(file.length);
                }
            }
            for (int next = high + 1; next <= Math.min(high + 3, ImageHeader.MAX_QUALITY); next++) {
                byte[] file = encode(next);
                if (file.length <= size && file.length > best.length) {
                    best = file;
                }
            }
            return best;
        }

        /** Interpolates the logarithm of the size, kept away from the ends so that every probe narrows the range. */
        private static int guess(int low, int high, double logLow, double logHigh, double logTarget) {
            double share = Double.isNaN(logHigh) ? 0.5 : (logTarget - logLow) / (logHigh - logLow);
            int margin = Math.max(1, (high - low) / 16);
            int middle = low + (int) Math.round((high - low) * share);
            return Math.max(low + margin, Math.min(high - margin, middle));
        }

        byte[] smallestReaching(double psnr) throws IOException {
            byte[] best = encode(ImageHeader.MAX_QUALITY);
            double reached = psnr(best);
            if (reached < psnr) {
                throw new TargetException(String.format(
                        java.util.Locale.ROOT, "this picture reaches %.2f dB at most, not %.2f", reached, psnr));
            }
            int low = -1;
            int high = ImageHeader.MAX_QUALITY;
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                byte[] file = encode(middle);
                reached = psnr(file);
                if (reached >= psnr) {
                    high = middle;
                    best = file;
                    if (reached < psnr + 0.01) {
                        return best;
                    }
                } else {
                    low = middle;
                }
            }
            return best;
        }

        private double psnr(byte[] file) throws IOException {
            Limits limits = Limits.DEFAULT.withPixels(Long.MAX_VALUE).withSide(Integer.MAX_VALUE);
            ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(file), limits);
            int width = pixels.width();
            int[] original = new int[4 * width];
            int[] decoded = new int[4 * width];
            double scale = 255.0 / pixels.maximum();
            double sum = 0;
            try (DecodedImage image = new ImageDecoder(model).decode(reader, null, Progress.NONE)) {
                for (int y = 0; y < pixels.height(); y++) {
                    pixels.read(0, y, width, original);
                    image.readRow(y, decoded);
                    for (int i = 0; i < 4 * width; i++) {
                        double d = (i & 3) == 3 ? 0 : (original[i] - decoded[i]) * scale;
                        sum += d * d;
                    }
                }
            }
            return 10 * Math.log10(255.0 * 255.0 * 3 * width * pixels.height() / sum);
        }
    }

    private static int await(List<Future<?>> tasks) throws IOException {
        for (Future<?> task : tasks) {
            try {
                task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("encoding was interrupted").initCause(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a tile could not be encoded", e.getCause());
            }
        }
        return tasks.size();
    }
}
