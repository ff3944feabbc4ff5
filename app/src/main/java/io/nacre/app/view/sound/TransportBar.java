package io.nacre.app.view.sound;

import io.nacre.app.view.Messages;
import io.nacre.app.view.Quantities;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** Play, which of the two is heard, loop, levels. */
final class TransportBar extends HBox {
    private static final String PLAY = "M2 1l11 6.5L2 14z";
    private static final String PAUSE = "M2 1h4v13H2z M9 1h4v13H9z";

    private final Messages messages;
    private final Button play = new Button();
    private final SVGPath symbol = new SVGPath();
    private final ToggleButton a;
    private final ToggleButton b;
    private final ToggleButton loop;
    private final ToggleButton match;
    private final ToggleButton abx;
    private final Label time = new Label();
    private final Label levels = new Label();
    private final Label silence = new Label();

    /** What the buttons do. */
    interface Actions {
        void playOrPause();

        void select(Side side);

        void loop(boolean on);

        void match(boolean on);

        void abx(boolean on);
    }

    TransportBar(Messages messages, Actions actions) {
        this.messages = messages;
        getStyleClass().add("view-bar");
        symbol.getStyleClass().add("icon");
        play.setGraphic(symbol);
        play.setId("play");
        play.getStyleClass().add("primary");
        play.setOnAction(e -> actions.playOrPause());
        ToggleGroup sides = new ToggleGroup();
        a = toggle("original", () -> actions.select(Side.A));
        b = toggle("decoded", () -> actions.select(Side.B));
        a.setToggleGroup(sides);
        b.setToggleGroup(sides);
        HBox segments = new HBox(a, b);
        segments.getStyleClass().add("segments");
        loop = toggle("loop", () -> actions.loop(isLoop()));
        match = toggle("match", () -> actions.match(isMatched()));
        match.setSelected(true);
        abx = toggle("abx", () -> actions.abx(isAbx()));
        time.setId("time");
        time.getStyleClass().add("figures");
        time.setMinWidth(150);
        levels.getStyleClass().add("muted");
        levels.setId("levels");
        silence.getStyleClass().add("error");
        silence.setId("silence");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(play, segments, time, loop, match, levels, silence, space, abx);
        playing(false);
    }

    private ToggleButton toggle(String id, Runnable action) {
        ToggleButton button = new ToggleButton(messages.get(id));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(messages.get(id + ".tip")));
        button.setOnAction(e -> action.run());
        return button;
    }

    boolean isLoop() {
        return loop.isSelected();
    }

    boolean isMatched() {
        return match.isSelected();
    }

    boolean isAbx() {
        return abx.isSelected();
    }

    void playing(boolean playing) {
        symbol.setContent(playing ? PAUSE : PLAY);
        String text = messages.get(playing ? "pause" : "play");
        play.setAccessibleText(text);
        play.setTooltip(new Tooltip(text));
    }

    /**
     * Shows what can be done.
     *
     * @param any whether there is a sound
     * @param both whether there are two
     * @param blind whether it must not be seen which one is heard
     */
    void enable(boolean any, boolean both, boolean blind) {
        play.setDisable(!any);
        a.setDisable(!both || blind);
        b.setDisable(!both || blind);
        loop.setDisable(!any);
        match.setDisable(!both || blind);
        abx.setDisable(!both);
    }

    void select(Side side, boolean blind) {
        a.setSelected(side == Side.A && !blind);
        b.setSelected(side == Side.B && !blind);
    }

    void loop(boolean on) {
        loop.setSelected(on);
    }

    void abx(boolean on) {
        abx.setSelected(on);
    }

    void levels(LevelMatch levelMatch, boolean both) {
        levels.setText(
                both && isMatched() ? messages.get("levels", Quantities.signed("%+.1f", levelMatch.decibels())) : "");
    }

    /** Says that nothing can be heard, and why. */
    void noLine() {
        silence.setText(messages.get("no-line"));
    }

    /** @param seconds of the play head and of the whole */
    void time(double position, double seconds) {
        time.setText(seconds == 0 ? "" : Timeline.time(position, 0.1) + " / " + Timeline.time(seconds, 0.1));
    }
}
