package io.nacre.codec.image;

import java.util.EnumMap;
import java.util.Map;

/**
 * Smooth values for a rectangle of which only what lies around it is known: each side's profile goes inwards, turns into its
 * mean on the way, and counts by the inverse square of its distance. Sides may be unknown. Not thread-safe.
 */
final class EdgeFill {
    private final int width;
    private final int height;
    private final float unknown;
    private final Map<Direction, Side> sides = new EnumMap<>(Direction.class);

    /** @param unknown the value where no side is known */
    EdgeFill(int width, int height, float unknown) {
        this.width = width;
        this.height = height;
        this.unknown = unknown;
    }

    /**
     * What lies along a side.
     *
     * @param values [channel][position along the side]
     * @param means of each channel
     * @param gap between the profile and the rectangle
     */
    private record Side(float[][] values, float[] means, int gap) {
        static Side of(float[][] values, int gap) {
            float[] means = new float[values.length];
            for (int c = 0; c < values.length; c++) {
                double sum = 0;
                for (float value : values[c]) {
                    sum += value;
                }
                means[c] = (float) (sum / values[c].length);
            }
            return new Side(values, means, gap);
        }

        /** The value that the profile contributes at a distance from the rectangle's side. */
        float at(int channel, int position, int distance, int extent) {
            float mean = means[channel];
            return mean + (values[channel][position] - mean) * Math.max(0, 1 - (float) (distance + gap) / extent);
        }

        float weight(int distance) {
            float d = distance + gap + 0.5f;
            return 1 / (d * d);
        }
    }

    /**
     * Takes what lies in a direction.
     *
     * @param profile [channel][column] above and below, [channel][row] left and right
     * @param gap rows or columns between the profile and the rectangle
     */
    void put(Direction direction, float[][] profile, int gap) {
        sides.put(direction, Side.of(profile, gap));
    }

    float at(int channel, int x, int y) {
        int extent = Math.max(width, height);
        float sum = 0;
        float weights = 0;
        for (Map.Entry<Direction, Side> entry : sides.entrySet()) {
            Direction direction = entry.getKey();
            int distance = switch (direction) {
                case ABOVE -> y;
                case BELOW -> height - 1 - y;
                case LEFT -> x;
                case RIGHT -> width - 1 - x;
            };
            Side side = entry.getValue();
            float weight = side.weight(distance);
            sum += weight * side.at(channel, direction.vertical() ? x : y, distance, extent);
            weights += weight;
        }
        return weights == 0 ? unknown : sum / weights;
    }

    /** The values along a side, as {@link #put} takes them. */
    float[][] profile(Direction direction, int channels) {
        float[][] profile = new float[channels][direction.vertical() ? width : height];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < profile[c].length; i++) {
                profile[c][i] = switch (direction) {
                    case ABOVE -> at(c, i, 0);
                    case BELOW -> at(c, i, height - 1);
                    case LEFT -> at(c, 0, i);
                    case RIGHT -> at(c, width - 1, i);
                };
            }
        }
        return profile;
    }

    boolean empty() {
        return sides.isEmpty();
    }
}
