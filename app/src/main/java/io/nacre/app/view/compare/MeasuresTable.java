package io.nacre.app.view.compare;

import io.nacre.app.eval.Metric;
import io.nacre.app.view.Messages;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.Measures;
import io.nacre.app.view.model.NacreFile;
import io.nacre.app.view.model.Original;
import io.nacre.app.view.model.Result;
import io.nacre.app.view.model.SideModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What the results cost and how good they are, a column for each side that has one. */
final class MeasuresTable extends GridPane {
    private final Messages messages;
    private final Formats formats;
    private final CompareModel model;
    private int row;

    MeasuresTable(Messages messages, Formats formats, CompareModel model) {
        this.messages = messages;
        this.formats = formats;
        this.model = model;
        getStyleClass().add("measures");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(names);
    }

    void update() {
        getChildren().clear();
        row = 0;
        Original original = model.original();
        if (original == null) {
            return;
        }
        List<SideModel> sides = new ArrayList<>();
        for (SideModel side : List.of(model.left(), model.right())) {
            if (side.recipe() != null) {
                sides.add(side);
            }
        }
        if (sides.isEmpty()) {
            if (original.coded() != null) {
                file(original, original.coded());
            }
            return;
        }
        heads(sides);
        line("measure.size", sides, result -> formats.size(result.bytes()), this::smaller);
        line("measure.bpp", sides, result -> formats.bitsPerPixel(result.bitsPerPixel()), null);
        for (Metric metric : Measures.METRICS) {
            metric(metric, sides);
        }
        line("measure.encode", sides, result -> formats.seconds(result.encodeSeconds()), null);
        line("measure.decode", sides, result -> formats.seconds(result.decodeSeconds()), null);
        line("measure.setting", sides, Result::setting, null);
        line(
                "measure.model",
                sides,
                result -> result.coded() == null ? "–" : result.coded().model(),
                null);
    }

    private void file(Original original, NacreFile file) {
        double bpp = 8.0 * original.bytes() / original.pixels();
        value(messages.get("measure.size"), formats.size(original.bytes()));
        value(messages.get("measure.bpp"), formats.bitsPerPixel(bpp));
        value(messages.get("measure.setting"), Formats.number("q=%.1f", file.quality()));
        value(messages.get("measure.model"), file.model());
        value(messages.get("measure.tiles"), Integer.toString(file.reader().tileCount()));
    }

    private void value(String name, String value) {
        add(new Label(name), 0, row);
        add(figure(value, false), 1, row++);
    }

    private void heads(List<SideModel> sides) {
        for (int i = 0; i < sides.size(); i++) {
            SideModel side = sides.get(i);
            Label head = new Label(model.coder(side.recipe().coder()).title());
            head.getStyleClass().addAll("column-head", side == model.left() ? "left" : "right");
            GridPane.setHalignment(head, HPos.RIGHT);
            add(head, i + 1, row);
        }
        row++;
    }

    private void line(
            String key, List<SideModel> sides, Function<Result, String> text, Function<SideModel, Boolean> better) {
        Label name = new Label(messages.get(key));
        add(name, 0, row);
        for (int i = 0; i < sides.size(); i++) {
            SideModel side = sides.get(i);
            String value = side.result() == null ? "…" : text.apply(side.result());
            boolean marked = better != null && sides.size() > 1 && better.apply(side);
            add(figure(value, side.state() == SideModel.State.WORKING, marked), i + 1, row);
        }
        row++;
    }

    private boolean smaller(SideModel side) {
        SideModel other = side == model.left() ? model.right() : model.left();
        return side.result() != null
                && other.result() != null
                && side.result().bytes() < other.result().bytes();
    }

    private void metric(Metric metric, List<SideModel> sides) {
        add(new Label(metric.title()), 0, row);
        for (int i = 0; i < sides.size(); i++) {
            SideModel side = sides.get(i);
            String value = side.measures().knows(metric)
                    ? formats.metric(metric, side.measures().value(metric))
                    : "…";
            boolean old = side.state() == SideModel.State.WORKING;
            add(figure(value, old, sides.size() > 1 && higher(metric, side)), i + 1, row);
        }
        row++;
    }

    private boolean higher(Metric metric, SideModel side) {
        SideModel other = side == model.left() ? model.right() : model.left();
        OptionalDouble own = side.measures().value(metric);
        OptionalDouble others = other.measures().value(metric);
        return own.isPresent() && others.isPresent() && own.getAsDouble() > others.getAsDouble();
    }

    private static Label figure(String text, boolean old) {
        return figure(text, old, false);
    }

    /**
     * @param old whether a newer value is on its way
     * @param better whether it is the better one of two
     */
    private static Label figure(String text, boolean old, boolean better) {
        Label label = new Label(text);
        label.getStyleClass().add("figures");
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (old) {
            label.getStyleClass().add("old");
        }
        if (better) {
            label.getStyleClass().add("better");
        }
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
