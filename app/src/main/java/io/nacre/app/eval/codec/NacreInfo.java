package io.nacre.app.eval.codec;

import io.nacre.models.ModelPack;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a report says of a pack of Nacre's, and the settings at which packs are run. */
final class NacreInfo {
    private static final String PREFIX = "q=";
    private static final int STEP = 10;

    private NacreInfo() {}

    /**
     * Describes a pack.
     *
     * @param id of the codec
     * @param preset what was chosen for all settings, in words
     * @param programVersion of Nacre
     * @param loadSeconds time to open it
     */
    static CodecInfo of(
            String id, MediaKind kind, ModelPack pack, String preset, String programVersion, double loadSeconds) {
        List<String> settings = new ArrayList<>();
        for (int quality = 0; quality <= 100; quality += STEP) {
            settings.add(PREFIX + quality);
        }
        String version = programVersion + ", pack " + pack.manifest().name() + " " + pack.id();
        List<String> parts = new ArrayList<>(List.of(version));
        pack.manifest()
                .sha256()
                .forEach((name, hash) -> parts.add(name + " " + HexFormat.of().formatHex(hash)));
        return new CodecInfo(
                id,
                "nacre",
                kind,
                "Nacre " + pack.manifest().name(),
                preset,
                List.of(),
                List.of(),
                settings,
                version,
                Revision.of(parts),
                loadSeconds,
                null);
    }

    /** Quality of a setting, 0..100. */
    static double quality(String setting) {
        return Double.parseDouble(setting.substring(PREFIX.length()));
    }
}
