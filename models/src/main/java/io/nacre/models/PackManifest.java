package io.nacre.models;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pack says of itself.
 *
 * @param name family and name, such as image-fidelity
 * @param licence of the weights, as an SPDX identifier
 * @param trainingDate ISO date of the export
 * @param trainingPixels pixels seen in training
 * @param trainingSources sentence on the data
 * @param macPerPixel multiply-accumulates per picture pixel of each graph, by name
 * @param sha256 of each entry but the manifest
 */
public record PackManifest(
        String name,
        String licence,
        String trainingDate,
        long trainingPixels,
        String trainingSources,
        Map<String, Long> macPerPixel,
        Map<String, byte[]> sha256) {
    static final int FORMAT = 1;

    /** Multiply-accumulates per pixel of all graphs that a decoder runs, halo not counted. */
    public long receiverMacPerPixel() {
        return macPerPixel.entrySet().stream()
                .filter(e -> !e.getKey().equals("analysis") && !e.getKey().equals("hyper_analysis"))
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
            JsonObject costs = root.getObject("macPerPixel", new JsonObject());
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
                    root.getString("licence", "unknown"),
                    training.getString("date", "unknown"),
                    training.getLong("pixels"),
                    training.getString("sources", "unknown"),
                    mac,
                    hashes);
        } catch (JsonParserException | IllegalArgumentException e) {
            throw new ModelException("the pack's manifest is damaged: " + e.getMessage(), e);
        }
    }
}
