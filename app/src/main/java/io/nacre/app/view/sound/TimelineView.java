package io.nacre.app.view.sound;

import io.nacre.app.view.Messages;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** Waveforms and spectrograms of both sounds below one time axis, with the play head and the marked region over them. */
final class TimelineView extends StackPane {
    private static final double ZOOM = 1.25;
    private static final double WHEEL = 40;
    private static final double DRAG = 4;
    private static final double PAN = 0.2;
    private static final double MAX_GAIN = 30;
    private static final Color LEFT = Color.web("#d97706");
    private static final Color RIGHT = Color.web("#3b82f6");

    private final TimeAxis axis = new TimeAxis();
    private final WaveformLane[] waves = {new WaveformLane(), new WaveformLane()};
    private final SpectrogramLane[] spectra = {new SpectrogramLane(), new SpectrogramLane()};
    private final Label[] names = {new Label(), new Label()};
    private final Label[] spectrumNames = {new Label(), new Label()};
    private final StackPane[] boxes = new StackPane[2];
    private final StackPane[] spectrumBoxes = new StackPane[2];
    private final VBox lanes = new VBox();
    private final Pane over = new Pane();
    private final Region head = new Region();
    private final Region mark = new Region();
    private final IntConsumer seek;
    private final Consumer<Optional<AbMixer.Region>> loop;
    private Optional<SoundTrack> original = Optional.empty();
    private Optional<SoundTrack> decoded = Optional.empty();
    private Timeline timeline;
    private int position;
    private double pressedAt;
    private boolean dragging;

