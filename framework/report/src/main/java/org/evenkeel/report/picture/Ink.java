package org.evenkeel.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;

/** The colours and strokes of all pictures: those of the pages on paper. */
final class Ink {
    static final Color INK = new Color(0x1D2530);
    static final Color SOFT = new Color(0x59626F);
    static final Color LINE = new Color(0xE3DFD6);
    static final Color CASH = new Color(0xD5D1C7);
    static final Color GAIN = new Color(0x0072B2);
    static final Color LOSS = new Color(0xD55E00);
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    /** The first six are those of Okabe and Ito (2008), which the colour-blind can tell apart. */
    private static final List<Color> PALETTE = colours(
            0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0x882255, 0x004D40, 0xA6CF8A, 0x7B3294,
            0x5A4A12, 0xF2E394, 0x3B0F0A, 0x9E9AC8);

    private static final float[][] DASHES = {{1, 0}, {9, 4}, {3, 4}, {12, 4, 3, 4}};

    private Ink() {}

    static List<Color> colours(int... values) {
        return Arrays.stream(values).mapToObj(Color::new).toList();
    }

    static Color palette(int place) {
        return PALETTE.get(place % PALETTE.size());
    }

    /** A line, drawn through or broken, so that colour is not all that tells lines apart. */
    static BasicStroke stroke(float width, int dash) {
        return dash == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(
                        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[dash % DASHES.length], 0);
    }
}
