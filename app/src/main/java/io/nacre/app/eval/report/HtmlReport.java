package io.nacre.app.eval.report;

import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Metric;
import io.nacre.app.eval.ReportWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes {@code report.html}, which works without a network, and {@code plots/METRIC.svg}, {@code plots/METRIC-log.svg} and
 * the same as PNG. Kept pictures are put into the page up to a bound of 25 MB, item by item; the page shows others from
 * where they lie. The same run gives the same page and the same SVG, byte for byte. Immutable.
 */
public final class HtmlReport implements ReportWriter {
    private static final long MAX_EMBEDDED = 25_000_000;

    /**
     * {@inheritDoc}
     *
     * <p>On a machine without fonts the PNG plots are left out, with a warning in the log.
     */
    @Override
    public void write(EvalRun run, Path folder) throws IOException {
        Names names = new Names(run);
        PlotLayout layout = new PlotLayout(run, names);
        replace(folder.resolve("report.html"), Page.of(run, names, layout, new PictureSource(folder, MAX_EMBEDDED)));
        List<Metric> drawn =
                run.options().metrics().stream().filter(layout::has).toList();
        if (drawn.isEmpty()) {
            return;
        }
        PlotFiles files = new PlotFiles(Files.createDirectories(folder.resolve("plots")));
        for (Metric metric : drawn) {
            files.write(layout.plot(metric, false, true));
            files.write(layout.plot(metric, true, true));
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