    /**
     * @param seek hears of the sample that is clicked
     * @param loop hears of the region that is marked
     */
    TimelineView(Messages messages, IntConsumer seek, Consumer<Optional<AbMixer.Region>> loop) {
        this.seek = seek;
        this.loop = loop;
        setId("timeline");
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        setAccessibleText(messages.get("timeline"));
        waves[0].colour(LEFT);
        waves[1].colour(RIGHT);
        lanes.getChildren().add(axis);
        for (int i = 0; i < 2; i++) {
            boxes[i] = named(waves[i], names[i], i == 0 ? "left" : "right");
            spectrumBoxes[i] = named(spectra[i], spectrumNames[i], i == 0 ? "left" : "right");
            VBox.setVgrow(spectrumBoxes[i], Priority.ALWAYS);
        }
        lanes.getChildren().addAll(boxes[0], boxes[1], spectrumBoxes[0], spectrumBoxes[1]);
        lanes.getStyleClass().add("lanes");
        head.getStyleClass().add("play-head");
        mark.getStyleClass().add("region");
        over.setMouseTransparent(true);
        over.getChildren().addAll(mark, head);
        getChildren().addAll(lanes, over);
        widthProperty().addListener((property, before, now) -> {
            if (timeline != null) {
                change(timeline.resized(now.doubleValue()));
            }
        });
        heightProperty().addListener((property, before, now) -> place());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private static StackPane named(Lane lane, Label name, String style) {
        name.getStyleClass().addAll("side-name", style);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        StackPane.setAlignment(name, Pos.TOP_RIGHT);
        return new StackPane(lane, name);
    }

    void dark(boolean dark) {
        axis.ink(dark ? Color.web("#9aa3af") : Color.web("#5c6675"));
    }

    /** Shows two sounds, or one; the part in sight is kept while the original stays the same. */
    void show(Optional<SoundTrack> first, Optional<SoundTrack> second) {
        Optional<SoundTrack> longest = first.isPresent() ? first : second;
        boolean same = timeline != null
                && longest.isPresent()
                && timeline.length() == longest.get().samples().length()
                && first.equals(original);
        original = first;
        decoded = second;
        if (!same) {
            timeline = longest.map(track -> Timeline.of(
                            track.samples().length(), track.samples().rate(), getWidth()))
                    .orElse(null);
        }
        boolean both = first.isPresent() && second.isPresent();
        show(0, first, both);
        show(1, second, both);
        repaint();
    }

    private void show(int side, Optional<SoundTrack> track, boolean both) {
        for (Label name : new Label[] {names[side], spectrumNames[side]}) {
            name.setText(track.map(SoundTrack::name).orElse(""));
            name.setVisible(both);
        }
        for (StackPane box : new StackPane[] {boxes[side], spectrumBoxes[side]}) {
            box.setVisible(track.isPresent());
            box.setManaged(track.isPresent());
        }
    }

    /** Paints anew, for instance because tiles have come. */
    void repaint() {
        axis.show(timeline);
        double gain = gain();
        for (int i = 0; i < 2; i++) {
            SoundTrack track = (i == 0 ? original : decoded).orElse(null);
            waves[i].show(track, timeline, gain);
            spectra[i].show(track, timeline);
        }
        place();
    }

    /** Both waveforms are drawn higher by the same factor where both are soft. */
    private double gain() {
        double peak = Math.max(peak(original), peak(decoded));
        return peak == 0 ? 1 : Math.min(MAX_GAIN, 1 / peak);
    }

    private static double peak(Optional<SoundTrack> track) {
        return track.isPresent() ? track.get().peaks().peak() : 0;
    }

    /** @param follow whether the part in sight moves on with it */
    void position(int sample, boolean follow) {
        position = sample;
        if (follow && timeline != null && !dragging) {
            Timeline following = timeline.showing(sample);
            if (!following.equals(timeline)) {
                change(following);
                return;
            }
        }
        place();
    }

    private void place() {
        head.setVisible(timeline != null);
        mark.setVisible(timeline != null && timeline.marked().isPresent());
        if (timeline == null) {
            return;
        }
        double x = timeline.placeOf(position);
        head.setVisible(x >= 0 && x <= getWidth());
        head.resizeRelocate(Math.round(x) - 1.0, 0, 2, getHeight());
        timeline.marked().ifPresent(region -> {
            double from = Math.max(-2, timeline.placeOf(region.from()));
            double to = Math.min(getWidth() + 2, timeline.placeOf(region.to()));
            mark.setVisible(to > from);
            mark.resizeRelocate(from, 0, Math.max(1, to - from), getHeight());
        });
    }

    private void change(Timeline next) {
        if (!next.equals(timeline)) {
            timeline = next;
            repaint();
        }
    }

    void zoom(boolean in) {
        if (timeline != null) {
            double x = timeline.placeOf(position);
            change(timeline.zoomed(in ? ZOOM : 1 / ZOOM, x >= 0 && x <= getWidth() ? x : getWidth() / 2));
        }
    }

    void whole() {
        if (timeline != null) {
            change(timeline.whole());
        }
    }

    /** @param forwards whether to later parts, by a fifth of what is in sight */
    void pan(boolean forwards) {
        if (timeline != null) {
            change(timeline.moved((forwards ? PAN : -PAN) * getWidth()));
        }
    }

    /** Takes the mark away. */
    void unmark() {
        if (timeline != null) {
            change(timeline.unmarked());
            loop.accept(Optional.empty());
        }
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        pressedAt = e.getX();
        dragging = false;
    }

    private void dragged(MouseEvent e) {
        if (timeline != null && e.isPrimaryButtonDown() && (dragging || Math.abs(e.getX() - pressedAt) >= DRAG)) {
            dragging = true;
            timeline = timeline.marked(pressedAt, e.getX());
            place();
        }
    }

    private void released(MouseEvent e) {
        if (timeline == null || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (dragging) {
            loop.accept(timeline.marked());
        } else {
            seek.accept((int) Math.max(0, Math.min(timeline.length() - 1.0, timeline.sampleAt(e.getX()))));
        }
        dragging = false;
    }

    private void scrolled(ScrollEvent e) {
        if (timeline == null) {
            return;
        }
        // With Shift, JavaFX hands a wheel's turn on as a horizontal one.
        if (e.getDeltaX() != 0) {
            change(timeline.moved(-e.getDeltaX()));
        } else if (e.getDeltaY() != 0) {
            change(timeline.zoomed(Math.pow(ZOOM, e.getDeltaY() / WHEEL), e.getX()));
        }
        e.consume();
    }
}
