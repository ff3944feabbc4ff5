package io.nacre.app.eval.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Paints a plot on white with the fonts that the machine has; looks as {@link SvgPlot} draws it. */
final class PngPlot {
    private static final int SCALE = 2;
    private static final Color INK = new Color(0x1c2024);
    private static final Color GRID = new Color(0xdfe3e8);
    private static final int FONT_SIZE = 12;

    private final Plot plot;
    private final Graphics2D canvas;

    private PngPlot(Plot plot, Graphics2D canvas) {
        this.plot = plot;
        this.canvas = canvas;
    }

    /** @return 8-bit RGB, two pixels to a unit of the plot */
    static BufferedImage paint(Plot plot) {
        int width = (int) Math.ceil(SCALE * Plot.WIDTH);
        int height = (int) Math.ceil(SCALE * plot.height());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, width, height);
            canvas.scale(SCALE, SCALE);
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE));
            new PngPlot(plot, canvas).paint();
        } finally {
            canvas.dispose();
        }
        return image;
    }

    private void paint() {
        axes();
        Shape all = canvas.getClip();
        canvas.clip(new Rectangle2D.Double(
                plot.left() - 6, plot.top() - 6, plot.right() - plot.left() + 12, plot.bottom() - plot.top() + 12));
        for (int i = plot.series().size() - 1; i >= 0; i--) {
            series(plot.series().get(i));
        }
        canvas.setClip(all);
        plot.legend().forEach(this::key);
    }

    private void axes() {
        canvas.setStroke(new BasicStroke(1));
        canvas.setColor(GRID);
        for (Plot.Tick tick : plot.x().ticks()) {
            canvas.draw(new Line2D.Double(tick.at(), plot.top(), tick.at(), plot.bottom()));
        }
        for (Plot.Tick tick : plot.y().ticks()) {
            canvas.draw(new Line2D.Double(plot.left(), tick.at(), plot.right(), tick.at()));
        }
        canvas.setColor(INK);
        canvas.draw(new Line2D.Double(plot.left(), plot.bottom(), plot.right(), plot.bottom()));
        canvas.draw(new Line2D.Double(plot.left(), plot.top(), plot.left(), plot.bottom()));
        for (Plot.Tick tick : plot.x().ticks()) {
            text(tick.label(), tick.at(), plot.bottom() + 21, 0.5);
        }
        for (Plot.Tick tick : plot.y().ticks()) {
            text(tick.label(), plot.left() - 7, tick.at() + 4, 1);
        }
        text(plot.x().title(), plot.right(), plot.bottom() + 43, 1);
        Font plain = canvas.getFont();
        canvas.setFont(plain.deriveFont(Font.BOLD));
        text(plot.y().title(), plot.left() - 40, plot.top() - 14, 0);
        canvas.setFont(plain);
    }

    /** @param part of the text's width that lies left of x */
    private void text(String text, double x, double y, double part) {
        double width = canvas.getFontMetrics().stringWidth(text);
        canvas.drawString(text, (float) (x - part * width), (float) y);
    }

    private void series(Plot.Series one) {
        canvas.setColor(Color.decode(one.style().light()));
        Path2D line = new Path2D.Double();
        for (Plot.Point point : one.points()) {
            if (line.getCurrentPoint() == null) {
                line.moveTo(point.x(), point.y());
            } else {
                line.lineTo(point.x(), point.y());
            }
        }
        stroke(line, one.style());
        for (Plot.Point point : one.points()) {
            canvas.fill(one.style().marker().outline(point.x(), point.y()));
        }
    }

    private void stroke(Shape line, SeriesStyle style) {
        if (style.dashes().isEmpty()) {
            canvas.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        } else {
            float[] dashes = new float[style.dashes().size()];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = style.dashes().get(i).floatValue();
            }
            canvas.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        }
        canvas.draw(line);
    }

    private void key(Plot.Key key) {
        double y = key.y() - 4;
        canvas.setColor(Color.decode(key.style().light()));
        stroke(new Line2D.Double(key.x() - 26, y, key.x() - 6, y), key.style());
        canvas.fill(key.style().marker().outline(key.x() - 16, y));
        canvas.setColor(INK);
        text(key.text(), key.x(), key.y(), 0);
    }
}
