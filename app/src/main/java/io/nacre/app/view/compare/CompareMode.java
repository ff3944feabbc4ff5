package io.nacre.app.view.compare;

import io.nacre.app.view.Messages;
import io.nacre.app.view.Mode;
import io.nacre.app.view.Theme;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.CompareModel.Change;
import io.nacre.app.view.model.Original;
import io.nacre.app.view.model.PictureLoader;
import io.nacre.app.view.model.Settings;
import io.nacre.app.view.model.SideModel;
import io.nacre.app.view.render.Scene.Arrangement;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Compares an original with what coders make of it, or two results with each other. */
public final class CompareMode implements Mode {
    private static final int LIGHT_GROUND = 0xFFDDE0E4;
    private static final int DARK_GROUND = 0xFF17191C;
    private static final double PANEL_WIDTH = 362;

    private final CompareModel model;
    private final Settings settings;
    private final Messages messages = Messages.of(CompareMode.class);
    private final Formats formats = new Formats(messages);
    private final PictureView picture;
    private final SplitHandle split;
    private final ViewBar viewBar;
    private final StatusBar status;
    private final EmptyState empty;
    private final RecipeControls left;
    private final RecipeControls right;
    private final MatchControls match;
    private final MeasuresTable measures;
    private final CurvePlot curve;
    private final InsidePanel inside;
    private final SaveResult save;
    private final VBox panel;
    private final ScrollPane side;
    private final Label leftName = new Label();
    private final Label rightName = new Label();
    private final BorderPane content = new BorderPane();

    /** @param model is closed with the mode */
    public CompareMode(CompareModel model, Settings settings, Theme theme) {
        this.model = model;
        this.settings = settings;
        status = new StatusBar(messages, formats, model);
        picture = new PictureView(
                model,
                (x, y) -> status.pixel(
                        x < 0 ? -1 : model.view().pictureX(x),
                        y < 0 ? -1 : model.view().pictureY(y)));
        picture.setAccessibleText(messages.get("view"));
        picture.setId("picture");
        split = new SplitHandle(model.view(), messages.get("split.grip"));
        viewBar = new ViewBar(messages, formats, model.view());
        empty = new EmptyState(messages, model::open);
        left = new RecipeControls(messages, formats, model, model.left(), "left");
        right = new RecipeControls(messages, formats, model, model.right(), "right");
        match = new MatchControls(messages, model);
        measures = new MeasuresTable(messages, formats, model);
        curve = new CurvePlot(messages, model);
        inside = new InsidePanel(messages, formats, model);
        save = new SaveResult(messages, formats, model, settings);
        panel = new VBox(left, right, measures, curve, match, inside, save);
        side = new ScrollPane(panel);
        arrange();
        model.view().smooth(settings.flag("compare.smooth", false));
        model.view().arrangement(settings.choice("compare.arrangement", Arrangement.SPLIT));
        model.listen(this::changed);
        theme.dark().addListener((property, before, now) -> dark(now));
        dark(theme.dark().get());
        fillCoders();
        changed(Change.PICTURE);
    }

    private void arrange() {
        nameTag(leftName, "left", Pos.TOP_LEFT);
        nameTag(rightName, "right", Pos.TOP_RIGHT);
        StackPane view = new StackPane(picture, split, leftName, rightName, empty);
        view.getStyleClass().add("view");
        panel.getStyleClass().add("panel");
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setPrefWidth(PANEL_WIDTH);
        side.setMinWidth(PANEL_WIDTH);
        side.getStyleClass().add("panel-scroll");
        split.setOnMousePressed(e -> picture.requestFocus());
        content.setTop(viewBar);
        content.setCenter(view);
        content.setRight(side);
        content.setBottom(status);
        content.getStyleClass().add("compare");
        new CompareKeys(model, this::step, match, inside, save).install(content, picture);
    }

    private static void nameTag(Label name, String side, Pos corner) {
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", side);
        name.setGraphic(dot);
        name.getStyleClass().addAll("side-name", side);
        name.setMouseTransparent(true);
        name.setMaxWidth(Region.USE_PREF_SIZE);
        StackPane.setAlignment(name, corner);
    }

    private void step(int steps) {
        (model.right().recipe() == null ? left : right).step(steps);
    }

    private void dark(boolean dark) {
        picture.background(dark ? DARK_GROUND : LIGHT_GROUND);
        curve.dark(dark);
    }

    private void changed(Change change) {
        switch (change) {
            case PROGRESS -> status.update();
            case CURVES -> curve.update();
            case CODERS -> fillCoders();
            case VIEW -> view();
            case INSIDE -> {
                inside.update();
                picture.repaint();
            }
            case PICTURE -> {
                picture();
                sides();
                curve.update();
                inside.update();
            }
            case SIDES -> sides();
        }
    }

    private void fillCoders() {
        left.fillCoders();
        right.fillCoders();
        match.fillCoders();
        curve.update();
    }

    private void picture() {
        boolean open = model.original() != null;
        show(side, open);
        show(viewBar, open);
        show(status, open || model.loading());
        empty.setVisible(!open || model.failure() != null);
        if (model.failure() != null) {
            String name = model.failedFile().getFileName().toString();
            empty.failed(
                    name,
                    formats.failure(model.failure(), model.failedFile().toString()),
                    open ? model::forgetFailure : null);
        } else if (model.loading()) {
            empty.opening();
        } else if (!open) {
            empty.invite(settings.recentFiles());
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void view() {
        boolean open = model.original() != null;
        boolean two = open && model.scene().right() != null;
        viewBar.update(open, two);
        split.update(two);
        names(open, two);
        picture.repaint();
        settings.put("compare.smooth", model.view().smooth());
        settings.put("compare.arrangement", model.view().arrangement());
    }

    private void sides() {
        left.update();
        right.update();
        match.update();
        measures.update();
        curve.update();
        save.update();
        status.update();
        view();
    }

    private void names(boolean open, boolean two) {
        Arrangement shown = model.view().shown();
        boolean difference = shown == Arrangement.DIFFERENCE && two;
        leftName.setText(name(model.left(), !two));
        rightName.setText(name(model.right(), false) + (model.right().partial() ? " · " + messages.get("part") : ""));
        leftName.setVisible(open && (shown != Arrangement.RIGHT || !two) && !difference);
        rightName.setVisible(two && shown != Arrangement.LEFT && !difference);
    }

    private String name(SideModel side, boolean alone) {
        Original original = model.original();
        if (original == null) {
            return "";
        }
        if (side.recipe() == null) {
            String key = original.coded() == null ? "original" : "file";
            return alone ? original.name() : messages.get(key);
        }
        String title = model.coder(side.recipe().coder()).title();
        return side.result() == null
                ? title
                : title + " · " + formats.size(side.result().bytes());
    }

    @Override
    public String id() {
        return "compare";
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
        picture.requestFocus();
    }

    @Override
    public void hidden() {
        model.view().flicker(false);
    }

    @Override
    public boolean accepts(Path file) {
        return PictureLoader.accepts(file);
    }

    @Override
    public void open(List<Path> files) {
        model.open(files.get(0));
    }

    @Override
    public boolean paste(Clipboard clipboard) {
        Image image = clipboard.getImage();
        if (image == null || image.isError() || image.getWidth() < 1) {
            return false;
        }
        model.open(new PastedPixels(image), messages.get("pasted"));
        return true;
    }

    @Override
    public List<Shortcut> shortcuts() {
        return CompareKeys.sheet(messages);
    }

    @Override
    public void close() {
        model.close();
    }
}
