package io.nacre.app.view;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;

/**
 * One of the things that the window is for: comparing pictures, listening, encoding. The window shows one mode at a time;
 * all methods are called on JavaFX's thread and must not block it.
 */
public interface Mode {
    /** Name in settings and in style sheets, lower case letters. */
    String id();

    /** What the switch of modes shows, in the user's language. */
    String title();

    /** What the mode shows; always the same node. */
    Node content();

    /** The mode has come into sight. */
    void shown();

    /** Another mode takes its place; what is heard or costs time without being seen pauses. */
    void hidden();

    /** Whether the mode can open a file, by its name or its first bytes. */
    boolean accepts(Path file);

    /** Opens files that it accepts, of which there is at least one. Errors are shown by the mode, in words. */
    void open(List<Path> files);

    /**
     * Takes what was copied elsewhere and is no file.
     *
     * @return whether the mode can do something with it
     */
    default boolean paste(Clipboard clipboard) {
        return false;
    }

    /** Keys that only this mode knows, for the sheet of shortcuts. */
    List<Shortcut> shortcuts();

    /** Ends what runs in the background; nothing is called afterwards. */
    void close();

    /**
     * A line in the sheet of shortcuts.
     *
     * @param keys as they are read on a keyboard, such as {@code Ctrl+O}
     * @param action what they do, in the user's language
     */
    record Shortcut(String keys, String action) {}
}
