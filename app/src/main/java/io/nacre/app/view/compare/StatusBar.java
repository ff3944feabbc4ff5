package io.nacre.app.view.compare;

import io.nacre.app.view.Messages;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.Original;
import io.nacre.app.view.model.SideModel;
import io.nacre.app.view.render.Picture;
import io.nacre.codec.raster.Pixels;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Below the view: what is open, what is being done, the exact samples under the pointer. */
final class StatusBar extends HBox {
    private static final int CHANNELS = 4;
    private static final double MEGAPIXEL = 1e6;

    private final Messages messages;
    private final Formats formats;
    private final CompareModel model;
    private final Label file = new Label();
    private final Label facts = new Label();
    private final Label work = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Label values = new Label();

    StatusBar(Messages messages, Formats formats, CompareModel model) {
        this.messages = messages;
        this.formats = formats;
        this.model = model;
        getStyleClass().add("status-bar");
        file.getStyleClass().add("strong");
        file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        file.setMinWidth(60);
        file.setId("file");
        facts.getStyleClass().add("muted");
        facts.setMinWidth(Region.USE_PREF_SIZE);
        work.setMinWidth(Region.USE_PREF_SIZE);
        progress.setMinWidth(110);
        values.getStyleClass().addAll("figures", "values");
        values.setMinWidth(Region.USE_PREF_SIZE);
        values.setId("values");
        progress.setPrefWidth(110);
        progress.setId("progress");
        work.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(file, facts, space, work, progress, values);
    }

    /** Shows what is open and what is being done. */
    void update() {
        Original original = model.original();
        file.setText(original == null ? "" : original.name());
        facts.setText(original == null ? "" : facts(original));
        SideModel busy = model.right().state() == SideModel.State.WORKING
                ? model.right()
                : model.left().state() == SideModel.State.WORKING ? model.left() : null;
        boolean working = model.loading() || (original != null && busy != null);
        progress.setVisible(working);
        work.setText(model.loading() ? messages.get("loading") : working ? messages.get("coding") : "");
        progress.setProgress(model.loading() || busy == null || busy.progress() == 0 ? -1 : busy.progress());
        if (original == null) {
            values.setText("");
        }
    }

    private String facts(Original original) {
        Pixels exact = original.picture().exact();
        StringBuilder text = new StringBuilder(messages.get("facts.size", exact.width(), exact.height()));
        if (original.pixels() >= MEGAPIXEL / 10) {
            text.append(" · ").append(Formats.number("%.1f MP", original.pixels() / MEGAPIXEL));
        }
        if (original.bytes() > 0) {
            text.append(" · ").append(formats.size(original.bytes()));
        }
        if (exact.maximum() > 255) {
            text.append(" · ").append(messages.get("facts.wide"));
        }
        original.notes().forEach(note -> text.append(" · ").append(note));
        return text.toString();
    }

    /** Shows the samples at a pixel of the picture; nothing if it is outside. */
    void pixel(int x, int y) {
        Original original = model.original();
        if (original == null
                || x < 0
                || y < 0
                || x >= original.picture().width()
                || y >= original.picture().height()) {
            values.setText("");
            return;
        }
        StringBuilder text = new StringBuilder(Formats.number("%.0f", x) + ", " + Formats.number("%.0f", y));
        append(text, model.left().recipe() == null ? original.picture() : picture(model.left()), x, y);
        append(text, picture(model.right()), x, y);
        values.setText(text.toString());
    }

    private static Picture picture(SideModel side) {
        return side.result() == null ? null : side.result().picture();
    }

    private static void append(StringBuilder text, Picture picture, int x, int y) {
        if (picture == null) {
            return;
        }
        Pixels exact = picture.exact();
        int[] rgba = new int[CHANNELS];
        exact.read(x, y, 1, rgba);
        text.append("   ")
                .append(rgba[0])
                .append(' ')
                .append(rgba[1])
                .append(' ')
                .append(rgba[2]);
        if (exact.alpha()) {
            text.append(" α").append(rgba[3]);
        }
    }
}
