package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import io.nacre.app.file.FileNames;
import io.nacre.models.GraphCost;
import io.nacre.models.ModelException;
import io.nacre.models.PackLibrary;
import io.nacre.models.PackManifest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nacre models}: the model packs that are there. */
@Command(description = "List the model packs that are there.")
final class ModelsCommand extends AbstractCommand {
    @Option(
            names = "--models",
            defaultValue = "${env:NACRE_MODELS}",
            paramLabel = "DIR",
            description = "Folder of model packs, listed first. Default: the environment's NACRE_MODELS.")
    private Path folder;

    @Option(names = "--cost", description = "Count the multiply-accumulates of each graph from its ONNX file.")
    private boolean cost;

    ModelsCommand(Streams streams) {
        super(streams);
    }

    @Override
    ExitCode run(Reporter reporter) throws ModelException {
        for (PackLibrary.Located located : new PackLibrary(folder).all()) {
            Map<String, Long> counted = cost ? GraphCost.perUnit(located.pack()) : Map.of();
            reporter.result(reporter.json() ? json(located, counted) : text(located, counted));
        }
        return ExitCode.OK;
    }

    private static String text(PackLibrary.Located located, Map<String, Long> counted) {
        PackManifest manifest = located.pack().manifest();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s %s%n  place     %s, %,d bytes%n  licence   %s%n  training  %s, %,d %s: %s%n  decoding  %.2f kMAC/%s",
                FileNames.oneLine(manifest.name()),
                located.pack().id(),
                FileNames.oneLine(located.place()),
                located.pack().size(),
                FileNames.oneLine(manifest.licence()),
                FileNames.oneLine(manifest.trainingDate()),
                manifest.trainingAmount(),
                manifest.kind().trainedOn(),
                FileNames.oneLine(manifest.trainingSources()),
                manifest.receiverMacPerUnit() / 1000.0,
                manifest.kind().unit()));
        counted.forEach((graph, mac) -> text.append(String.format(
                Locale.ROOT,
                "%n  %-14s %6.2f kMAC/%s",
                graph,
                mac / 1000.0,
                manifest.kind().unit())));
        return text.toString();
    }

    private static String json(PackLibrary.Located located, Map<String, Long> counted) {
        PackManifest manifest = located.pack().manifest();
        String costKey = manifest.kind().costKey();
        JsonStringWriter json = JsonWriter.string()
                .object()
                .value("name", manifest.name())
                .value("id", located.pack().id().toString())
                .value("place", located.place())
                .value("bytes", located.pack().size())
                .value("licence", manifest.licence())
                .object("training")
                .value("date", manifest.trainingDate())
                .value(manifest.kind().trainedOn(), manifest.trainingAmount())
                .value("sources", manifest.trainingSources())
                .end()
                .object(costKey);
        manifest.macPerUnit().forEach(json::value);
        json.end();
        if (!counted.isEmpty()) {
            json.object(prefixed("counted", costKey));
            counted.forEach(json::value);
            json.end();
        }
        return json.value(prefixed("receiver", costKey), manifest.receiverMacPerUnit())
                .end()
                .done();
    }

    /** macPerPixel as countedMacPerPixel. */
    private static String prefixed(String prefix, String key) {
        return prefix + Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }
}
