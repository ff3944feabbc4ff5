package io.nacre.app.sound;

import java.awt.Color;

/** Colours for a range of values, linear between stops in sRGB. */
public enum ColourScale {
    /** From black over violet and orange to pale yellow, with lightness growing evenly, for levels. */
    LEVELS(0x000004, 0x280b53, 0x65156e, 0x9f2a63, 0xd44842, 0xf57d15, 0xfac127, 0xfcffa4),
    /** From blue over white to red, for differences. */
    DIFFERENCES(0x2166ac, 0x67a9cf, 0xf7f7f7, 0xef8a62, 0xb2182b);

    @SuppressWarnings("ImmutableEnumChecker") // written by nobody
    private final int[] stops;

    ColourScale(int... stops) {
        this.stops = stops;
    }

    /**
     * A colour of the scale.
     *
     * @param position 0..1; what is beyond counts as the end
     * @return 0xRRGGBB
     */
    public int rgb(double position) {
        double place = Math.max(0, Math.min(1, position)) * (stops.length - 1);
        int left = Math.min((int) place, stops.length - 2);
        double share = place - left;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double a = stops[left] >> shift & 0xFF;
            double b = stops[left + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return rgb;
    }

    Color color(double position) {
        return new Color(rgb(position));
    }
}
