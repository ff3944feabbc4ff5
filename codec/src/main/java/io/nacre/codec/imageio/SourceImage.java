package io.nacre.codec.imageio;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import javax.imageio.IIOParam;
import javax.imageio.ImageWriteParam;

/** The part of an image that is to be written. */
final class SourceImage {
    private SourceImage() {}

    /**
     * The image itself where all of it is wanted and it is a buffered one, else a copy of the part.
     *
     * @param param region and subsampling, or null for all
     * @throws UnsupportedOperationException if some bands only are wanted
     * @throws IllegalArgumentException if nothing is left of the image
     */
    static BufferedImage of(RenderedImage image, ImageWriteParam param) {
        if (param != null && param.getSourceBands() != null) {
            throw new UnsupportedOperationException("all bands are written; choose them in the image");
        }
        Rectangle all = new Rectangle(image.getMinX(), image.getMinY(), image.getWidth(), image.getHeight());
        Rectangle region = new Rectangle(all);
        int stepX = 1;
        int stepY = 1;
        if (param != null) {
            stepX = param.getSourceXSubsampling();
            stepY = param.getSourceYSubsampling();
            region = region(param, all);
        }
        if (image instanceof BufferedImage buffered && region.equals(all) && stepX == 1 && stepY == 1) {
            return buffered;
        }
        return copy(image, region, stepX, stepY);
    }

    private static Rectangle region(IIOParam param, Rectangle all) {
        Rectangle region = new Rectangle(all);
        if (param.getSourceRegion() != null) {
            Rectangle wanted = new Rectangle(param.getSourceRegion());
            wanted.translate(all.x, all.y);
            region = all.intersection(wanted);
        }
        region.x += param.getSubsamplingXOffset();
        region.y += param.getSubsamplingYOffset();
        region.width -= param.getSubsamplingXOffset();
        region.height -= param.getSubsamplingYOffset();
        if (region.width <= 0 || region.height <= 0) {
            throw new IllegalArgumentException("the source region leaves nothing of the image");
        }
        return region;
    }

    private static BufferedImage copy(RenderedImage image, Rectangle region, int stepX, int stepY) {
        int width = (region.width - 1) / stepX + 1;
        int height = (region.height - 1) / stepY + 1;
        ColorModel model = image.getColorModel();
        WritableRaster raster =
                Raster.createWritableRaster(image.getSampleModel().createCompatibleSampleModel(width, height), null);
        Object pixel = null;
        for (int y = 0; y < height; y++) {
            Raster row = image.getData(new Rectangle(region.x, region.y + y * stepY, region.width, 1));
            for (int x = 0; x < width; x++) {
                pixel = row.getDataElements(region.x + x * stepX, row.getMinY(), pixel);
                raster.setDataElements(x, y, pixel);
            }
        }
        return new BufferedImage(model, raster, model.isAlphaPremultiplied(), null);
    }
}
