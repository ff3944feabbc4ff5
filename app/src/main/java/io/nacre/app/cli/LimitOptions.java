package io.nacre.app.cli;

import io.nacre.codec.container.Limits;
import picocli.CommandLine.Option;

/** How large pictures and how long sounds may be. */
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

    @Option(
            names = "--max-seconds",
            defaultValue = "86400",
            paramLabel = "N",
            description = "Refuse sounds that last longer. Default: ${DEFAULT-VALUE}.")
    private long maxSeconds;

    @Option(
            names = "--max-channels",
            defaultValue = "32",
            paramLabel = "N",
            description = "Refuse sounds of more channels. Default: ${DEFAULT-VALUE}.")
    private int maxChannels;

    Limits limits() throws CommandException {
        if (maxPixels < 1 || maxSide < 1 || maxSeconds < 1 || maxChannels < 1) {
            throw new CommandException(
                    ExitCode.USAGE, "--max-pixels, --max-side, --max-seconds and --max-channels must be at least 1");
        }
        return Limits.DEFAULT
                .withPixels(maxPixels)
                .withSide(maxSide)
                .withSeconds(maxSeconds)
                .withChannels(maxChannels);
    }
}
