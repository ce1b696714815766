package org.evenkeel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EquityPngTest {
    @TempDir
    private Path folder;

    @Test
    void the_picture_is_light_and_shows_strategy_and_benchmarks() throws IOException {
        Path file = folder.resolve("equity.png");
        EquityPng.write(SeededRun.of(1).input(), file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(1200, image.getWidth());
        assertEquals(Color.WHITE, new Color(image.getRGB(2, 2)));
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertTrue(colours.contains(0x1D2530), "the strategy");
        assertTrue(colours.contains(0x0072B2), "equal weight");
        assertTrue(colours.contains(0xE69F00), "the first pair");
    }
}
