package io.nacre.app.view.render;

/** Colours for a value from 0 to 1: black, purple, orange, pale yellow, of evenly rising lightness. */
public final class ColourMap {
    private static final int STEPS = 256;
    private static final int[] STOPS = {0x000004, 0x280B53, 0x65156E, 0x9F2A63, 0xD44842, 0xF57D15, 0xFAC127, 0xFCFFA4};
    private static final int[] COLOURS = colours();

    private ColourMap() {}

    private static int[] colours() {
        int[] colours = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double place = (double) i / (STEPS - 1) * (STOPS.length - 1);
            int stop = Math.min((int) place, STOPS.length - 2);
            colours[i] = mixed(STOPS[stop], STOPS[stop + 1], place - stop);
        }
        return colours;
    }

    private static int mixed(int a, int b, double share) {
        int colour = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = a >> shift & 0xFF;
            int to = b >> shift & 0xFF;
            colour = colour << 8 | (int) Math.round(from + (to - from) * share);
        }
        return colour;
    }

    /** The opaque colour, 0xAARRGGBB, of a value; what is beyond 0..1 gets the colour of the end. */
    public static int colour(double value) {
        return COLOURS[(int) Math.max(0, Math.min(STEPS - 1, Math.round(value * (STEPS - 1))))];
    }
}
