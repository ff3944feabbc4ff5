package io.nacre.app.cli;

import io.nacre.codec.container.Limits;
import io.nacre.codec.raster.ImageInputOptions;
import picocli.CommandLine.Option;

/** How large pictures may be. */
final class LimitOptions {
    @Option(
            names = "--max-pixels",
            defaultValue = "268435456",
            paramLabel = "N",
            description = "Refuse pictures of more pixels. Default: ${DEFAULT-VALUE}.")
    private long maxPixels;

    @Option(
            names = "--max-side",
            defaultValue = "1048576",
            paramLabel = "N",
            description = "Refuse pictures that are wider or higher. Default: ${DEFAULT-VALUE}.")
    private int maxSide;

    /** For Nacre files. */
    Limits limits() throws CommandException {
        check();
        return Limits.DEFAULT.withPixels(maxPixels).withSide(maxSide);
    }

    /** For other pictures. */
    ImageInputOptions pictures(boolean keepIcc) throws CommandException {
        check();
        return new ImageInputOptions(keepIcc, maxPixels, maxSide);
    }

    private void check() throws CommandException {
        if (maxPixels < 1 || maxSide < 1) {
            throw new CommandException(ExitCode.USAGE, "--max-pixels and --max-side must be at least 1");
        }
    }
}
