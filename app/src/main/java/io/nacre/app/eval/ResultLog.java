package io.nacre.app.eval;

import io.nacre.app.eval.EvalOptions.Existing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code per-item.csv} while a run goes on: each result is appended as soon as it is there, so that a run that is killed
 * loses only what it was working on; at the end the file is put into the order of the plan. Thread-safe.
 */
final class ResultLog implements AutoCloseable {
    private static final long MAX_BYTES = 1L << 28;

    private final Path file;
    private final ResultTable table;
    private final Map<ResultKey, ResultRow> rows = new LinkedHashMap<>();
    private final OutputStream appended;

    private ResultLog(Path file, ResultTable table, List<ResultRow> kept) throws IOException {
        this.file = file;
        this.table = table;
        kept.forEach(row -> rows.put(row.key(), row));
        replace(kept); // a row that was cut short must not have another one put behind it
        appended = Files.newOutputStream(file, StandardOpenOption.APPEND);
    }

    /**
     * Opens the file of a run.
     *
     * @throws FileAlreadyExistsException if there is one that shall neither be resumed nor replaced
     * @throws IOException if it can't be read, or has other columns than this run
     */
    static ResultLog open(Path file, Existing existing, List<Metric> metrics) throws IOException {
        ResultTable table = new ResultTable(metrics);
        if (Files.notExists(file) || existing == Existing.REPLACE) {
            return new ResultLog(file, table, List.of());
        }
        if (existing == Existing.REFUSE) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "has results already; --resume goes on, --force replaces them");
        }
        return new ResultLog(file, table, read(file, table));
    }

    private static List<ResultRow> read(Path file, ResultTable table) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is too large to be resumed");
        }
        List<List<String>> records = Csv.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        if (!records.isEmpty() && !records.get(0).equals(table.header())) {
            throw new IOException(
                    file + " has other columns, so it can't be resumed; take the same metrics or --force");
        }
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            try {
                rows.add(table.row(records.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " is damaged in record " + (i + 1) + "; --force replaces it", e);
            }
        }
        return rows;
    }

    /** A result that need not be made again, or null. Failures are made again. */
    synchronized ItemResult find(ResultKey key) {
        ResultRow row = rows.get(key);
        return row != null && row.result().ok() ? row.result() : null;
    }

    /** The result of a key that was found or appended. */
    synchronized ItemResult get(ResultKey key) {
        return rows.get(key).result();
    }

    synchronized void append(ResultRow row) throws IOException {
        rows.put(row.key(), row);
        appended.write(Csv.line(table.fields(row)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts the file into order: the plan's results, then those that the plan does not mention, except older ones of the
     * same item, codec and setting.
     */
    synchronized void finish(List<ResultKey> plan) throws IOException {
        appended.close();
        List<ResultRow> ordered = new ArrayList<>();
        Set<List<String>> places = new HashSet<>();
        for (ResultKey key : plan) {
            ordered.add(rows.get(key));
            places.add(key.place());
        }
        for (ResultRow row : rows.values()) {
            if (!places.contains(row.key().place())) {
                ordered.add(row);
            }
        }
        replace(ordered);
    }

    private void replace(List<ResultRow> all) throws IOException {
        StringBuilder text = new StringBuilder(Csv.line(table.header()));
        all.forEach(row -> text.append(Csv.line(table.fields(row))));
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public synchronized void close() throws IOException {
        appended.close();
    }
}
