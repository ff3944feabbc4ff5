package io.nacre.app.view.compare;

import io.nacre.app.eval.Metric;
import io.nacre.app.view.Messages;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.CurvePoint;
import io.nacre.app.view.model.SideModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.text.TextAlignment;

/** PSNR over bits per pixel of the open picture, as far as points are known; the results on show are marked. */
final class CurvePlot extends VBox {
    private static final double WIDTH = 312;
    private static final double HEIGHT = 176;
    private static final double LEFT = 34;
    private static final double BOTTOM = 24;
    private static final double TOP = 8;
    private static final double RIGHT = 10;
    private static final double[] RATES = {0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};
    private static final Color[] COLOURS = {
        Color.web("#3b82f6"),
        Color.web("#f59e0b"),
        Color.web("#10b981"),
        Color.web("#ef4444"),
        Color.web("#a855f7"),
        Color.web("#14b8a6"),
        Color.web("#ec4899"),
        Color.web("#84cc16"),
        Color.web("#94a3b8")
    };

    private final Messages messages;
    private final CompareModel model;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final FlowPane legend = new FlowPane(12, 4);
    private boolean dark;
    private double lowRate;
    private double highRate;
    private double lowPsnr;
    private double highPsnr;

    CurvePlot(Messages messages, CompareModel model) {
        this.messages = messages;
        this.model = model;
        getStyleClass().add("curve");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        legend.getStyleClass().add("legend");
        Label heading = new Label(messages.get("curve"));
        heading.getStyleClass().add("section");
        getChildren().addAll(heading, canvas, legend);
    }

    void dark(boolean value) {
        dark = value;
        update();
    }

    void update() {
        List<CurvePoint> all = new ArrayList<>();
        model.curves().coders().forEach(coder -> all.addAll(model.curves().curve(coder)));
        setVisible(!all.isEmpty());
        setManaged(!all.isEmpty());
        legend.getChildren().clear();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        if (all.isEmpty()) {
            return;
        }
        range(all);
        axes(g);
        for (String coder : model.curves().coders()) {
            curve(g, coder);
        }
        mark(g, model.left());
        mark(g, model.right());
        canvas.setAccessibleText(messages.get("curve.points", all.size()));
    }

    private void range(List<CurvePoint> all) {
        double margin = 1.25;
        lowRate = all.stream().mapToDouble(CurvePoint::bitsPerPixel).min().orElseThrow() / margin;
        highRate = all.stream().mapToDouble(CurvePoint::bitsPerPixel).max().orElseThrow() * margin;
        if (highRate / lowRate < 4) {
            double middle = Math.sqrt(lowRate * highRate);
            lowRate = middle / 2;
            highRate = middle * 2;
        }
        lowPsnr = Math.floor(all.stream().mapToDouble(CurvePoint::psnr).min().orElseThrow() - 1);
        highPsnr = Math.ceil(all.stream().mapToDouble(CurvePoint::psnr).max().orElseThrow() + 1);
    }

    private double x(double rate) {
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(rate / lowRate) / Math.log(highRate / lowRate);
    }

    private double y(double psnr) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (psnr - lowPsnr) / (highPsnr - lowPsnr);
    }

    private void axes(GraphicsContext g) {
        Color line = dark ? Color.web("#3a3f47") : Color.web("#e1e4e9");
        Color text = dark ? Color.web("#9aa3af") : Color.web("#5c6675");
        g.setLineWidth(1);
        g.setStroke(line);
        g.setFill(text);
        g.setFont(javafx.scene.text.Font.font(10.5));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (double rate : RATES) {
            if (rate >= lowRate && rate <= highRate) {
                double x = Math.round(x(rate)) + 0.5;
                g.strokeLine(x, TOP, x, HEIGHT - BOTTOM);
                g.fillText(
                        Formats.number(rate < 0.1 ? "%.2f" : rate < 1 ? "%.1f" : "%.0f", rate), x, HEIGHT - BOTTOM + 5);
            }
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        double step = highPsnr - lowPsnr > 16 ? 5 : 2;
        for (double psnr = Math.ceil(lowPsnr / step) * step; psnr <= highPsnr; psnr += step) {
            double y = Math.round(y(psnr)) + 0.5;
            g.strokeLine(LEFT, y, WIDTH - RIGHT, y);
            g.fillText(Formats.number("%.0f", psnr), LEFT - 6, y);
        }
    }

    private Color colour(String coder) {
        int index = 0;
        while (index < model.coders().size() && !model.coders().get(index).id().equals(coder)) {
            index++;
        }
        return COLOURS[index % COLOURS.length];
    }

    private void curve(GraphicsContext g, String coder) {
        List<CurvePoint> points = model.curves().curve(coder);
        Color colour = colour(coder);
        g.setStroke(colour);
        g.setFill(colour);
        g.setLineWidth(1.6);
        g.beginPath();
        for (CurvePoint point : points) {
            g.lineTo(x(point.bitsPerPixel()), y(point.psnr()));
        }
        g.stroke();
        for (CurvePoint point : points) {
            g.fillOval(x(point.bitsPerPixel()) - 2, y(point.psnr()) - 2, 4, 4);
        }
        Label name = new Label(model.coder(coder).title(), new Circle(4, colour));
        name.getStyleClass().add("small");
        legend.getChildren().add(name);
    }

    private void mark(GraphicsContext g, SideModel side) {
        OptionalDouble psnr = side.measures().value(Metric.PSNR_RGB);
        if (side.recipe() == null || side.result() == null || psnr.isEmpty() || !Double.isFinite(psnr.getAsDouble())) {
            return;
        }
        double x = x(side.result().bitsPerPixel());
        double y = y(psnr.getAsDouble());
        g.setFill(dark ? Color.web("#24272c") : Color.WHITE);
        g.fillOval(x - 5.5, y - 5.5, 11, 11);
        g.setStroke(colour(side.recipe().coder()));
        g.setLineWidth(2.5);
        g.strokeOval(x - 5.5, y - 5.5, 11, 11);
    }
}
