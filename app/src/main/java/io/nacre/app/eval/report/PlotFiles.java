package io.nacre.app.eval.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes plots into a folder, each as SVG and PNG. */
final class PlotFiles {
    private static final System.Logger LOG = System.getLogger(PlotFiles.class.getName());
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final Path folder;
    private boolean fonts = true;

    PlotFiles(Path folder) {
        this.folder = folder;
    }

    /** Named by the plot's id. */
    void write(Plot plot) throws IOException {
        Files.writeString(folder.resolve(plot.id() + ".svg"), DECLARATION + SvgPlot.draw(plot));
        if (fonts) {
            BufferedImage image = paint(plot);
            if (image != null) {
                ImageIO.write(image, "png", folder.resolve(plot.id() + ".png").toFile());
            }
        }
    }

    /** Null on a machine without fonts, which the JDK reports by errors of several kinds, with and without a message. */
    private BufferedImage paint(Plot plot) {
        try {
            return PngPlot.paint(plot);
        } catch (InternalError | LinkageError | IllegalStateException e) {
            fonts = false;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "plots are written as SVG only, as there is no font to paint with: " + e);
            return null;
        }
    }
}
