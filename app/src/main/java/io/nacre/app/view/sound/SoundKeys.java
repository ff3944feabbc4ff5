package io.nacre.app.view.sound;

import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The keys of the mode that compares sounds. They work wherever the focus is but in fields. */
final class SoundKeys {
    /** What the sheet of shortcuts shows. */
    static final String[] SHEET = {
        "play", "sides", "switch", "skip", "loop", "unmark", "zoom", "whole", "pan", "quality", "answer"
    };

    private static final double NEAR = 1;
    private static final double FAR = 10;

    private final Actions actions;

    /** What keys do. */
    interface Actions {
        void playOrPause();

        /** @param name of what is to be heard: a, b or x, which outside of a test is the other one */
        void hear(String name);

        void answer(Side side);

        void skip(double seconds);

        void loop();

        void unmark();

        void zoom(boolean in);

        void whole();

        void pan(boolean forwards);

        void step(int steps);
    }

    SoundKeys(Actions actions) {
        this.actions = actions;
    }

    void install(Node content) {
        content.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            Node focus = content.getScene().getFocusOwner();
            boolean field = focus instanceof TextInputControl || focus instanceof Spinner<?>;
            if (!field && !e.isShortcutDown() && !e.isAltDown() && pressed(e, focus)) {
                e.consume();
            }
        });
    }

    private boolean pressed(KeyEvent e, Node focus) {
        boolean free = focus == null || "timeline".equals(focus.getId());
        switch (e.getCode()) {
            case A -> actions.hear("a");
            case B -> actions.hear("b");
            case X -> actions.hear("x");
            case DIGIT1, NUMPAD1 -> actions.answer(Side.A);
            case DIGIT2, NUMPAD2 -> actions.answer(Side.B);
            case L -> actions.loop();
            case ESCAPE -> actions.unmark();
            case PLUS, ADD, EQUALS -> actions.zoom(true);
            case MINUS, SUBTRACT -> actions.zoom(false);
            case DIGIT0, NUMPAD0 -> actions.whole();
            case PAGE_UP -> actions.pan(false);
            case PAGE_DOWN -> actions.pan(true);
            case OPEN_BRACKET, COMMA -> actions.step(-1);
            case CLOSE_BRACKET, PERIOD -> actions.step(1);
            default -> {
                return free && onTimeline(e);
            }
        }
        return true;
    }

    /** Keys that buttons and sliders use themselves. */
    private boolean onTimeline(KeyEvent e) {
        double seconds = e.isShiftDown() ? FAR : NEAR;
        switch (e.getCode()) {
            case SPACE -> actions.playOrPause();
            case LEFT -> actions.skip(-seconds);
            case RIGHT -> actions.skip(seconds);
            case HOME -> actions.skip(Double.NEGATIVE_INFINITY);
            default -> {
                return false;
            }
        }
        return true;
    }
}
