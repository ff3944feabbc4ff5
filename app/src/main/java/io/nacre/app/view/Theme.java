package io.nacre.app.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/**
 * Light or dark, as the system or the user has it. The style sheet sees the pseudo class {@code dark} on the root.
 * JavaFX's thread only.
 */
public final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final long ANSWER_SECONDS = 3;

    /** What the user chose. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private Choice choice = Choice.LIGHT;

    /** Whether the window is dark. */
    public ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /** Follows the theme with a scene of the program. */
    public void style(Scene scene) {
        scene.getStylesheets().add(Theme.class.getResource("nacre.css").toExternalForm());
        scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
        dark.addListener((property, before, now) -> scene.getRoot().pseudoClassStateChanged(DARK, now));
    }

    /** Takes a choice up; the system is asked beside JavaFX's thread. */
    public void choose(Choice next) {
        choice = next;
        if (next != Choice.SYSTEM) {
            dark.set(next == Choice.DARK);
            return;
        }
        Thread asking = new Thread(
                () -> {
                    boolean system = systemIsDark();
                    Platform.runLater(() -> {
                        if (choice == Choice.SYSTEM) {
                            dark.set(system);
                        }
                    });
                },
                "nacre-view-theme");
        asking.setDaemon(true);
        asking.start();
    }

    /** JavaFX of this version does not know; desktops say so by their own tools. */
    private static boolean systemIsDark() {
        String system = System.getProperty("os.name", "");
        if (system.startsWith("Mac")) {
            return answer("defaults", "read", "-g", "AppleInterfaceStyle").contains("Dark");
        }
        if (system.startsWith("Windows")) {
            return answer(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme")
                    .contains("0x0");
        }
        return answer("gsettings", "get", "org.gnome.desktop.interface", "color-scheme")
                .contains("dark");
    }

    /** Empty if the tool is not there or does not answer. */
    private static String answer(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
