package io.nacre.app.view.sound;

import io.nacre.app.view.Messages;
import io.nacre.app.view.Quantities;
import io.nacre.app.view.model.Settings;
import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.audio.SoundTarget;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the sound is coded for, and what came of it in figures. */
final class SoundPanel extends VBox {
    private static final double LEAST_KBPS = 0.5;
    private static final double MOST_KBPS = 64;
    private static final double START_KBPS = 3;

    private final Messages messages;
    private final SoundTexts texts;
    private final Settings store;
    private final ToggleButton byQuality;
    private final ToggleButton byRate;
    private final Slider quality = new Slider(0, 100, SoundOptions.DEFAULT_QUALITY);
    /** Of the logarithm. */
    private final Slider rate = new Slider(Math.log(LEAST_KBPS), Math.log(MOST_KBPS), Math.log(START_KBPS));

    private final Label value = new Label();
    private final HBox dial = new HBox();
    private final VBox coding;
    private final VBox measured;
    private final GridPane figures = new GridPane();
    private final Label excerpt = new Label();
    private Consumer<SoundTarget> wanted = target -> {};

    SoundPanel(Messages messages, SoundTexts texts, Settings store) {
        this.messages = messages;
        this.texts = texts;
        this.store = store;
        getStyleClass().add("panel");
        ToggleGroup group = new ToggleGroup();
        byQuality = segment("by-quality", group);
        byRate = segment("by-rate", group);
        HBox segments = new HBox(byQuality, byRate);
        segments.getStyleClass().addAll("segments", "wide");
        value.getStyleClass().add("figures");
        value.setMinWidth(84);
        value.setId("target");
        dial.getStyleClass().add("line");
        for (Slider slider : new Slider[] {quality, rate}) {
            HBox.setHgrow(slider, Priority.ALWAYS);
            slider.valueProperty().addListener((property, before, now) -> changed());
        }
        quality.setId("quality");
        quality.setBlockIncrement(1);
        quality.setAccessibleText(messages.get("by-quality"));
        rate.setId("rate");
        rate.setBlockIncrement(0.05);
        rate.setAccessibleText(messages.get("by-rate"));
        coding = new VBox(heading("section.coding"), segments, dial);
        coding.getStyleClass().add("dials");
        figures.getStyleClass().add("measures");
        figures.setId("figures");
        excerpt.getStyleClass().add("small");
        excerpt.setWrapText(true);
        measured = new VBox(heading("section.figures"), figures, excerpt);
        measured.getStyleClass().add("dials");
        getChildren().addAll(coding, measured);
        quality.setValue(store.number("sound.quality", SoundOptions.DEFAULT_QUALITY));
        rate.setValue(Math.log(store.number("sound.kbps", START_KBPS)));
        (store.flag("sound.by-rate", false) ? byRate : byQuality).setSelected(true);
        arrange();
    }

    private Label heading(String key) {
        Label label = new Label(messages.get(key));
        label.getStyleClass().add("section");
        return label;
    }

    private ToggleButton segment(String key, ToggleGroup group) {
        ToggleButton button = new ToggleButton(messages.get(key));
        button.setId(key);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setTooltip(new Tooltip(messages.get(key + ".tip")));
        button.setOnAction(e -> {
            button.setSelected(true);
            arrange();
            changed();
        });
        return button;
    }

    private void arrange() {
        dial.getChildren().setAll(byRate.isSelected() ? rate : quality, value);
        value.setText(text());
    }

    private void changed() {
        value.setText(text());
        store.put("sound.quality", Math.round(quality.getValue()));
        store.put("sound.kbps", kbps());
        store.put("sound.by-rate", byRate.isSelected());
        wanted.accept(target());
    }

    private double kbps() {
        return Math.round(Math.exp(rate.getValue()) * 10) / 10.0;
    }

    private String text() {
        return byRate.isSelected()
                ? Quantities.number("≤ %.1f kbit/s", kbps())
                : Quantities.number("%.0f", Math.round(quality.getValue()));
    }

    /** @param listener hears what is wanted whenever the user changes it */
    void listen(Consumer<SoundTarget> listener) {
        wanted = listener;
    }

    /** What is wanted now. */
    SoundTarget target() {
        return byRate.isSelected()
                ? new SoundTarget.Kbps(kbps())
                : new SoundTarget.Quality(Math.round(quality.getValue()));
    }

    /** @param steps of the dial, up or down */
    void step(int steps) {
        Slider slider = byRate.isSelected() ? rate : quality;
        slider.setValue(slider.getValue() + steps * slider.getBlockIncrement());
    }

    void show(SoundState state) {
        coding.setDisable(state.original().isEmpty());
        figures.getChildren().clear();
        Optional<CodedSound> coded = state.coded();
        coded.ifPresent(file -> {
            row("rate", Quantities.number("%.2f kbit/s", file.kbps()));
            row("size", Quantities.size(file.bytes()));
            row("quality", Quantities.number("%.1f", file.quality()));
        });
        state.scores().ifPresent(scores -> {
            row("si-sdr", texts.decibels(scores.siSdr()));
            row("log-mel", texts.decibels(scores.logMel()));
            row("stoi", texts.share(scores.stoi()));
            row("estoi", texts.share(scores.estoi()));
        });
        coded.ifPresent(file -> {
            double seconds = file.samples().seconds();
            row("encoding", texts.speed(seconds, file.encodeSeconds()));
            row("decoding", texts.speed(seconds, file.decodeSeconds()));
            row("pack", file.pack());
        });
        OptionalDouble seconds = state.original().stream()
                .mapToDouble(track -> track.samples().seconds())
                .findFirst();
        boolean cut = state.scores().isPresent() && seconds.orElse(0) > SoundSession.MEASURED_SECONDS;
        excerpt.setText(cut ? messages.get("excerpt", SoundSession.MEASURED_SECONDS / 60) : "");
        measured.setVisible(!figures.getChildren().isEmpty());
        figures.setOpacity(state.stage() == SoundState.Stage.CODING ? 0.5 : 1);
    }

    private void row(String key, String text) {
        Label name = new Label(messages.get("figure." + key));
        name.getStyleClass().add("muted");
        name.setTooltip(new Tooltip(messages.get("figure." + key + ".tip")));
        Label number = new Label(text);
        number.getStyleClass().add("figures");
        number.setId("figure-" + key);
        name.setLabelFor(number);
        figures.addRow(figures.getRowCount(), name, number);
    }
}
