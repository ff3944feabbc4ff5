package io.nacre.app.eval.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An external codec as its JSON describes it; checked by {@link CodecSpecReader}.
 *
 * @param debianPackage that brings its programs, or null
 * @param input format of the source, one of {@link MediaKind#formats}
 * @param output extension of what is decoded, by which decoders choose the format
 * @param extension of the coded file
 * @param parameter name of what is swept
 * @param values of the sweep, in order
 * @param versionCommand whose output has the version in it
 */
record CodecSpec(
        String id,
        String family,
        MediaKind kind,
        String title,
        String preset,
        String debianPackage,
        String input,
        String output,
        String extension,
        String parameter,
        List<String> values,
        CommandTemplate versionCommand,
        CommandTemplate encode,
        CommandTemplate decode) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    /** The sweep's values by label, such as {@code q=50}, in its order. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        values.forEach(value -> settings.put(parameter + "=" + value, value));
        return settings;
    }

    /**
     * What a setting puts into the encoder's command.
     *
     * @param setting one of {@link #settings}, or another number of the same parameter
     */
    String value(String setting) {
        String value = settings().get(setting);
        if (value != null) {
            return value;
        }
        String prefix = parameter + "=";
        if (!setting.startsWith(prefix)
                || !NUMBER.matcher(setting.substring(prefix.length())).matches()) {
            throw new IllegalArgumentException(setting + " is no setting of " + id);
        }
        return setting.substring(prefix.length());
    }
}
