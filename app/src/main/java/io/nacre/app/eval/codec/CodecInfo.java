package io.nacre.app.eval.codec;

import java.util.List;

/**
 * A codec as the report shows it.
 *
 * @param id unique name of lower-case letters, digits, dots and dashes, such as {@code avif-420}
 * @param family what codecs with other presets have in common, such as {@code avif}
 * @param title for people
 * @param preset what was chosen for all settings, in words
 * @param encode command with {@code {in}}, {@code {out}} and {@code {q}}; empty for a codec within the process
 * @param decode command with {@code {in}} and {@code {out}}; empty for a codec within the process
 * @param settings labels of the sweep such as {@code q=50}, in its order
 * @param version what the encoder says of itself; null if it is missing
 * @param revision changes with everything that may change results: version, commands, weights; null if it is missing
 * @param loadSeconds time to open a model, kept apart from encoding and decoding; 0 for tools
 * @param missing null for a codec that can be used
 */
public record CodecInfo(
        String id,
        String family,
        MediaKind kind,
        String title,
        String preset,
        List<String> encode,
        List<String> decode,
        List<String> settings,
        String version,
        String revision,
        double loadSeconds,
        MissingTool missing) {

    /**
     * A program that is not installed.
     *
     * @param debianPackage package that brings it, or null if that is not known
     */
    public record MissingTool(String program, String debianPackage) {}

    /** Copies the lists. */
    public CodecInfo {
        encode = List.copyOf(encode);
        decode = List.copyOf(decode);
        settings = List.copyOf(settings);
    }

    /** The same with only some of the settings. */
    public CodecInfo withSettings(List<String> some) {
        return new CodecInfo(
                id, family, kind, title, preset, encode, decode, some, version, revision, loadSeconds, missing);
    }
}
