package org.evenkeel.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InkTest {
    /** The colours of a family in the light theme (0) or the dark one (1) of the pages. */
    private static List<Color> ofPage(String family, int theme) throws IOException {
        String css;
        try (InputStream file = InkTest.class.getResourceAsStream("/org/evenkeel/report/page/report.css")) {
            css = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher found = Pattern.compile("--" + family + "\\d+: #([0-9a-f]{6})")
                .matcher(css.split("prefers-color-scheme: dark")[theme]);
        List<Color> colours = new ArrayList<>();
        while (found.find()) {
            colours.add(new Color(Integer.parseInt(found.group(1), 16)));
        }
        return colours;
    }

    /** Relative luminance (WCAG 2): what is left of a colour for an eye that sees none. */
    private static double luminance(Color colour) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        float[] channels = colour.getRGBColorComponents(null);
        for (int i = 0; i < 3; i++) {
            double value = channels[i];
            sum += weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void pictures_have_the_colours_of_the_pages_on_paper() throws IOException {
        List<Color> palette = ofPage("c", 0);
        assertEquals(14, palette.size());
        for (int place = 0; place < palette.size(); place++) {
            assertEquals(palette.get(place), Ink.palette(place));
        }
        Ramp heat = Ramp.of(new double[] {1, 2});
        Ramp turn = Ramp.of(new double[] {-1, 1});
        for (int stop = 0; stop < 7; stop++) {
            assertEquals(ofPage("heat-", 0).get(stop), heat.at(stop / 6.0));
            assertEquals(ofPage("turn-", 0).get(stop), turn.at(stop / 6.0));
        }
    }

    @ParameterizedTest(name = "theme {0}")
    @ValueSource(ints = {0, 1})
    void more_is_darker_on_paper_and_brighter_in_the_dark_whatever_colours_an_eye_sees(int theme) throws IOException {
        List<Color> heat = ofPage("heat-", theme);
        assertEquals(7, heat.size());
        for (int stop = 1; stop < heat.size(); stop++) {
            double step = luminance(heat.get(stop)) - luminance(heat.get(stop - 1));
            assertTrue(theme == 0 ? step < -0.02 : step > 0.01, stop + ": " + step);
        }
    }

    @Test
    void a_scale_turns_at_nothing_only_where_gains_and_losses_are_both_worth_the_name() {
        assertTrue(Ramp.of(new double[] {-0.5, Double.NaN, 1}).turns());
        assertFalse(Ramp.of(new double[] {-0.05, 1}).turns());
        assertFalse(Ramp.of(new double[] {0.2, 1}).turns());
        Ramp turning = Ramp.of(new double[] {-0.5, 1});
        assertEquals(-1, turning.low());
        assertEquals(turning.at(0.5), turning.of(0));
        assertEquals(
                Ramp.of(new double[] {3, 3}).of(3), Ramp.of(new double[] {1, 2}).at(0.5));
    }
}
