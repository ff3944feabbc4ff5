package io.nacre.codec.metrics;

/**
 * Pictures by integer formulas (ramps, triangle waves, hashed noise), so that other programs can make the same ones and
 * reference values hold exactly.
 */
final class SyntheticPicture {
    private SyntheticPicture() {}

    /** Interleaved RGB. */
    static byte[] original(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    int ramp = x * (c + 1) * 60 / width + y * (3 - c) * 40 / height;
                    int wave = Math.abs((x * 5 + y * 3 * (c + 1)) % 128 - 64);
                    rgb[i++] = clamp(20 + ramp + wave / 2 + (noise(x, y, c, 1) >> 2) / 2);
                }
            }
        }
        return rgb;
    }

    /** The original, coarsely quantized, with noise and a diagonal pattern, all of a size given by {@code strength}. */
    static byte[] distorted(byte[] original, int width, int strength) {
        byte[] rgb = new byte[original.length];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            int quantized = (original[i] & 255) / strength * strength + strength / 2;
            int added = ((noise(x, y, i % 3, 2) * strength) >> 8) - strength / 2;
            rgb[i] = clamp(quantized + added + (x + y) % 3 * strength / 8);
        }
        return rgb;
    }

    private static int noise(int x, int y, int channel, int seed) {
        int hash = (x * 73856093) ^ (y * 19349663) ^ (channel * 83492791) ^ (seed * 40503);
        return ((hash ^ (hash >>> 13)) * 0x5bd1e995) >>> 24;
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
