package io.nacre.models;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a pack says of itself.
 *
 * @param name family and name, such as image-fidelity
 * @param kind what the pack is for
 * @param licence of the weights, as an SPDX identifier
 * @param trainingDate ISO date of the export
 * @param trainingAmount how much training saw: pixels, or seconds of sound
 * @param trainingSources sentence on the data
 * @param macPerUnit multiply-accumulates per pixel, or per sample at the model's rate, of each graph, by name
 * @param sha256 of each entry but the manifest
 */
public record PackManifest(
        String name,
        PackKind kind,
        String licence,
        String trainingDate,
        long trainingAmount,
        String trainingSources,
        Map<String, Long> macPerUnit,
        Map<String, byte[]> sha256) {
    static final int FORMAT = 1;

    /** Graphs that only an encoder runs. */
    private static final Set<String> SENDER = Set.of("analysis", "hyper_analysis", "refine", "refine_context");

    /** Multiply-accumulates per pixel or sample of all graphs that a decoder runs, halos and contexts not counted. */
    public long receiverMacPerUnit() {
        return macPerUnit.entrySet().stream()
                .filter(e -> !SENDER.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    static PackManifest parse(byte[] json) throws ModelException {
        try {
            JsonObject root = JsonParser.object().from(new String(json, StandardCharsets.UTF_8));
            if (root.getInt("format") != FORMAT) {
                throw new ModelException("the pack's format is " + root.getInt("format") + ", this version reads "
                        + FORMAT + ": a newer Nacre is needed");
            }
            JsonObject training = root.getObject("training", new JsonObject());
            Map<String, Long> mac = new TreeMap<>();
            PackKind kind = root.has(PackKind.SOUND.costKey()) ? PackKind.SOUND : PackKind.PICTURE;
            JsonObject costs = root.getObject(kind.costKey(), new JsonObject());
            for (String key : costs.keySet()) {
                mac.put(key, costs.getLong(key));
            }
            Map<String, byte[]> hashes = new TreeMap<>();
            JsonObject sha256 = root.getObject("sha256", new JsonObject());
            for (String key : sha256.keySet()) {
                byte[] hash = HexFormat.of().parseHex(sha256.getString(key, ""));
                if (hash.length != 32) {
                    throw new ModelException("the pack's manifest has a damaged checksum for " + key);
                }
                hashes.put(key, hash);
            }
            return new PackManifest(
                    root.getString("name", "unnamed"),
                    kind,
                    root.getString("licence", "unknown"),
                    training.getString("date", "unknown"),
                    training.getLong(kind.trainedOn()),
                    training.getString("sources", "unknown"),
                    mac,
                    hashes);
        } catch (JsonParserException | IllegalArgumentException e) {
            throw new ModelException("the pack's manifest is damaged: " + e.getMessage(), e);
        }
    }
}
