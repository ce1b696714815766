package org.evenkeel.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.evenkeel.report.view.Benchmarks;
import org.evenkeel.report.view.Run;
import org.evenkeel.report.view.Texts;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The equity of a run as a picture for a README: against equal weight and the first pair, on white. It needs no
 * display; a program that has one and does not want it runs with {@code -Djava.awt.headless=true}.
 */
public final class EquityPng {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 560;
    private static final Color INK = new Color(0x1D2530);
    private static final Color LINE = new Color(0xE3DFD6);
    /** Blue and orange of Okabe and Ito (2008), which the colour-blind can tell apart. */
    private static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xE69F00));

    private EquityPng() {}

    /**
     * Writes the picture; replaces the file if it is there.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(ReportInput input, Path file) {
        XYChart chart = chart(RunFigures.run(input));
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", png);
            Files.write(file, png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The picture of the equity cannot be written to " + file
                            + ": check that its folder exists, may be written to, and has room.",
                    e);
        }
    }

    private static XYChart chart(Run run) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title(run))
                .yAxisTitle("USD")
                .build();
        style(chart.getStyler());
        List<Instant> times = Arrays.stream(run.curve().times())
                .mapToObj(Instant::ofEpochMilli)
                .toList();
        add(chart, "Strategy", times, run.curve().equity(), INK, new BasicStroke(2.6f));
        List<Benchmarks.Line> lines = run.benchmarks().lines();
        for (int i = 0; i < Math.min(COLOURS.size(), lines.size()); i++) {
            BasicStroke dashed = new BasicStroke(
                    1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {9 - 6 * i, 4}, 0);
            add(chart, lines.get(i).name() + ", held", times, lines.get(i).values(), COLOURS.get(i), dashed);
        }
        return chart;
    }

    private static String title(Run run) {
        String title = Texts.label(run.info().strategy()) + " on "
                + Texts.label(run.info().data().name());
        return run.isSynthetic() ? title + " (synthetic data)" : title;
    }

    private static void add(
            XYChart chart, String name, List<Instant> times, double[] values, Color colour, BasicStroke stroke) {
        chart.addSeries(name, times, Arrays.stream(values).boxed().toList())
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(colour)
                .setLineStyle(stroke);
    }

    private static void style(XYStyler style) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
        style.setBaseFont(font);
        style.setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartFontColor(INK)
                .setChartPadding(18)
                .setChartTitleFont(font.deriveFont(Font.BOLD, 20))
                .setChartTitleBoxVisible(false)
                .setLegendPosition(Styler.LegendPosition.InsideNW)
                .setLegendFont(font)
                .setLegendBorderColor(Color.WHITE)
                .setLegendSeriesLineLength(36)
                .setLocale(Locale.ROOT);
        style.setAxisTickLabelsFont(font)
                .setAxisTitleFont(font)
                .setAxisTickLabelsColor(INK)
                .setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false)
                .setPlotGridVerticalLinesVisible(false)
                .setPlotGridLinesColor(LINE)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setTimezone(TimeZone.getTimeZone("UTC"))
                .setDatePattern("yyyy-MM-dd")
                .setXAxisTickMarkSpacingHint(150)
                .setYAxisTickMarkSpacingHint(90)
                .setYAxisDecimalPattern("#,##0");
    }
}
