package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.ImageHeader;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.ModelException;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** Decodes picture files with one opened pack. Thread-safe. */
public final class ImageDecoder {
    /** Side of a synthesis window in pixels: large, because the ring around it is computed for nothing. */
    private static final int WINDOW = 2048;

    private final ImageModel model;
    private final int windowSize;
    private final boolean salvaging;

    public ImageDecoder(ImageModel model) {
        this(model, WINDOW, false);
    }

    /** @param windowSize a multiple of 64 */
    ImageDecoder(ImageModel model, int windowSize) {
        this(model, windowSize, false);
    }

    private ImageDecoder(ImageModel model, int windowSize, boolean salvaging) {
        this.model = model;
        this.windowSize = windowSize;
        this.salvaging = salvaging;
    }

    /**
     * The same decoder, but damaged tiles do not end it: they are filled from their neighbours, smoothly, and
     * {@link DecodedImage#lostTiles} tells which. Goes with {@link ContainerReader#salvage}. Intact files come out as ever.
     */
    public ImageDecoder salvaging() {
        return new ImageDecoder(model, windowSize, true);
    }

    /**
     * Starts decoding.
     *
     * @param file a picture whose pack is that of the model
     * @param crop the part that is wanted, in pixels, or null for all of it; only the tiles that it needs are parsed
     * @return the samples, made row by row; to be closed
     * @throws ModelException if the file needs another pack
     * @throws IllegalArgumentException if the crop is empty or not inside the picture
     */
    public DecodedImage decode(ContainerReader file, Rectangle crop, Progress progress) throws ModelException {
        ImageHeader header = file.header();
        if (!header.packId().equals(model.packId())) {
            throw new ModelException(
                    "the file needs the model pack " + header.packId() + ", this is " + model.packId());
        }
        Rectangle whole = new Rectangle(0, 0, header.width(), header.height());
        Rectangle region = crop == null ? whole : crop;
        if (region.isEmpty() || !whole.contains(region)) {
            throw new IllegalArgumentException("the crop " + region.x + "," + region.y + "," + region.width + ","
                    + region.height + " is not inside the picture of " + header.width() + "x" + header.height());
        }
        return new DecodedImage(model, file, region, windowSize, salvaging, progress);
    }

    /**
     * Parses every tile and computes nothing: no graph runs.
     *
     * @return what is wrong, a sentence for each tile that is; empty if all is well
     * @throws ModelException if the file needs another pack
     */
    public List<String> check(ContainerReader file, Progress progress) throws ModelException {
        ImageHeader header = checkedHeader(file);
        TileGrid grid = new TileGrid(header.width(), header.height(), header.tileSize());
        TileParser parser = new TileParser(model.receiver(), header.quality(), header.alpha());
        List<String> problems = new ArrayList<>();
        for (int tile = 0; tile < grid.count(); tile++) {
            try {
                parser.parse(file.tile(tile), grid.geometry(tile));
            } catch (CorruptStreamException e) {
                problems.add("tile " + tile + " is corrupt: " + e.getMessage());
            } catch (FormatException e) {
                problems.add(e.getMessage());
            }
            progress.tiles(tile + 1, grid.count());
        }
        return problems;
    }

    private ImageHeader checkedHeader(ContainerReader file) throws ModelException {
        ImageHeader header = file.header();
        if (!header.packId().equals(model.packId())) {
            throw new ModelException(
                    "the file needs the model pack " + header.packId() + ", this is " + model.packId());
        }
        return header;
    }
}
