package io.nacre.app.view.sound;

import io.nacre.app.view.Messages;
import io.nacre.app.view.Quantities;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The blind test: beginning, trials and result. What X is, is known to the player alone. */
final class AbxPanel extends VBox {
    private final Messages messages;
    private final BooleanSupplier coin;
    private final Consumer<Side> listen;
    private final Runnable ended;
    private final Spinner<Integer> trials = new Spinner<>(1, AbxSeries.MAX_TRIALS, AbxSeries.DEFAULT_TRIALS);
    private final ToggleGroup heard = new ToggleGroup();
    private AbxSeries series;

    /**
     * @param coin fair and unpredictable
     * @param listen plays a side from now on
     * @param ended hears that the test is over, or that none has begun
     */
    AbxPanel(Messages messages, BooleanSupplier coin, Consumer<Side> listen, Runnable ended) {
        this.messages = messages;
        this.coin = coin;
        this.listen = listen;
        this.ended = ended;
        getStyleClass().addAll("panel", "abx-panel");
        trials.setId("trials");
        trials.setMaxWidth(Double.MAX_VALUE);
        invite();
    }

    /** Whether it must not be seen which side is heard. */
    boolean isBlind() {
        return series != null && !series.ended();
    }

    /** Throws a test away that has begun, and offers a new one. */
    void invite() {
        series = null;
        Label count = new Label(messages.get("abx.trials"));
        count.setLabelFor(trials);
        HBox.setHgrow(trials, Priority.ALWAYS);
        HBox line = new HBox(count, trials);
        line.getStyleClass().add("line");
        Button begin = wide("abx-begin", "abx.begin", this::begin);
        begin.getStyleClass().add("primary");
        getChildren().setAll(heading("abx.title"), text("abx.how"), line, begin);
    }

    private void begin() {
        series = new AbxSeries(trials.getValue(), coin);
        trial();
    }

    private void trial() {
        ToggleButton a = source("A", () -> listen.accept(Side.A));
        ToggleButton b = source("B", () -> listen.accept(Side.B));
        ToggleButton x = source("X", () -> listen.accept(series.hidden()));
        HBox sources = new HBox(a, b, x);
        sources.getStyleClass().addAll("segments", "wide");
        Label number = new Label(messages.get("abx.trial", series.done() + 1, series.planned()));
        number.setId("trial");
        number.getStyleClass().add("strong");
        ProgressBar progress = new ProgressBar((double) series.done() / series.planned());
        progress.setMaxWidth(Double.MAX_VALUE);
        Button isA = wide("x-is-a", "abx.is-a", () -> answer(Side.A));
        Button isB = wide("x-is-b", "abx.is-b", () -> answer(Side.B));
        HBox answers = new HBox(isA, isB);
        answers.getStyleClass().add("group");
        HBox.setHgrow(isA, Priority.ALWAYS);
        HBox.setHgrow(isB, Priority.ALWAYS);
        Button end = wide("abx-end", "abx.end", this::end);
        end.getStyleClass().add("flat");
        getChildren()
                .setAll(
                        heading("abx.title"),
                        number,
                        progress,
                        text("abx.listen"),
                        sources,
                        text("abx.question"),
                        answers,
                        end);
        x.setSelected(true);
        listen.accept(series.hidden());
    }

    private ToggleButton source(String name, Runnable action) {
        ToggleButton button = new ToggleButton(name);
        button.setId("hear-" + name.toLowerCase(java.util.Locale.ROOT));
        button.setToggleGroup(heard);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(messages.get("abx.hear", name));
        button.setTooltip(new Tooltip(messages.get("abx.hear", name)));
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(e -> {
            button.setSelected(true);
            action.run();
        });
        return button;
    }

    /** Plays what stands for a key while a test goes on. */
    void hear(String name) {
        if (isBlind() && lookup("#hear-" + name) instanceof ToggleButton button) {
            button.fire();
        }
    }

    /** Answers while a test goes on. */
    void answer(Side side) {
        if (isBlind()) {
            series.answer(side);
            if (series.ended()) {
                end();
            } else {
                trial();
            }
        }
    }

    private void end() {
        series.end();
        series.result().ifPresentOrElse(this::result, this::invite);
        ended.run();
    }

    private void result(AbxSeries.Result result) {
        Label score = new Label(
                messages.get("abx.score", result.correct(), result.trials().size()));
        score.setId("score");
        score.getStyleClass().add("empty-title");
        Label p = new Label(Quantities.number(result.pValue() < 0.0001 ? "p = %.2g" : "p = %.4f", result.pValue()));
        p.setId("p-value");
        p.getStyleClass().addAll("figures", "strong");
        VBox lines = new VBox();
        lines.setId("trials-log");
        int number = 1;
        for (AbxSeries.Trial trial : result.trials()) {
            Label line = new Label(messages.get("abx.line", number++, trial.hidden(), trial.answer()));
            line.getStyleClass().addAll("figures", trial.correct() ? "better" : "error");
            lines.getChildren().add(line);
        }
        Button copy = wide("abx-copy", "abx.copy", () -> copy(result.log()));
        Button again = wide("abx-again", "abx.again", this::invite);
        String verdict = result.pValue() <= 0.05 ? "abx.heard" : "abx.not-heard";
        getChildren().setAll(heading("abx.title"), score, p, text(verdict), lines, copy, again);
        if (result.trials().size() < result.planned()) {
            getChildren().add(4, text("abx.early"));
        }
    }

    private static void copy(String log) {
        ClipboardContent content = new ClipboardContent();
        content.putString(log);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Label heading(String key) {
        Label label = new Label(messages.get(key));
        label.getStyleClass().add("section");
        return label;
    }

    private Label text(String key) {
        Label label = new Label(messages.get(key));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private Button wide(String id, String key, Runnable action) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
