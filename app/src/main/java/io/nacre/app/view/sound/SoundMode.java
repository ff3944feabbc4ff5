package io.nacre.app.view.sound;

import io.nacre.app.encode.FileInput;
import io.nacre.app.file.FileNames;
import io.nacre.app.sound.SoundSamples;
import io.nacre.app.view.Icon;
import io.nacre.app.view.Messages;
import io.nacre.app.view.Mode;
import io.nacre.app.view.Theme;
import io.nacre.app.view.model.Settings;
import io.nacre.app.view.sound.SoundState.Stage;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/** The mode that compares sounds by ear and eye. */
public final class SoundMode implements Mode {
    private static final double PANEL_WIDTH = 320;

    /** What is new is shown that much later, much at once. */
    private static final Duration LATER = Duration.millis(40);

    private final Messages messages = Messages.of(SoundMode.class);
    private final SoundTexts texts = new SoundTexts(messages);
    private final AudioOutput output;
    private final SoundSession session;
    private final BorderPane content = new BorderPane();
    private final TransportBar bar;
    private final TimelineView timeline;
    private final SoundPanel panel;
    private final AbxPanel abx;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox empty = new VBox();
    private final Label emptyTitle = new Label();
    private final Label emptyText = new Label();
    private final Label file = new Label();
    private final Label facts = new Label();
    private final Label work = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final PauseTransition later = new PauseTransition(LATER);
    private final AnimationTimer follow = new AnimationTimer() {
        @Override
        public void handle(long now) {
            position(true);
        }
    };
    private SoundState state;
    private Optional<AbPlayer> player = Optional.empty();
    private Optional<AbMixer.Region> region = Optional.empty();

    /**
     * @param theme whose light or dark the axis follows
     * @param store where the choices are remembered
     */
    public SoundMode(SoundCoder coder, AudioOutput output, Theme theme, Settings store) {
        this.output = output;
        panel = new SoundPanel(messages, texts, store);
        session = new SoundSession(coder, panel.target(), () -> Platform.runLater(later::play));
        panel.listen(session::code);
        later.setOnFinished(e -> update());
        bar = new TransportBar(messages, new BarActions());
        timeline = new TimelineView(messages, this::seek, this::mark);
        SecureRandom random = new SecureRandom();
        abx = new AbxPanel(messages, random::nextBoolean, this::hear, this::enable);
        theme.dark().addListener((property, before, now) -> timeline.dark(now));
        timeline.dark(theme.dark().get());
        arrange();
        state = session.state();
        show();
    }

    private void arrange() {
        empty.getStyleClass().add("empty");
        empty.setAlignment(Pos.CENTER);
        emptyTitle.getStyleClass().add("empty-title");
        emptyTitle.setId("empty-title");
        emptyTitle.setWrapText(true);
        emptyTitle.setTextAlignment(TextAlignment.CENTER);
        emptyText.setId("empty-text");
        emptyText.getStyleClass().add("muted");
        emptyText.setWrapText(true);
        emptyText.setTextAlignment(TextAlignment.CENTER);
        emptyText.setMaxWidth(520);
        empty.getChildren().addAll(Icon.DROP.node(56), emptyTitle, emptyText);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(PANEL_WIDTH);
        scroll.setMinWidth(PANEL_WIDTH);
        scroll.getStyleClass().add("panel-scroll");
        content.setTop(bar);
        content.setCenter(new StackPane(timeline, empty));
        content.setRight(scroll);
        content.setBottom(status());
        content.getStyleClass().add("sound-mode");
        content.getStylesheets().add(SoundMode.class.getResource("sound.css").toExternalForm());
        new SoundKeys(new KeyActions()).install(content);
    }

    private HBox status() {
        file.getStyleClass().add("strong");
        file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        file.setMinWidth(60);
        file.setId("file");
        facts.getStyleClass().add("muted");
        work.setId("work");
        progress.setPrefWidth(110);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox status = new HBox(file, facts, space, work, progress);
        status.getStyleClass().add("status-bar");
        return status;
    }

