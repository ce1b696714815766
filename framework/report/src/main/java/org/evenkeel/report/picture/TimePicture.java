package org.evenkeel.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.evenkeel.report.view.LineData;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines and areas over time. */
public final class TimePicture {
    static final int WIDTH = 1200;
    static final int HEIGHT = 560;

    private final XYChart chart;
    private final List<Overlay> overlays = new ArrayList<>();

    /** Something drawn upon a finished chart, which can be asked where its values lie. */
    @FunctionalInterface
    interface Overlay {
        void draw(Graphics2D pen, XYChart chart);
    }

    /**
     * An empty picture.
     *
     * @param title the heading
     * @param unit what the values are counted in
     */
    public TimePicture(String title, String unit) {
        this.chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        style(chart.getStyler());
    }

    /** On a logarithmic scale, between powers of ten. */
    public TimePicture logarithmic() {
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmicDecadeOnly(true);
        chart.getStyler().setYAxisDecimalPattern("#,##0.###");
        return this;
    }

    /** With decimals at the axis, for values that are not money. */
    public TimePicture withDecimals(String pattern) {
        chart.getStyler().setYAxisDecimalPattern(pattern);
        return this;
    }

    /** With its legend at the right, where many lines leave no room for it among them. */
    public TimePicture withLegendBeside() {
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        return this;
    }

    /** A line that goes in steps. */
    public TimePicture steps(LineData line) {
        series(line)
                .setXYSeriesRenderStyle(XYSeriesRenderStyle.Step)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Ink.INK)
                .setLineStyle(Ink.stroke(2.6f, 0));
        return this;
    }

    /** The line that the picture is about. */
    public TimePicture main(LineData line) {
        return add(line, Ink.INK, Ink.stroke(2.6f, 0));
    }

    /** Another line, by its place among all others: that is its colour and its dash. */
    public TimePicture other(LineData line, int place) {
        return add(line, Ink.palette(place % 7), Ink.stroke(1.6f, place + 1));
    }

    /** One of many lines of the same rank. */
    public TimePicture alike(LineData line, int place) {
        return add(line, Ink.palette(place % 7), Ink.stroke(1.8f, place / 7));
    }

    private TimePicture add(LineData line, Color colour, BasicStroke stroke) {
        LineData known = known(line);
        if (known.times().length > 0) {
            series(known).setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(stroke);
        }
        return this;
    }

    /** The points that have values: a chart takes a hole for a zero. */
    private static LineData known(LineData line) {
        int[] kept = IntStream.range(0, line.values().length)
                .filter(i -> !Double.isNaN(line.values()[i]))
                .toArray();
        return new LineData(
                line.name(),
                Arrays.stream(kept).mapToLong(i -> line.times()[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> line.values()[i]).toArray());
    }

    private XYSeries series(LineData line) {
        List<Instant> times =
                Arrays.stream(line.times()).mapToObj(Instant::ofEpochMilli).toList();
        return chart.addSeries(
                line.name(), times, Arrays.stream(line.values()).boxed().toList());
    }

    /**
     * Areas upon each other, the first at the bottom, each from one time to the next.
     *
     * @param layers all over the same times, without holes
     * @param last the colour of the topmost, where it is cash
     */
    public TimePicture stacked(List<LineData> layers, boolean last) {
        double[] sum = new double[layers.getFirst().values().length];
        List<LineData> tops = new ArrayList<>();
        for (LineData layer : layers) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += layer.values()[i];
            }
            tops.add(new LineData(layer.name(), layer.times(), sum.clone()));
        }
        for (int i = tops.size() - 1; i >= 0; i--) {
            Color colour = last && i == tops.size() - 1 ? Ink.CASH : Ink.palette(i);
            area(tops.get(i), colour);
        }
        chart.getStyler().setYAxisMin(0.0);
        return withLegendBeside();
    }

    /** The legend shows the line of an area, which is thin: a series of one point stands there in its place. */
    private void area(LineData top, Color colour) {
        XYSeries area = series(new LineData("area of " + top.name(), top.times(), top.values()))
                .setXYSeriesRenderStyle(XYSeriesRenderStyle.StepArea);
        area.setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(new BasicStroke(0.5f));
        area.setFillColor(colour);
        area.setShowInLegend(false);
        series(new LineData(top.name(), Arrays.copyOf(top.times(), 1), new double[1]))
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(colour)
                .setLineStyle(new BasicStroke(11, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    }

    /** A line that only the axes know of. */
    TimePicture hidden(LineData line) {
        LineData known = known(line);
        if (known.times().length > 0) {
            XYSeries series = series(known);
            series.setMarker(SeriesMarkers.NONE).setLineColor(new Color(0, true));
            series.setShowInLegend(false);
        }
        return this;
    }

    TimePicture upon(Overlay overlay) {
        overlays.add(overlay);
        return this;
    }

    /** The picture as a file. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        chart.paint(pen, WIDTH, HEIGHT);
        overlays.forEach(overlay -> overlay.draw(pen, chart));
        pen.dispose();
        return Png.of(image);
    }

    static void style(XYStyler style) {
        style.setBaseFont(Ink.FONT);
        style.setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartFontColor(Ink.INK)
                .setChartPadding(18)
                .setChartTitleFont(Ink.FONT.deriveFont(Font.BOLD, 20))
                .setChartTitleBoxVisible(false)
                .setLegendPosition(Styler.LegendPosition.InsideNW)
                .setLegendFont(Ink.FONT)
                .setLegendBorderColor(Color.WHITE)
                .setLegendSeriesLineLength(36)
                .setLocale(Locale.ROOT);
        style.setAxisTickLabelsFont(Ink.FONT)
                .setAxisTitleFont(Ink.FONT)
                .setAxisTickLabelsColor(Ink.INK)
                .setAxisTicksLineVisible(false)
                .setAxisTicksMarksVisible(false)
                .setPlotGridVerticalLinesVisible(false)
                .setPlotGridLinesColor(Ink.LINE)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setTimezone(TimeZone.getTimeZone("UTC"))
                .setDatePattern("yyyy-MM-dd")
                .setXAxisTickMarkSpacingHint(150)
                .setYAxisTickMarkSpacingHint(90)
                .setYAxisDecimalPattern("#,##0");
    }
}
