package org.evenkeel.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines and points over two numbers. */
public final class PlanePicture {
    private final XYChart chart;
    private final List<Point> labels = new ArrayList<>();

    /**
     * A place with its name.
     *
     * @param name what lies there
     * @param x to the right
     * @param y up
     */
    public record Point(String name, double x, double y) {}

    /**
     * An empty picture.
     *
     * @param title the heading
     * @param x what goes to the right
     * @param y what goes up
     */
    public PlanePicture(String title, String x, String y) {
        this.chart = new XYChartBuilder()
                .width(TimePicture.WIDTH)
                .height(620)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        TimePicture.style(chart.getStyler());
        chart.getStyler().setYAxisDecimalPattern("#,##0.##").setXAxisDecimalPattern("#,##0.##");
        chart.getStyler().setXAxisTickMarkSpacingHint(90).setYAxisTickMarkSpacingHint(70);
    }

    /** A line through points. */
    public PlanePicture line(String name, double[] x, double[] y) {
        chart.addSeries(name, x, y)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Ink.INK)
                .setLineStyle(Ink.stroke(2.4f, 0));
        return this;
    }

    /** A broken line, for what stands beside. */
    public PlanePicture broken(String name, double[] x, double[] y) {
        chart.addSeries(name, x, y)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Ink.GAIN)
                .setLineStyle(Ink.stroke(1.6f, 1));
        return this;
    }

    /** Points that are named beside their marks. */
    public PlanePicture points(String name, List<Point> points) {
        return points(name, points, SeriesMarkers.CIRCLE, Ink.GAIN);
    }

    /** Points that the picture is about. */
    public PlanePicture chosen(String name, List<Point> points) {
        return points(name, points, SeriesMarkers.DIAMOND, Ink.LOSS);
    }

    private PlanePicture points(String name, List<Point> points, Marker marker, Color colour) {
        if (!points.isEmpty()) {
            chart.addSeries(
                            name,
                            points.stream().mapToDouble(Point::x).toArray(),
                            points.stream().mapToDouble(Point::y).toArray())
                    .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                    .setMarker(marker)
                    .setMarkerColor(colour);
            labels.addAll(points);
        }
        return this;
    }

    /** The picture as a file. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        chart.getStyler().setMarkerSize(10);
        chart.paint(pen, chart.getWidth(), chart.getHeight());
        pen.setFont(Ink.FONT.deriveFont(13f));
        pen.setStroke(new BasicStroke(1));
        List<Rectangle2D> taken = new ArrayList<>();
        labels.forEach(label -> draw(pen, label, taken));
        pen.dispose();
        return Png.of(image);
    }

    /** A name stands at the right of its mark, or at the left where the picture ends, and below names that are there. */
    private void draw(Graphics2D pen, Point label, List<Rectangle2D> taken) {
        double x = chart.getScreenXFromChart(label.x());
        int width = pen.getFontMetrics().stringWidth(label.name());
        boolean hasRoom = x + 12 + width < chart.getWidth() - 20;
        double left = hasRoom ? x + 10 : x - 10 - width;
        Rectangle2D box = new Rectangle2D.Double(left, chart.getScreenYFromChart(label.y()) - 8, width, 14);
        while (taken.stream().anyMatch(box::intersects)) {
            box.setRect(left, box.getY() + 3, width, 14);
        }
        taken.add(box);
        pen.setColor(Ink.INK);
        pen.drawString(label.name(), (float) left, (float) (box.getY() + 13));
    }
}
