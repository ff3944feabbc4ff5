package io.nacre.app.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code curves.csv}: codec, setting, the rate by its unit, the means of the metrics over the items, and PSNRs of the pooled error
 * as {@code pooled_psnr_rgb}. Only the codecs of the run; the file can be the reference of another run.
 */
public final class CurvesCsv implements ReportWriter {
    @Override
    public void write(EvalRun run, Path folder) throws IOException {
        List<Metric> metrics = run.options().metrics();
        List<Metric> pooled = metrics.stream().filter(Metric::isPsnr).toList();
        List<String> header =
                new ArrayList<>(List.of("codec", "setting", run.options().kind().rateUnit()));
        metrics.forEach(metric -> header.add(metric.id()));
        pooled.forEach(metric -> header.add("pooled_" + metric.id()));
        StringBuilder text = new StringBuilder(Csv.line(header));
        for (Curve curve : run.curves()) {
            for (CurvePoint point : curve.reference() ? List.<CurvePoint>of() : curve.points()) {
                List<String> fields =
                        new ArrayList<>(List.of(curve.codec(), point.setting(), Double.toString(point.rate())));
                metrics.forEach(metric -> fields.add(text(point.metrics().get(metric.id()))));
                pooled.forEach(metric -> fields.add(text(point.pooled().get(metric.id()))));
                text.append(Csv.line(fields));
            }
        }
        Files.writeString(folder.resolve("curves.csv"), text);
    }

    private static String text(Double value) {
        return value == null ? "" : value.toString();
    }
}
