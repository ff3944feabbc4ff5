package io.nacre.app.view.compare;

import io.nacre.app.view.Messages;
import io.nacre.app.view.model.Coder;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.Goal;
import io.nacre.app.view.model.Original;
import io.nacre.app.view.model.Recipe;
import io.nacre.app.view.model.SideModel;
import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.EncodeTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What one side shows, and the dials of its coder. */
final class RecipeControls extends VBox {
    private final Messages messages;
    private final Formats formats;
    private final CompareModel model;
    private final SideModel side;
    private final ComboBox<String> coder = new ComboBox<>();
    private final VBox dials = new VBox();
    private final Segments<Goal> goals;
    private final Slider slider = new Slider();
    private final TextField field = new TextField();
    private final HBox effortBox = new HBox();
    private final Slider effort =
            new Slider(EncodeOptions.MIN_EFFORT, EncodeOptions.MAX_EFFORT, EncodeOptions.MIN_EFFORT);
    private final Label effortText = new Label();
    private final Label error = new Label();
    /** Whether the controls are being set by the program and not by the user. */
    private boolean filling;

    /** @param name of the side in ids, style classes and texts: {@code left} or {@code right} */
    RecipeControls(Messages messages, Formats formats, CompareModel model, SideModel side, String name) {
        this.messages = messages;
        this.formats = formats;
        this.model = model;
        this.side = side;
        setId(name);
        getStyleClass().add("recipe");
        goals = new Segments<>(this::goal);
        for (Goal goal : Goal.values()) {
            String key = "goal." + goal.name().toLowerCase(Locale.ROOT);
            goals.add(goal, null, messages.get(key), messages.get(key + ".tip"));
        }
        goals.setMaxWidth(Double.MAX_VALUE);
        goals.getStyleClass().add("wide");
        error.getStyleClass().add("error");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        error.setId(name + "-error");
        dials.getStyleClass().add("dials");
        dials.getChildren().setAll(goals, dial(name), effort(name), error);
        getChildren().setAll(head(name), dials);
    }

    private HBox head(String name) {
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", name);
        Label label = new Label(messages.get(name));
        label.setMinWidth(58);
        label.setLabelFor(coder);
        coder.setId(name + "-coder");
        coder.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(coder, Priority.ALWAYS);
        coder.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return title(id);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        coder.setOnAction(e -> choose());
        HBox head = new HBox(dot, label, coder);
        head.getStyleClass().add("line");
        return head;
    }

