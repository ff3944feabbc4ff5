package io.nacre.app.view.compare;

import io.nacre.app.view.Messages;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.InsideModel;
import io.nacre.app.view.model.InsideModel.Overlay;
import io.nacre.codec.image.LatentInspection;
import io.nacre.codec.image.RateSplit;
import java.util.Arrays;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The inside of a file of ours: its rate split, and maps of bits, symbols and table rows over the picture. */
final class InsidePanel extends TitledPane {
    private static final double BAR_WIDTH = 312;

    private final Messages messages;
    private final Formats formats;
    private final InsideModel inside;
    private final Label hint = new Label();
    private final VBox rates = new VBox();
    private final Segments<Overlay> overlays;
    private final Slider channel = new Slider(0, 1, 0);
    private final Label channelText = new Label();
    private final HBox channelBox;
    private final HBox scale = new HBox();
    private final Label scaleText = new Label();
    private boolean filling;

    InsidePanel(Messages messages, Formats formats, CompareModel model) {
        this.messages = messages;
        this.formats = formats;
        this.inside = model.inside();
        setText(messages.get("inside"));
        setId("inside");
        setAnimated(false);
        setExpanded(false);
        overlays = new Segments<>(overlay -> inside.select(overlay, inside.channel()));
        for (Overlay overlay : Overlay.values()) {
            String key = "overlay." + overlay.name().toLowerCase(Locale.ROOT);
            overlays.add(overlay, null, messages.get(key), messages.get(key + ".tip"));
        }
        overlays.getStyleClass().add("wide");
        channel.setId("channel");
        channel.setBlockIncrement(1);
        channel.setAccessibleText(messages.get("channel"));
        HBox.setHgrow(channel, Priority.ALWAYS);
        channel.valueProperty().addListener((property, before, now) -> {
            int chosen = (int) Math.round(now.doubleValue());
            if (!filling && chosen != inside.channel()) {
                inside.select(inside.overlay(), chosen);
            }
        });
        channelText.getStyleClass().add("figures");
        channelText.setMinWidth(120);
        channelBox = new HBox(channel, channelText);
        channelBox.getStyleClass().add("line");
        Region gradient = new Region();
        gradient.getStyleClass().add("heat-scale");
        HBox.setHgrow(gradient, Priority.ALWAYS);
        scale.getChildren().setAll(new Label("0"), gradient, scaleText);
        scale.getStyleClass().add("line");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        VBox body = new VBox(hint, rates, overlays, channelBox, scale);
        body.getStyleClass().add("dials");
        setContent(body);
        expandedProperty().addListener((property, before, now) -> inside.show(now));
        update();
    }

    void update() {
        filling = true;
        LatentInspection inspection = inside.inspection();
        boolean there = inspection != null;
        hint.setText(
                inside.failure() == null ? messages.get("inside.nothing") : formats.failure(inside.failure(), null));
        show(hint, !there);
        show(rates, there);
        show(overlays, there);
        boolean byChannel = there && (inside.overlay() == Overlay.SYMBOLS || inside.overlay() == Overlay.TABLE_ROWS);
        show(channelBox, byChannel);
        show(scale, there && inside.overlay() != Overlay.NONE);
        overlays.select(inside.overlay());
        rates.getChildren().clear();
        if (there) {
            rates.getChildren().setAll(bar(inspection.rates()), table(inspection.rates()));
            channel.setMax(inspection.channels() - 1);
            channel.setValue(inside.channel());
            if (byChannel) {
                double[] bits = inspection.channelBits();
                double share = bits[inside.channel()]
                        / Math.max(1e-9, Arrays.stream(bits).sum());
                channelText.setText(
                        messages.get("channel.share", inside.channel(), Formats.number("%.1f", 100 * share)));
            }
            scaleText.setText(messages.get(
                    "scale." + inside.overlay().name().toLowerCase(Locale.ROOT),
                    Formats.number("%.0f", inside.brightest())));
        }
        filling = false;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static double[] parts(RateSplit split) {
        return new double[] {split.latents(), split.hyperlatents(), split.alpha(), split.structure(), split.metadata()};
    }

    private static final String[] PARTS = {"latents", "hyperlatents", "alpha", "structure", "metadata"};

    private static Node bar(RateSplit split) {
        HBox bar = new HBox();
        bar.getStyleClass().add("rate-bar");
        double[] parts = parts(split);
        for (int i = 0; i < parts.length; i++) {
            Region part = new Region();
            part.getStyleClass().add("rate-" + PARTS[i]);
            part.setPrefWidth(BAR_WIDTH * parts[i] / split.total());
            part.setMinWidth(0);
            bar.getChildren().add(part);
        }
        return bar;
    }

    private Node table(RateSplit split) {
        GridPane table = new GridPane();
        table.getStyleClass().add("measures");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(names);
        double[] parts = parts(split);
        int row = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] < 0.5) {
                continue;
            }
            Region dot = new Region();
            dot.getStyleClass().addAll("dot", "rate-" + PARTS[i]);
            table.add(new Label(messages.get("rate." + PARTS[i]), dot), 0, row);
            table.add(figure(formats.size(parts[i])), 1, row);
            table.add(figure(Formats.number("%.1f %%", 100 * parts[i] / split.total())), 2, row++);
        }
        return table;
    }

    private static Label figure(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("figures");
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
