package io.nacre.app.cli;

/**
 * How the program ends. After a signal it is 128 plus the signal's number (130 for Ctrl-C, 143 for TERM), which the Java
 * runtime sees to.
 */
enum ExitCode {
    OK(0, "ok"),
    /** One of several inputs failed, or a check or a target was not met. */
    FAILED(1, "failed"),
    /** Unknown option, bad value, missing argument, outputs that would collide. */
    USAGE(2, "usage"),
    /** Damaged, cut short, not a file of the kind that is wanted, or beyond a limit. */
    BAD_DATA(3, "bad data"),
    NO_INPUT(4, "no input"),
    CANNOT_WRITE(5, "cannot write"),
    /** A model pack is unknown or damaged, or a device that was asked for is not there. */
    MODEL(6, "model"),
    /** {@code decode --salvage} wrote an output of which parts are made up. */
    SALVAGED(7, "salvaged"),
    /** A bug. */
    INTERNAL(70, "internal");

    private final int code;
    private final String label;

    ExitCode(int code, String label) {
        this.code = code;
        this.label = label;
    }

    int code() {
        return code;
    }

    /** Name in messages that programs read. */
    String label() {
        return label;
    }
}
