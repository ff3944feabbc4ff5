package io.nacre.app.cli;

import io.nacre.app.file.FileNames;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The program {@code nacre}. */
@Command(
        name = "nacre",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A learned codec for pictures and sounds.",
        footer = {"", "nacre COMMAND --help tells more of a command."})
public final class Main {
    private static final String COMPLETION = "generate-completion";
    private static final String MAN_PAGE = "generate-man-page";

    /** Commands about all commands. */
    private static final Set<String> OVERVIEWS = Set.of(COMPLETION, MAN_PAGE);

    /** In the order in which help lists them. */
    private static final Map<String, Function<Streams, Object>> COMMANDS = commands();

    private Main() {}

    private static Map<String, Function<Streams, Object>> commands() {
        Map<String, Function<Streams, Object>> commands = new LinkedHashMap<>();
        commands.put("encode", EncodeCommand::new);
        commands.put("decode", DecodeCommand::new);
        commands.put("info", InfoCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("eval", EvalCommand::new);
        commands.put("view", ViewCommand::new);
        commands.put("models", ModelsCommand::new);
        commands.put(COMPLETION, streams -> new GenerateCompletion());
        commands.put(MAN_PAGE, ManPageCommand::new);
        return commands;
    }

    /** Runs the program and ends the Java virtual machine. */
    public static void main(String[] args) {
        int code = run(args, Streams.ofProcess());
        System.out.flush();
        System.exit(code);
    }

    /**
     * Runs the program within this process. Safe for concurrent use, as long as the calls write different files.
     *
     * @param args command, options and operands
     * @param in standard input, read only for the operand {@code -}
     * @param out standard output, taken for no terminal
     * @param err standard error
     * @return exit code: 0 ok, 1 failed, 2 usage, 3 bad data, 4 no input, 5 cannot write, 6 model, 7 salvaged, 70
     *     internal error
     */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return run(args, new Streams(in, out, err, false));
    }

    static int run(String[] args, Streams streams) {
        CommandLine line = new CommandLine(new Main());
        // Looking at a command's options costs milliseconds: where one is named, the others are left alone.
        boolean named = args.length > 0 && !OVERVIEWS.contains(args[0]) && COMMANDS.containsKey(args[0]);
        COMMANDS.forEach((name, command) -> {
            if (!named || name.equals(args[0])) {
                line.addSubcommand(name, command.apply(streams));
            }
        });
        line.setExpandAtFiles(false); // file names may begin with @
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(streams.out(), true, Charset.defaultCharset()));
        line.setErr(new PrintWriter(streams.err(), true, Charset.defaultCharset()));
        line.setParameterExceptionHandler((e, arguments) -> usage(e, streams));
        return line.execute(args);
    }

    private static int usage(ParameterException e, Streams streams) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String message = e.getMessage().lines().findFirst().orElse("wrong usage");
        if (message.startsWith("Error: ")) {
            message = message.substring("Error: ".length());
        }
        streams.err().println("nacre: " + FileNames.oneLine(message) + "; see " + command + " --help");
        return ExitCode.USAGE.code();
    }

    /** Read from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }

        static String text() {
            String version = Main.class.getPackage().getImplementationVersion();
            return "nacre " + (version == null ? "(not packaged)" : version);
        }
    }
}
