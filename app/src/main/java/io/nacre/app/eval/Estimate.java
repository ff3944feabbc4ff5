package io.nacre.app.eval;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long a run will still take, from the mean time of each codec so far. Not thread-safe. */
final class Estimate {
    private final int jobs;
    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, Integer> made = new HashMap<>();
    private final Map<String, Double> seconds = new HashMap<>();

    Estimate(int jobs) {
        this.jobs = jobs;
    }

    /** One more task of a codec is to be done. */
    void expect(String codec) {
        left.merge(codec, 1, Integer::sum);
    }

    void done(String codec, double taken) {
        left.merge(codec, -1, Integer::sum);
        made.merge(codec, 1, Integer::sum);
        seconds.merge(codec, taken, Double::sum);
    }

    /** A codec that has not been run yet is taken for an average one. */
    Duration remaining() {
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        double mean = all / made.values().stream().mapToInt(Integer::intValue).sum();
        double sum = 0;
        for (Map.Entry<String, Integer> entry : left.entrySet()) {
            String codec = entry.getKey();
            double each = made.containsKey(codec) ? seconds.get(codec) / made.get(codec) : mean;
            sum += entry.getValue() * each;
        }
        return Duration.ofMillis(Math.round(1000 * sum / jobs));
    }
}
