package io.nacre.codec.alpha;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

/** Alpha planes for the tests, by integer formulas. */
final class Planes {
    private Planes() {}

    static byte[] of(int width, int height, IntBinaryOperator valueAt) {
        byte[] plane = new byte[width * height];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte) valueAt.applyAsInt(i % width, i / width);
        }
        return plane;
    }

    /** 255 inside a circle in the middle, else 0. */
    static byte[] circle(int size, int radius) {
        return of(size, size, (x, y) -> insideCircle(size, radius, 2 * x + 1, 2 * y + 1, 2) ? 255 : 0);
    }

    /** The same with the covered part of each pixel, of 15 x 17 samples. */
    static byte[] smoothCircle(int size, int radius) {
        return of(size, size, (x, y) -> {
            if (!insideCircle(size, radius + 1, 2 * x + 1, 2 * y + 1, 2)) {
                return 0;
            }
            if (insideCircle(size, radius - 1, 2 * x + 1, 2 * y + 1, 2)) {
                return 255;
            }
            int covered = 0;
            for (int i = 0; i < 15 * 17; i++) {
                // On a grid of 510 to the pixel: halves of 1/15 and 1/17.
                int sampleX = 510 * x + 17 * (2 * (i % 15) + 1);
                int sampleY = 510 * y + 15 * (2 * (i / 15) + 1);
                covered += insideCircle(size, radius, sampleX, sampleY, 510) ? 1 : 0;
            }
            return covered;
        });
    }

    private static boolean insideCircle(int size, int radius, int x, int y, int unit) {
        long dx = x - (long) size * unit / 2;
        long dy = y - (long) size * unit / 2;
        return dx * dx + dy * dy <= (long) radius * unit * radius * unit;
    }

    /** Strokes like those of letters: cells of 16 x 24 pixels with a few bars each. */
    static byte[] glyphs(int width, int height) {
        return of(width, height, (x, y) -> {
            SplittableRandom cell = new SplittableRandom(x / 16 * 31L + y / 24);
            boolean ink = false;
            for (int bar = 0; bar < 3; bar++) {
                int position = 2 + cell.nextInt(10);
                boolean upright = cell.nextBoolean();
                int along = upright ? y % 24 - 4 : x % 16 - 2;
                int across = upright ? x % 16 - position : y % 24 - 4 - position;
                ink |= along >= 0 && along < (upright ? 16 : 12) && across >= 0 && across < 2;
            }
            return ink ? 255 : 0;
        });
    }

    /** Rings of four levels. */
    static byte[] rings(int size) {
        return of(size, size, (x, y) -> {
            long r2 = (2L * x + 1 - size) * (2L * x + 1 - size) + (2L * y + 1 - size) * (2L * y + 1 - size);
            long unit = (long) size * size;
            return r2 * 6 < unit ? 255 : r2 * 3 < unit ? 170 : r2 * 4 < unit * 3 ? 85 : 0;
        });
    }

    /** Blocks of 37 x 53 pixels in 16 levels. */
    static byte[] blocks(int width, int height) {
        return of(width, height, (x, y) -> (x / 37 * 7 + y / 53 * 5) % 16 * 17);
    }

    static byte[] ramp(int width, int height) {
        return of(width, height, (x, y) -> x * 255 / Math.max(1, width - 1));
    }

    /** A soft shadow: opaque in the middle, falling to transparent with the square of the distance. */
    static byte[] shadow(int width, int height) {
        return of(width, height, (x, y) -> {
            long dx = 1024L * (2 * x + 1 - width) / width;
            long dy = 1024L * (2 * y + 1 - height) / height;
            return (int) Math.max(0, Math.min(255, 330 - (dx * dx + dy * dy) * 400 / (1024 * 1024)));
        });
    }

    static byte[] noise(int width, int height, long seed) {
        byte[] plane = new byte[width * height];
        new SplittableRandom(seed).nextBytes(plane);
        return plane;
    }

    /** A random mix: flat areas, ramps, noise of random strength, levels of random number. */
    static byte[] mixed(int width, int height, SplittableRandom random) {
        int cell = 1 + random.nextInt(40);
        int[] base = random.ints(64, 0, 256).toArray();
        int[] slope = random.ints(64, -3, 4).toArray();
        int amplitude = 1 + random.nextInt(8);
        int mask = random.nextInt(4) == 0 ? 0xC0 : 0xFF;
        return of(width, height, (x, y) -> {
            int at = (x / cell * 7 + y / cell * 3) & 63;
            int value = switch (at & 3) {
                case 0 -> 0;
                case 1 -> 255;
                case 2 -> base[at] + slope[at] * (x % cell) + y % cell;
                default -> base[at] + random.nextInt(amplitude);
            };
            return Math.max(0, Math.min(255, value)) & mask;
        });
    }
}
