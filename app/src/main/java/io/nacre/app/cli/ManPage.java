package io.nacre.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A program's manual in the language of {@code man} (man(7)), from what picocli knows of its commands. */
final class ManPage {
    private static final List<String> HELP = List.of("--help", "--version");

    private final StringBuilder out = new StringBuilder();

    private ManPage() {}

    /** @param version such as {@code nacre 1.0} */
    static String of(CommandSpec program, String version) {
        ManPage page = new ManPage();
        page.write(program, version);
        return page.out.toString();
    }

    private void write(CommandSpec program, String version) {
        String name = program.name();
        line(".\\\" Made by " + name + " generate-man-page.");
        line(".TH " + quoted(name.toUpperCase(Locale.ROOT)) + " 1 \"\" " + quoted(version));
        line(".SH NAME");
        line(text(name + " - " + description(program)));
        line(".SH SYNOPSIS");
        line(".B " + name);
        line(".I COMMAND");
        line("[options] [files]");
        line(".SH COMMANDS");
        program.subcommands().values().stream().distinct().forEach(this::command);
        line(".SH EXIT STATUS");
        for (ExitCode code : ExitCode.values()) {
            line(".TP");
            line(".B " + code.code());
            line(text(meaning(code)));
        }
        line(".SH ENVIRONMENT");
        variable("NACRE_MODELS", "Default of --models.");
        variable("NACRE_THREADS", "Default of --threads.");
        variable("NACRE_JVM_OPTS", "Options for Java, such as -Xmx4g.");
        line(".SH FILES");
        line(".TP");
        line(".I $XDG_DATA_HOME/nacre/models");
        line("Model packs of the user; by default in ~/.local/share.");
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        line(".SS " + text(spec.qualifiedName() + " [options]" + operands(spec)));
        line(text(description(spec)));
        for (OptionSpec option : spec.options()) {
            if (!option.hidden() && !HELP.contains(option.longestName())) {
                option(command, option);
            }
        }
    }

    private static String operands(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .filter(operand -> !operand.hidden())
                .map(ManPage::operand)
                .collect(Collectors.joining());
    }

    private static String operand(PositionalParamSpec operand) {
        boolean optional = operand.arity().min() == 0;
        String label = operand.paramLabel() + (operand.arity().max() > 1 ? "..." : "");
        return " " + (optional ? "[" + label + "]" : label);
    }

    private void option(CommandLine command, OptionSpec option) {
        String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        line(".TP");
        line(".B " + text(String.join(", ", option.names()) + label));
        Help.Ansi.Text[][] rendered = command.getHelp()
                .createDefaultOptionRenderer()
                .render(option, command.getHelp().parameterLabelRenderer(), Help.defaultColorScheme(Help.Ansi.OFF));
        String description = Arrays.stream(rendered)
                .map(row -> row[row.length - 1].plainString())
                .collect(Collectors.joining(" "));
        line(text(description));
    }

    private static String meaning(ExitCode code) {
        return switch (code) {
            case OK -> "Everything was done.";
            case FAILED -> "One of several inputs failed, or a check or a target was not met.";
            case USAGE -> "Unknown option, bad value, missing argument, or outputs that would collide.";
            case BAD_DATA -> "An input is damaged, of another kind, or beyond a limit.";
            case NO_INPUT -> "An input is missing or can't be read.";
            case CANNOT_WRITE -> "An output exists or can't be written.";
            case MODEL -> "A model pack is missing or damaged, or the device is not there.";
            case SALVAGED -> "Parts of the output are made up, since the input is damaged.";
            case INTERNAL -> "A bug.";
        };
    }

    private void variable(String name, String meaning) {
        line(".TP");
        line(".B " + name);
        line(text(meaning));
    }

    private static String description(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description()).strip();
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private static String quoted(String text) {
        return '"' + text(text).replace("\"", "\\(dq") + '"';
    }

    /** Nothing in it is taken for a request or an escape. */
    private static String text(String plain) {
        String escaped = plain.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
