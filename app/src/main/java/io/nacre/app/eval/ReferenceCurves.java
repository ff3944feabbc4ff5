package io.nacre.app.eval;

import io.nacre.app.eval.codec.MediaKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Curves from a CSV file: one point a line, with the columns {@code codec}, {@code bpp} or {@code kbps}, and any of {@code setting} and
 * the metrics' ids; other columns are ignored, fields of metrics may be empty, and lines without a rate, such as bounds, are
 * no points. {@code curves.csv} of a run is such a file.
 */
final class ReferenceCurves {
    private static final long MAX_BYTES = 1 << 24;

    private ReferenceCurves() {}

    /**
     * Reads all curves of a file, in the order of their first points.
     *
     * @param kind what they are of
     * @throws IOException if the file can't be read, a column is missing, or a field is no positive number
     */
    static List<Curve> read(Path file, MediaKind kind) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is larger than a file of curves may be");
        }
        List<List<String>> records = Csv.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8) + "\n");
        List<String> header = records.get(0);
        String rate = kind.rateUnit();
        if (!header.contains("codec") || !header.contains(rate)) {
            throw new IOException(file + " must have a line of column names with codec and " + rate + " in it");
        }
        Map<String, List<CurvePoint>> curves = new LinkedHashMap<>();
        for (int i = 1; i < records.size(); i++) {
            List<String> fields = records.get(i);
            if (fields.equals(List.of(""))) {
                continue; // an empty line
            }
            if (fields.size() < header.size()) {
                throw new IOException(file + ", record " + (i + 1) + ": it has fewer fields than there are columns");
            }
            if (fields.get(header.indexOf(rate)).isEmpty()) {
                continue;
            }
            try {
                curves.computeIfAbsent(fields.get(header.indexOf("codec")), codec -> new ArrayList<>())
                        .add(point(header, fields, kind));
            } catch (NumberFormatException e) {
                throw new IOException(file + ", record " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return curves.entrySet().stream()
                .map(entry -> new Curve(entry.getKey(), true, entry.getValue()))
                .toList();
    }

    private static CurvePoint point(List<String> header, List<String> fields, MediaKind kind) {
        Map<String, Double> metrics = new TreeMap<>();
        for (Metric metric : Metric.of(kind)) {
            int column = header.indexOf(metric.id());
            if (column >= 0 && !fields.get(column).isEmpty()) {
                metrics.put(metric.id(), Double.valueOf(fields.get(column)));
            }
        }
        int setting = header.indexOf("setting");
        double rate = Double.parseDouble(fields.get(header.indexOf(kind.rateUnit())));
        return new CurvePoint(setting < 0 ? "" : fields.get(setting), rate, metrics, Map.of());
    }
}