    private void update() {
        SoundState next = session.state();
        boolean others = !next.original().equals(state.original())
                || !next.decoded().equals(state.decoded())
                || !next.match().equals(state.match());
        state = next;
        if (others) {
            replacePlayer();
        }
        show();
    }

    private void show() {
        boolean any = state.original().isPresent() || state.decoded().isPresent();
        empty.setVisible(!any);
        Optional<String> problem = state.problem().map(texts::problem);
        boolean reading = state.stage() == Stage.READING;
        emptyTitle.setText(messages.get(reading ? "reading" : problem.isPresent() ? "failed" : "empty"));
        emptyText.setText(reading ? "" : problem.orElse(messages.get("empty.hint")));
        timeline.show(state.original(), state.decoded());
        Optional<SoundTrack> first = state.original().or(state::decoded);
        file.setText(first.map(SoundTrack::name).orElse(""));
        facts.setText(first.map(texts::facts).orElse(""));
        boolean busy = state.stage() != Stage.IDLE;
        progress.setVisible(busy);
        progress.setProgress(state.stage() == Stage.CODING ? state.progress() : -1);
        work.getStyleClass().setAll("label", problem.isPresent() && any ? "error" : "muted");
        work.setText(
                busy
                        ? messages.get("work." + state.stage().name().toLowerCase(java.util.Locale.ROOT))
                        : any ? problem.orElse("") : "");
        scroll.setContent(bar.isAbx() ? abx : panel);
        panel.show(state);
        enable();
        position(false);
    }

    private void enable() {
        boolean both = state.original().isPresent() && state.decoded().isPresent();
        bar.enable(state.original().isPresent() || state.decoded().isPresent(), both, abx.isBlind());
        bar.select(selected(), abx.isBlind());
        bar.levels(state.match(), both);
        bar.loop(region.isPresent() && bar.isLoop());
        bar.playing(isPlaying());
    }

    private boolean isPlaying() {
        return player.map(AbPlayer::isPlaying).orElse(false);
    }

    private Side selected() {
        return player.map(AbPlayer::selected).orElse(Side.A);
    }

    /** Goes on at the same place of the same side with what is there now. */
    private void replacePlayer() {
        boolean playing = isPlaying();
        Side side = selected();
        int at = player.map(AbPlayer::position).orElse(0);
        player.ifPresent(AbPlayer::close);
        Optional<SoundTrack> a = state.original().or(state::decoded);
        boolean otherSound = a.isEmpty() || !a.get().name().equals(file.getText());
        if (otherSound) {
            region = Optional.empty();
            bar.abx(false);
            abx.invite();
        }
        player = a.map(
                track -> player(track.samples(), state.decoded().orElse(track).samples()));
        player.ifPresent(now -> {
            now.select(side);
            now.seek(otherSound ? 0 : at);
            applyLoop();
        });
        if (playing && !otherSound) {
            play();
        } else {
            follow.stop();
        }
    }

    private AbPlayer player(SoundSamples a, SoundSamples b) {
        LevelMatch match = bar.isMatched() || bar.isAbx() ? state.match() : LevelMatch.NONE;
        return new AbPlayer(a, b, match, output, () -> Platform.runLater(this::paused));
    }

    private void play() {
        player.ifPresent(now -> {
            try {
                now.play();
                follow.start();
            } catch (AudioUnavailableException e) {
                bar.noLine();
            }
            bar.playing(now.isPlaying());
        });
    }

    private void paused() {
        if (!isPlaying()) {
            follow.stop();
            bar.playing(false);
            position(false);
        }
    }

    private void playOrPause() {
        if (isPlaying()) {
            player.ifPresent(AbPlayer::pause);
            paused();
        } else {
            play();
        }
    }

    private void hear(Side side) {
        player.ifPresent(now -> now.select(side));
        enable();
    }

    private void select(Side side) {
        if (!abx.isBlind() && state.original().isPresent()) {
            hear(side);
        }
    }

    private void seek(int sample) {
        player.ifPresent(now -> now.seek(sample));
        position(false);
    }

    private void skip(double seconds) {
        state.original()
                .or(state::decoded)
                .ifPresent(track -> player.ifPresent(now ->
                        seek((int) (now.position() + seconds * track.samples().rate()))));
        position(true);
    }

