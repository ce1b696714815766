package org.evenkeel.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.view.HeatMap;
import org.evenkeel.report.sweep.view.Sweep;
import org.junit.jupiter.api.Test;

class HeatMapPictureTest {
    private static final int WHITE = Color.WHITE.getRGB();

    private static BufferedImage picture(SweepInput input) throws IOException {
        Sweep sweep = new Sweep(input);
        HeatMap map = HeatMap.of(sweep, new HeatMap.Choice(0, 0, 1, sweep.usualRest()));
        return ImageIO.read(new ByteArrayInputStream(HeatMapPicture.png(sweep, map)));
    }

    private static boolean has(BufferedImage image, int colour) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .anyMatch(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == colour);
    }

    @Test
    void a_map_without_a_single_figure_has_no_scale_of_colours() throws IOException {
        int highest = new Ramp(0, 1, false).at(1).getRGB();
        assertTrue(has(picture(SeededSweep.grid(5, 4, 4).without(0, 0).input()), highest));
        assertFalse(has(picture(SeededSweep.grid(5, 4, 4).without(0, 1).input()), highest));
    }

    @Test
    void names_and_values_of_the_rows_are_written_whole_however_long_they_are() throws IOException {
        BufferedImage image = picture(SeededSweep.grid(4, 5)
                .withChoices("aThresholdWithALongName", "a choice of many words", "another")
                .input());
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < 4; column++) {
                assertEquals(WHITE, image.getRGB(column, row), "nothing runs out at the left");
            }
        }
    }
}
