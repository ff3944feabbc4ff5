package io.nacre.app.view.compare;

import io.nacre.app.view.Icon;
import io.nacre.app.view.Messages;
import io.nacre.app.view.model.ViewState;
import io.nacre.app.view.render.Scene.Arrangement;
import io.nacre.app.view.render.Scene.Difference;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Above the view: how the pictures are arranged, how differences are drawn, zoom. */
final class ViewBar extends HBox {
    private final Messages messages;
    private final Formats formats;
    private final ViewState view;
    private final Segments<Arrangement> arrangement;
    private final Segments<Difference> difference;
    private final Slider gain = new Slider(0, 6, 3);
    private final Label gainText = new Label();
    private final HBox differenceBox;
    private final Label zoom = new Label();
    private final ToggleButton smooth;

    ViewBar(Messages messages, Formats formats, ViewState view) {
        this.messages = messages;
        this.formats = formats;
        this.view = view;
        getStyleClass().add("view-bar");
        arrangement = new Segments<>(view::arrangement);
        arrangement
                .add(Arrangement.SPLIT, Icon.SPLIT, messages.get("split"), messages.get("split.tip"))
                .add(Arrangement.SIDE_BY_SIDE, Icon.SIDE_BY_SIDE, messages.get("beside"), messages.get("beside.tip"))
                .add(Arrangement.RIGHT, Icon.SINGLE, messages.get("single"), messages.get("single.tip"))
                .add(Arrangement.DIFFERENCE, Icon.DIFFERENCE, messages.get("diff"), messages.get("diff.tip"));
        difference = new Segments<>(view::difference);
        difference
                .add(Difference.AMPLIFIED, null, messages.get("diff.amplified"), messages.get("diff.amplified.tip"))
                .add(Difference.SIGNED, null, messages.get("diff.signed"), messages.get("diff.signed.tip"))
                .add(Difference.HEAT_MAP, null, messages.get("diff.heat"), messages.get("diff.heat.tip"));
        gain.setPrefWidth(96);
        gain.setId("gain");
        gain.setAccessibleText(messages.get("diff.gain"));
        gain.valueProperty().addListener((property, before, now) -> view.gain(Math.pow(2, now.doubleValue())));
        gainText.getStyleClass().add("figures");
        gainText.setMinWidth(34);
        differenceBox = new HBox(difference, gain, gainText);
        differenceBox.getStyleClass().add("group");
        smooth = new ToggleButton(messages.get("smooth"));
        smooth.setId("smooth");
        smooth.setTooltip(new Tooltip(messages.get("smooth.tip")));
        smooth.setOnAction(e -> view.smooth(smooth.isSelected()));
        zoom.getStyleClass().add("figures");
        zoom.setMinWidth(52);
        zoom.setAlignment(Pos.CENTER);
        zoom.setId("zoom");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(arrangement, differenceBox, space, smooth, zoomBox());
        update(false, false);
    }

    private Node zoomBox() {
        HBox box = new HBox(
                button("zoom.out", () -> view.zoomStep(false)),
                zoom,
                button("zoom.in", () -> view.zoomStep(true)),
                button("zoom.fit", view::fit),
                button("zoom.actual", view::actualSize));
        box.getStyleClass().add("group");
        return box;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(messages.get(key));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(messages.get(key + ".tip"));
        button.setTooltip(new Tooltip(messages.get(key + ".tip")));
        button.setOnAction(e -> action.run());
        return button;
    }

    /**
     * Shows the state of the view.
     *
     * @param open whether there is a picture
     * @param two whether there are two
     */
    void update(boolean open, boolean two) {
        setDisable(!open);
        arrangement.setDisable(!two);
        arrangement.select(view.arrangement());
        difference.select(view.difference());
        boolean differing = two && view.arrangement() == Arrangement.DIFFERENCE;
        differenceBox.setVisible(differing);
        differenceBox.setManaged(differing);
        gain.setValue(Math.log(view.gain()) / Math.log(2));
        gainText.setText(Formats.number("× %.0f", view.gain()));
        smooth.setSelected(view.smooth());
        zoom.setText(open ? formats.zoom(view.pane().zoom()) : "");
    }
}