    private void mark(Optional<AbMixer.Region> marked) {
        region = marked;
        bar.loop(marked.isPresent());
        applyLoop();
    }

    private void applyLoop() {
        player.ifPresent(now -> {
            if (region.isPresent() && bar.isLoop()) {
                now.loop(region.get().from(), region.get().to());
            } else {
                now.endLoop();
            }
        });
        position(false);
    }

    /** Without a region, all of the sound goes round. */
    private void loop(boolean on) {
        if (on && region.isEmpty()) {
            state.original()
                    .or(state::decoded)
                    .ifPresent(track -> region =
                            Optional.of(new AbMixer.Region(0, track.samples().length())));
        }
        applyLoop();
    }

    private void abx(boolean on) {
        abx.invite();
        scroll.setContent(on ? abx : panel);
        replacePlayer(); // a blind test needs equal levels
        enable();
    }

    private void position(boolean following) {
        Optional<SoundTrack> track = state.original().or(state::decoded);
        int at = player.map(AbPlayer::position).orElse(0);
        timeline.position(at, following);
        bar.time(
                track.map(t -> (double) at / t.samples().rate()).orElse(0.0),
                track.map(t -> t.samples().seconds()).orElse(0.0));
    }

    @Override
    public String id() {
        return "sound";
    }

    @Override
    public String title() {
        return messages.get("mode");
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        timeline.requestFocus();
    }

    @Override
    public void hidden() {
        if (isPlaying()) {
            playOrPause();
        }
    }

    @Override
    public boolean accepts(Path path) {
        return FileNames.isSound(path) || (FileNames.isNacre(path) && isSound(path));
    }

    private static boolean isSound(Path path) {
        try {
            return ContainerReader.kindOf(ByteBuffer.wrap(FileInput.head(path))) == Kind.SOUND;
        } catch (IOException e) {
            return false; // whoever opens it will say why
        }
    }

    @Override
    public void open(List<Path> files) {
        session.open(files);
    }

    @Override
    public List<Shortcut> shortcuts() {
        List<Shortcut> lines = new ArrayList<>();
        for (String key : SoundKeys.SHEET) {
            lines.add(new Shortcut(messages.get("key." + key), messages.get("key." + key + ".does")));
        }
        return lines;
    }

    @Override
    public void close() {
        follow.stop();
        later.stop();
        player.ifPresent(AbPlayer::close);
        session.close();
    }

    private final class BarActions implements TransportBar.Actions {
        @Override
        public void playOrPause() {
            SoundMode.this.playOrPause();
        }

        @Override
        public void select(Side side) {
            SoundMode.this.select(side);
        }

        @Override
        public void loop(boolean on) {
            SoundMode.this.loop(on);
        }

        @Override
        public void match(boolean on) {
            replacePlayer();
            enable();
        }

        @Override
        public void abx(boolean on) {
            SoundMode.this.abx(on);
        }
    }

    private final class KeyActions implements SoundKeys.Actions {
        @Override
        public void playOrPause() {
            SoundMode.this.playOrPause();
        }

        @Override
        public void hear(String name) {
            if (abx.isBlind()) {
                abx.hear(name);
            } else {
                select(
                        switch (name) {
                            case "a" -> Side.A;
                            case "b" -> Side.B;
                            default -> selected().other();
                        });
            }
        }

        @Override
        public void answer(Side side) {
            abx.answer(side);
        }

        @Override
        public void skip(double seconds) {
            SoundMode.this.skip(seconds);
        }

        @Override
        public void loop() {
            bar.loop(!bar.isLoop());
            SoundMode.this.loop(bar.isLoop());
        }

        @Override
        public void unmark() {
            timeline.unmark();
        }

        @Override
        public void zoom(boolean in) {
            timeline.zoom(in);
        }

        @Override
        public void whole() {
            timeline.whole();
        }

        @Override
        public void pan(boolean forwards) {
            timeline.pan(forwards);
        }

        @Override
        public void step(int steps) {
            panel.step(steps);
        }
    }
}
