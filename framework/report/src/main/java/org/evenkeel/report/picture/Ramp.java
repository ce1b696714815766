package org.evenkeel.report.picture;

import java.awt.Color;
import java.util.List;

/**
 * From a value to its colour, as the pages do it: from the lowest to the highest, or where there are both gains and
 * losses worth the name, to either side of nothing.
 *
 * @param low the value of the first colour
 * @param high that of the last
 * @param turns whether nothing is in the middle
 */
record Ramp(double low, double high, boolean turns) {
    private static final List<Color> HEAT =
            Ink.colours(0xF5ECD7, 0xD3E2D3, 0x9FCDD3, 0x62A9CC, 0x3281BB, 0x15588F, 0x0A2F58);
    private static final List<Color> TURN =
            Ink.colours(0x8F3600, 0xD5722B, 0xF2B98E, 0xF4F1EA, 0x9CCBE6, 0x2F86C0, 0x0A4674);
    private static final double WORTH_THE_NAME = 0.15;

    /** The ramp of values, which may be NaN. */
    static Ramp of(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        boolean turns = Math.min(-low, high) > WORTH_THE_NAME * Math.max(-low, high);
        double most = Math.max(-low, high);
        return turns ? new Ramp(-most, most, true) : new Ramp(low, high, false);
    }

    Color of(double value) {
        return at(high > low ? (value - low) / (high - low) : 0.5);
    }

    /** The colour at a share of the way, 0 to 1. */
    Color at(double share) {
        List<Color> stops = turns ? TURN : HEAT;
        double place = Math.clamp(share, 0, 1) * (stops.size() - 1);
        int from = Math.min(stops.size() - 2, (int) place);
        Color a = stops.get(from);
        Color b = stops.get(from + 1);
        double part = place - from;
        return new Color(
                between(a.getRed(), b.getRed(), part),
                between(a.getGreen(), b.getGreen(), part),
                between(a.getBlue(), b.getBlue(), part));
    }

    private static int between(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }

    /** Whether dark ink can be read on a colour. */
    static boolean isLight(Color colour) {
        return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue() > 140;
    }
}
