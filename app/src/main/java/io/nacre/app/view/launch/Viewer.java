package io.nacre.app.view.launch;

import javafx.application.Application;
import javafx.application.Platform;

/** Starts the window. Once in a process, as JavaFX has it. */
public final class Viewer {
    private static ViewerOptions options;

    private Viewer() {}

    /**
     * Opens the window and waits until it is closed.
     *
     * @throws UnsupportedOperationException if there is no display; the message says so
     */
    public static void show(ViewerOptions how) {
        options = how;
        Platform.setImplicitExit(true);
        Application.launch(ViewerApplication.class);
    }

    static ViewerOptions options() {
        return options;
    }
}