    private HBox dial(String name) {
        slider.setId(name + "-slider");
        slider.setAccessibleText(messages.get(name));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((property, before, now) -> {
            if (!filling) {
                target(Goal.of(side.recipe().target()).target(now.doubleValue(), pixels()));
            }
        });
        field.setId(name + "-field");
        field.getStyleClass().add("figures");
        field.setPrefColumnCount(6);
        field.setMinWidth(76);
        field.setOnAction(e -> parse());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                parse();
            }
        });
        HBox dial = new HBox(slider, field);
        dial.getStyleClass().add("line");
        return dial;
    }

    private HBox effort(String name) {
        Label label = new Label(messages.get("effort"));
        label.setLabelFor(effort);
        label.setMinWidth(Region.USE_PREF_SIZE);
        effort.setId(name + "-effort");
        effort.setMajorTickUnit(1);
        effort.setMinorTickCount(0);
        effort.setSnapToTicks(true);
        effort.setBlockIncrement(1);
        effort.setTooltip(new Tooltip(messages.get("effort.tip")));
        HBox.setHgrow(effort, Priority.ALWAYS);
        effortText.getStyleClass().add("figures");
        effortText.setMinWidth(14);
        effort.valueProperty().addListener((property, before, now) -> {
            int chosen = (int) Math.round(now.doubleValue());
            if (!filling && side.recipe() != null && chosen != side.recipe().effort()) {
                Recipe recipe = side.recipe();
                side.recipe(new Recipe(recipe.coder(), recipe.target(), chosen));
            }
        });
        effortBox.getChildren().setAll(label, effort, effortText);
        effortBox.getStyleClass().add("line");
        return effortBox;
    }

    private String title(String id) {
        if (id == null || id.isEmpty()) {
            Original original = model.original();
            return messages.get(original != null && original.coded() != null ? "file" : "original");
        }
        return model.coder(id).title();
    }

    /** The coders may have changed. */
    void fillCoders() {
        filling = true;
        List<String> ids = new ArrayList<>(List.of(""));
        model.coders().forEach(known -> ids.add(known.id()));
        coder.getItems().setAll(ids);
        filling = false;
        update();
    }

    private void choose() {
        if (filling || coder.getValue() == null) {
            return;
        }
        String id = coder.getValue();
        Recipe before = side.recipe();
        if (id.isEmpty()) {
            side.recipe(null);
        } else if (before == null) {
            Recipe other = (side == model.left() ? model.right() : model.left()).recipe();
            side.recipe(
                    other == null
                            ? new Recipe(
                                    id,
                                    new EncodeTarget.Quality(EncodeOptions.DEFAULT_QUALITY),
                                    EncodeOptions.MIN_EFFORT)
                            : new Recipe(id, other.target(), other.effort()));
        } else {
            side.recipe(new Recipe(id, before.target(), before.effort()));
        }
    }

    private void goal(Goal goal) {
        Optional<EncodeTarget> same =
                side.result() == null ? Optional.empty() : goal.reached(side.result(), side.measures());
        target(same.orElse(goal.target((goal.least() + goal.most()) / 2, pixels())));
    }

    private void parse() {
        if (side.recipe() == null || filling) {
            return;
        }
        Goal goal = Goal.of(side.recipe().target());
        String shown = goal.text(side.recipe().target(), Locale.getDefault(Locale.Category.FORMAT));
        if (field.getText().equals(shown)) {
            return; // the same figures may stand for more digits than are shown
        }
        goal.parse(field.getText()).ifPresentOrElse(this::target, this::update);
    }

    /** Moves the dial by some steps of a slider's hundred. */
    void step(int steps) {
        if (side.recipe() != null) {
            Goal goal = Goal.of(side.recipe().target());
            double place = goal.place(side.recipe().target(), pixels()) + steps * (goal.most() - goal.least()) / 100;
            target(goal.target(Math.max(goal.least(), Math.min(goal.most(), place)), pixels()));
        }
    }

    private void target(EncodeTarget target) {
        side.recipe(side.recipe().withTarget(target));
        update();
    }

    private long pixels() {
        return model.original() == null ? 1 << 20 : model.original().pixels();
    }

    /** Shows what the side is. */
    void update() {
        filling = true;
        Recipe recipe = side.recipe();
        coder.setValue(recipe == null ? "" : recipe.coder());
        dials.setVisible(recipe != null);
        dials.setManaged(recipe != null);
        if (recipe != null) {
            Goal goal = Goal.of(recipe.target());
            goals.select(goal);
            slider.setMin(goal.least());
            slider.setMax(goal.most());
            slider.setBlockIncrement((goal.most() - goal.least()) / 100);
            slider.setAccessibleText(messages.get("goal." + goal.name().toLowerCase(Locale.ROOT) + ".tip"));
            if (!slider.isValueChanging()) {
                slider.setValue(goal.place(recipe.target(), pixels()));
            }
            if (!field.isFocused()) {
                field.setText(goal.text(recipe.target(), Locale.getDefault(Locale.Category.FORMAT)));
            }
            Coder chosen = model.coder(recipe.coder());
            effortBox.setVisible(chosen.hasEffort());
            effortBox.setManaged(chosen.hasEffort());
            effort.setValue(recipe.effort());
            effortText.setText(Integer.toString(recipe.effort()));
        }
        boolean failed = recipe != null && side.state() == SideModel.State.FAILED;
        error.setText(failed ? formats.failure(side.failure(), null) : "");
        error.setVisible(failed);
        error.setManaged(failed);
        filling = false;
    }
}
