package io.nacre.codec.imageio;

import io.nacre.codec.CancelledException;
import io.nacre.codec.Codec;
import io.nacre.codec.Monitor;
import io.nacre.codec.PictureFile;
import io.nacre.codec.PictureInfo;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads Nacre pictures. The file is read from where the stream stands when it is first needed; a source region decodes
 * only the tiles that it touches. Not thread-safe, but for {@link #abort}.
 */
final class NacreImageReader extends ImageReader {
    private static final int THUMBNAIL_SIDE = 256;

    private final Codec codec;
    private PictureFile file;
    private volatile Monitor monitor = new Monitor();

    NacreImageReader(ImageReaderSpi provider, Codec codec) {
        super(provider);
        this.codec = codec;
    }

    @Override
    public void setInput(Object newInput, boolean seekForwardOnly, boolean ignoreMetadata) {
        super.setInput(newInput, seekForwardOnly, ignoreMetadata);
        file = null;
    }

    private PictureFile file(int index) throws IOException {
        if (index != 0) {
            throw new IndexOutOfBoundsException("a Nacre file has one picture, not a number " + index);
        }
        if (file == null) {
            if (input == null) {
                throw new IllegalStateException("no input has been set");
            }
            file = codec.openPicture(new StreamBytes((ImageInputStream) input));
        }
        return file;
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        if (input == null) {
            throw new IllegalStateException("no input has been set");
        }
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return file(index).info().width();
    }

    @Override
    public int getHeight(int index) throws IOException {
        return file(index).info().height();
    }

    @Override
    public boolean isRandomAccessEasy(int index) throws IOException {
        return isImageTiled(index);
    }

    @Override
    public ImageTypeSpecifier getRawImageType(int index) throws IOException {
        return file(index).imageType();
    }

    /** The type that holds the samples as they are, then those that hold them in another layout. */
    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        List<ImageTypeSpecifier> types = new ArrayList<>();
        types.add(file(index).imageType());
        PictureInfo info = file(index).info();
        if (info.bitsPerSample() == 8 && !info.profiled()) {
            // Grey as RGB as well: AWT takes its grey images for linear light.
            if (info.grey()) {
                add(types, info.alpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
            }
            add(types, info.alpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        }
        return types.iterator();
    }

    private static void add(List<ImageTypeSpecifier> types, int type) {
        types.add(ImageTypeSpecifier.createFromBufferedImageType(type));
    }

    @Override
    public IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public IIOMetadata getImageMetadata(int index) throws IOException {
        PictureFile opened = file(index);
        return ignoreMetadata ? null : new NacreImageMetadata(opened);
    }

    @Override
    public String getFormatName() {
        return Formats.NAMES[0];
    }

    @Override
    public BufferedImage read(int index, ImageReadParam param) throws IOException {
        PictureFile opened = file(index);
        PictureInfo info = opened.info();
        Rectangle whole = new Rectangle(info.width(), info.height());
        Rectangle source = getSourceRegion(param, whole.width, whole.height);
        opened.requireDecodable(part(source, param));
        BufferedImage image = getDestination(param, getImageTypes(index), whole.width, whole.height);
        checkReadParamBandSettings(
                param, Destination.bands(info, image), image.getSampleModel().getNumBands());
        Rectangle target = new Rectangle();
        computeRegions(param, whole.width, whole.height, image, source, target);
        Destination destination = new Destination(info, image, target, param);
        int step = param == null ? 1 : param.getSourceYSubsampling();
        run(
                index,
                () -> opened.readRows(
                        source,
                        (y, rgba) -> {
                            if (y % step == 0) {
                                destination.put(y / step, rgba);
                                processImageUpdate(image, target.x, target.y + y / step, target.width, 1, 1, 1, null);
                            }
                        },
                        monitor));
        return image;
    }

    /** As large as what will be read, subsampling applied. */
    private static Rectangle part(Rectangle source, ImageReadParam param) {
        return param == null
                ? source
                : new Rectangle(
                        source.x,
                        source.y,
                        (source.width - 1) / param.getSourceXSubsampling() + 1,
                        (source.height - 1) / param.getSourceYSubsampling() + 1);
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Does work that listeners hear of and that {@link #abort} ends. */
    private void run(int index, Work work) throws IOException {
        clearAbortRequest();
        monitor = new Monitor(share -> processImageProgress((float) (100 * share)));
        processImageStarted(index);
        if (abortRequested()) {
            monitor.cancel();
        }
        try {
            work.run();
        } catch (CancelledException e) {
            processReadAborted();
            return;
        }
        processImageComplete();
    }

    @Override
    public synchronized void abort() {
        super.abort();
        monitor.cancel();
    }

    @Override
    public boolean isImageTiled(int index) throws IOException {
        PictureInfo info = file(index).info();
        return Math.max(info.width(), info.height()) > info.tileSize();
    }

    @Override
    public int getTileWidth(int index) throws IOException {
        PictureInfo info = file(index).info();
        return Math.min(info.width(), info.tileSize());
    }

    @Override
    public int getTileHeight(int index) throws IOException {
        PictureInfo info = file(index).info();
        return Math.min(info.height(), info.tileSize());
    }

    @Override
    public BufferedImage readTile(int index, int column, int row) throws IOException {
        PictureInfo info = file(index).info();
        int across = (info.width() - 1) / info.tileSize() + 1;
        int down = (info.height() - 1) / info.tileSize() + 1;
        if (column < 0 || row < 0 || column >= across || row >= down) {
            throw new IllegalArgumentException("no tile " + column + "," + row + " of " + across + " x " + down);
        }
        ImageReadParam param = getDefaultReadParam();
        param.setSourceRegion(
                new Rectangle(column * info.tileSize(), row * info.tileSize(), info.tileSize(), info.tileSize()));
        return read(index, param);
    }

    @Override
    public boolean readerSupportsThumbnails() {
        return true;
    }

    @Override
    public int getNumThumbnails(int index) throws IOException {
        return thumbnailFactor(index) > 1 ? 1 : 0;
    }

    private int thumbnailFactor(int index) throws IOException {
        PictureInfo info = file(index).info();
        return (Math.max(info.width(), info.height()) - 1) / THUMBNAIL_SIDE + 1;
    }

    private void requireThumbnail(int index, int thumbnail) throws IOException {
        if (thumbnail < 0 || thumbnail >= getNumThumbnails(index)) {
            throw new IndexOutOfBoundsException("no thumbnail " + thumbnail);
        }
    }

    @Override
    public int getThumbnailWidth(int index, int thumbnail) throws IOException {
        requireThumbnail(index, thumbnail);
        return (getWidth(index) - 1) / thumbnailFactor(index) + 1;
    }

    @Override
    public int getThumbnailHeight(int index, int thumbnail) throws IOException {
        requireThumbnail(index, thumbnail);
        return (getHeight(index) - 1) / thumbnailFactor(index) + 1;
    }

    /** The picture with its pixels averaged: the format holds no smaller one, so all of it is decoded. */
    @Override
    public BufferedImage readThumbnail(int index, int thumbnail) throws IOException {
        requireThumbnail(index, thumbnail);
        processThumbnailStarted(index, thumbnail);
        Monitor thumbnailMonitor = new Monitor(share -> processThumbnailProgress((float) (100 * share)));
        BufferedImage small =
                file(index).thumbnail(THUMBNAIL_SIDE, thumbnailMonitor).image();
        processThumbnailComplete();
        return small;
    }

    @Override
    public void reset() {
        super.reset();
        file = null;
    }

    @Override
    public void dispose() {
        file = null;
        input = null;
    }
}
