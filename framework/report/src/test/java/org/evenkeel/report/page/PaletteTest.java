package org.evenkeel.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The colours of pairs as people see them who lack one kind of cone, in distances of the OKLab space (Ottosson 2020).
 */
final class PaletteTest {
    /** Where two colours begin to look alike side by side; the just noticeable difference is about 0.02. */
    private static final double APART = 0.04;

    /**
     * Full vision, and protanopia, deuteranopia and tritanopia in linear RGB (Machado, Oliveira and Fernandes 2009).
     */
    private static final double[][][] EYES = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}
    };

    private static final double[][] TO_CONES = {
        {0.4122214708, 0.5363325363, 0.0514459929},
        {0.2119034982, 0.6806995451, 0.1073969566},
        {0.0883024619, 0.2817188376, 0.6299787005}
    };
    private static final double[][] TO_LAB = {
        {0.2104542553, 0.7936177850, -0.0040720468},
        {1.9779984951, -2.4285922050, 0.4505937099},
        {0.0259040371, 0.7827717662, -0.8086757660}
    };

    @ParameterizedTest(name = "theme {0}")
    @ValueSource(ints = {0, 1})
    void every_two_colours_of_the_allocation_are_told_apart_by_every_eye(int theme) throws IOException {
        List<String> colours = colours(theme);
        assertEquals(15, colours.size());
        for (int a = 0; a < colours.size(); a++) {
            for (int b = 0; b < a; b++) {
                for (double[][] eye : EYES) {
                    double distance = distance(seen(colours.get(a), eye), seen(colours.get(b), eye));
                    assertTrue(distance >= APART, colours.get(a) + " and " + colours.get(b) + ": " + distance);
                }
            }
        }
    }

    /** The colours of cash and of the pairs, in the light theme (0) or the dark one (1). */
    private static List<String> colours(int theme) throws IOException {
        String css;
        try (InputStream file = Page.class.getResourceAsStream("report.css")) {
            css = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        String part = css.split("prefers-color-scheme: dark")[theme];
        Matcher found = Pattern.compile("--(?:cash|c\\d+): (#[0-9a-f]{6})").matcher(part);
        List<String> colours = new ArrayList<>();
        while (found.find()) {
            colours.add(found.group(1));
        }
        return colours;
    }

    private static double[] seen(String hex, double[][] eye) {
        double[] light = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(hex, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            light[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        double[] simulated = times(eye, light);
        for (int i = 0; i < 3; i++) {
            simulated[i] = Math.clamp(simulated[i], 0, 1);
        }
        double[] cones = times(TO_CONES, simulated);
        for (int i = 0; i < 3; i++) {
            cones[i] = Math.cbrt(cones[i]);
        }
        return times(TO_LAB, cones);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
