package io.nacre.app.view.compare;

import io.nacre.app.view.Messages;
import io.nacre.app.view.Mode.Shortcut;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.CompareModel.Match;
import io.nacre.app.view.model.InsideModel.Overlay;
import io.nacre.app.view.model.ViewState;
import io.nacre.app.view.render.Scene.Arrangement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The keys of the mode that compares. They work wherever the focus is but in fields of text. */
final class CompareKeys {
    private static final String[] SHEET = {
        "arrangement",
        "flicker",
        "split",
        "zoom",
        "fit",
        "actual",
        "pan",
        "quality",
        "difference",
        "gain",
        "smooth",
        "swap",
        "size",
        "equal",
        "inside",
        "save",
        "close"
    };
    private static final double PAN = 80;
    private static final double FAR = 8;
    private static final double SPLIT_STEP = 0.02;

    private final CompareModel model;
    private final ViewState view;
    private final IntConsumer quality;
    private final MatchControls match;
    private final InsidePanel inside;
    private final SaveResult save;

    /** @param quality moves the dial by steps */
    CompareKeys(CompareModel model, IntConsumer quality, MatchControls match, InsidePanel inside, SaveResult save) {
        this.model = model;
        this.view = model.view();
        this.quality = quality;
        this.match = match;
        this.inside = inside;
        this.save = save;
    }

    /** What the sheet of shortcuts shows. */
    static List<Shortcut> sheet(Messages messages) {
        List<Shortcut> lines = new ArrayList<>();
        for (String key : SHEET) {
            lines.add(new Shortcut(messages.get("key." + key), messages.get("key." + key + ".does")));
        }
        return lines;
    }

    /** Listens to the keys of the mode; some belong to the picture alone, since buttons and sliders use them too. */
    void install(Node content, Node picture) {
        content.addEventHandler(KeyEvent.KEY_PRESSED, e -> consume(e, !typing(content) && pressed(e)));
        content.addEventHandler(KeyEvent.KEY_RELEASED, e -> {
            if (isFlicker(e)) {
                view.flicker(false);
            }
        });
        picture.addEventHandler(KeyEvent.KEY_PRESSED, e -> consume(e, onPicture(e)));
    }

    private static void consume(KeyEvent e, boolean done) {
        if (done) {
            e.consume();
        }
    }

    private static boolean typing(Node content) {
        return content.getScene().getFocusOwner() instanceof TextInputControl;
    }

    private static boolean isFlicker(KeyEvent e) {
        return switch (e.getCode()) {
            case SPACE, O -> true;
            default -> false;
        };
    }

    private boolean onPicture(KeyEvent e) {
        double far = PAN * (e.isShiftDown() ? FAR : 1);
        switch (e.getCode()) {
            case LEFT -> view.move(far, 0);
            case RIGHT -> view.move(-far, 0);
            case UP -> view.move(0, far);
            case DOWN -> view.move(0, -far);
            case SPACE -> view.flicker(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean pressed(KeyEvent e) {
        if (e.isShortcutDown()) {
            return withShortcut(e);
        }
        return e.isAltDown() ? false : looks(e) || dials(e);
    }

    private boolean withShortcut(KeyEvent e) {
        switch (e.getCode()) {
            case S -> save.choose();
            case W -> model.closePicture();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean looks(KeyEvent e) {
        switch (e.getCode()) {
            case DIGIT1, NUMPAD1 -> view.arrangement(Arrangement.SPLIT);
            case DIGIT2, NUMPAD2 -> view.arrangement(Arrangement.SIDE_BY_SIDE);
            case DIGIT3, NUMPAD3 -> view.arrangement(Arrangement.RIGHT);
            case DIGIT4, NUMPAD4 -> view.arrangement(Arrangement.DIFFERENCE);
            case O -> view.flicker(true);
            case H -> view.split(view.split() - SPLIT_STEP);
            case L -> view.split(view.split() + SPLIT_STEP);
            case PLUS, ADD, EQUALS -> view.zoomStep(true);
            case MINUS, SUBTRACT -> view.zoomStep(false);
            case F -> view.fit();
            case DIGIT0, NUMPAD0 -> view.actualSize();
            case S -> view.smooth(!view.smooth());
            case D -> view.difference(view.difference().next());
            case G -> view.gain(e.isShiftDown() ? view.gain() / 2 : view.gain() * 2);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean dials(KeyEvent e) {
        int step = e.isShiftDown() ? 5 : 1;
        switch (e.getCode()) {
            case COMMA, LESS -> quality.accept(-step);
            case PERIOD, GREATER -> quality.accept(step);
            case X -> model.swap();
            case E -> match.match(Match.SIZE);
            case Q -> match.match(Match.QUALITY);
            case I -> inside.setExpanded(!inside.isExpanded());
            case B -> {
                inside.setExpanded(true);
                boolean bits = model.inside().overlay() == Overlay.BITS;
                model.inside()
                        .select(
                                bits ? Overlay.NONE : Overlay.BITS,
                                model.inside().channel());
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
