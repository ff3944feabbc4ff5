package io.nacre.app.view.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A slider of 0 to 100 over the settings of a tool: the settings of its sweep, from the worst to the best, lie on it at equal
 * distances, others between them in proportion. Immutable.
 */
final class SettingScale {
    private static final int DECIMALS = 2;

    private final String prefix;
    private final List<BigDecimal> values = new ArrayList<>();
    private final int decimals;

    /** @param settings such as {@code q=35}, at least one, of one parameter */
    SettingScale(List<String> settings) {
        prefix = settings.get(0).substring(0, settings.get(0).indexOf('=') + 1);
        settings.forEach(setting -> values.add(new BigDecimal(setting.substring(prefix.length()))));
        decimals = values.stream().allMatch(value -> value.scale() <= 0) ? 0 : DECIMALS;
    }

    /** @param quality 0 to 100 */
    String setting(double quality) {
        double place = quality / 100 * (values.size() - 1);
        int below = Math.min((int) place, values.size() - 1);
        int above = Math.min(below + 1, values.size() - 1);
        double low = values.get(below).doubleValue();
        double value = low + (values.get(above).doubleValue() - low) * (place - below);
        return prefix
                + BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
