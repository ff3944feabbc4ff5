package io.nacre.app.cli;

import io.nacre.app.file.FileNames;
import io.nacre.codec.container.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Decides what each input becomes, and refuses collisions before any work begins. */
final class JobPlan {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private JobPlan() {}

    /**
     * Plans the outputs.
     *
     * @param output the operand that is an output, or null
     * @param kindOf what an input holds, or null if that can't be told
     * @param extension of outputs that are not named, by what the input holds
     * @throws CommandException with {@link ExitCode#USAGE} if outputs collide with each other or with inputs, or options
     *     don't go together
     */
    static List<Job> of(
            List<InputFile> inputs,
            Path output,
            OutputOptions options,
            Function<Path, Kind> kindOf,
            Function<Kind, String> extension)
            throws CommandException {
        Path named = named(output, options);
        if (named != null && inputs.size() > 1) {
            throw usage("one output for " + inputs.size() + " inputs; name a folder with -d");
        }
        List<Job> jobs = new ArrayList<>();
        for (InputFile input : inputs) {
            Kind kind = kindOf.apply(input.path());
            Path target = named != null ? named : target(input, options.folder, extension.apply(kind));
            jobs.add(new Job(input.path(), kind, target));
        }
        refuseCollisions(jobs);
        return jobs;
    }

    private static Path named(Path operand, OutputOptions options) throws CommandException {
        if (operand != null && options.file != null) {
            throw usage("two outputs are named, " + Names.shown(operand) + " and " + Names.shown(options.file));
        }
        Path named = operand != null ? operand : options.file;
        if (named != null && options.folder != null) {
            throw usage("an output file and an output folder are named; choose one");
        }
        return named;
    }

    private static Path target(InputFile input, Path folder, String extension) throws CommandException {
        if (Names.isStandard(input.path())) {
            if (folder != null) {
                throw usage("standard input has no name to be used in a folder; name the output with -o");
            }
            return STANDARD_OUTPUT;
        }
        Path place = folder == null ? input.path() : folder.resolve(input.relative());
        return FileNames.withExtension(place, extension);
    }

    private static void refuseCollisions(List<Job> jobs) throws CommandException {
        Set<Path> inputs = new HashSet<>();
        for (Job job : jobs) {
            inputs.add(real(job.input()));
        }
        Map<Path, Path> outputs = new HashMap<>();
        for (Job job : jobs) {
            if (Names.isStandard(job.output())) {
                continue;
            }
            Path place = real(job.output());
            if (inputs.contains(place)) {
                throw usage(Names.shown(job.output())
                        + " is both an input and an output; name another output with -o or -d");
            }
            Path other = outputs.put(place, job.input());
            if (other != null) {
                throw usage(Names.shown(other) + " and " + Names.shown(job.input()) + " would both become "
                        + Names.shown(job.output()) + "; encode or decode them apart");
            }
        }
    }

    /** The same path for the same file, whatever it is called. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            Path parent = absolute.getParent();
            return Files.exists(parent) ? parent.toRealPath().resolve(absolute.getFileName()) : absolute;
        } catch (IOException e) {
            return absolute; // it will fail, and be reported, when it is opened
        }
    }

    private static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message);
    }
}
