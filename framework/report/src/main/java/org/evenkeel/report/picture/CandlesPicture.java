package org.evenkeel.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.Candles;
import org.evenkeel.report.view.Drawing;
import org.evenkeel.report.view.LineData;
import org.evenkeel.report.view.ProfitBox;
import org.knowm.xchart.XYChart;

/** The trades of a pair on its candles, with a box for each position: blue for a profit, orange and broken for a loss. */
public final class CandlesPicture {
    private static final double WIDE = 20;
    private static final Map<String, Color> COLOURS =
            Map.of("buy", Ink.GAIN, "sell", Ink.palette(3), "stop", Ink.LOSS, "target", Ink.palette(2));

    private static final Map<String, String> NAMES =
            Map.of("buy", "buy", "sell", "sell", "stop", "stop", "target", "take profit");
    private static final int KEY_TOP = 62;

    private final Graphics2D pen;
    private final XYChart chart;
    private final Drawing drawing;

    private CandlesPicture(Graphics2D pen, XYChart chart, Drawing drawing) {
        this.pen = pen;
        this.chart = chart;
        this.drawing = drawing;
    }

    /** The picture as a file. */
    public static byte[] png(String title, Drawing drawing) {
        Candles candles = drawing.candles();
        long[] times = new long[candles.size()];
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int row = 0; row < times.length; row++) {
            times[row] = candles.time(row);
            low = Math.min(low, candles.low(row));
            high = Math.max(high, candles.high(row));
        }
        TimePicture picture = new TimePicture(title, "USD").withDecimals("#,##0.######");
        if (high > WIDE * low) {
            picture.logarithmic();
        }
        // Lines that are not seen, for the axes to reach from the lowest low to the highest high.
        picture.hidden(new LineData("low", times, candles.prices().lows()))
                .hidden(new LineData("high", times, candles.prices().highs()));
        return picture.upon((pen, chart) -> new CandlesPicture(pen, chart, drawing).draw())
                .png();
    }

    private void draw() {
        drawing.boxes().forEach(this::box);
        Candles candles = drawing.candles();
        double width = candles.size() < 2 ? 8 : Math.max(1, 0.6 * (x(candles.time(1)) - x(candles.time(0))));
        for (int row = 0; row < candles.size(); row++) {
            candle(candles, row, Math.min(9, width));
        }
        drawing.marks().forEach(mark -> mark(mark.kind(), x(mark.time()), y(mark.price())));
        key();
    }

    private void key() {
        pen.setFont(Ink.FONT.deriveFont(14f));
        double at = TimePicture.WIDTH - 30;
        for (String kind : List.of("target", "stop", "sell", "buy")) {
            String name = NAMES.get(kind);
            at -= pen.getFontMetrics().stringWidth(name) + 34;
            mark(kind, at, KEY_TOP);
            pen.setColor(Ink.SOFT);
            pen.drawString(name, (float) at + 13, KEY_TOP + 5);
        }
    }

    private double x(double time) {
        return chart.getScreenXFromChart(time);
    }

    private double y(double price) {
        return chart.getScreenYFromChart(price);
    }

    private void box(ProfitBox box) {
        if (Double.isNaN(box.profit())) {
            return;
        }
        boolean won = box.profit() > 0;
        Color colour = won ? Ink.GAIN : Ink.LOSS;
        double top = Math.min(y(box.prices().entry()), y(box.prices().exit()));
        double bottom = Math.max(y(box.prices().entry()), y(box.prices().exit()));
        double left = x(box.from());
        Rectangle2D shape =
                new Rectangle2D.Double(left, top, Math.max(2, x(box.until()) - left), Math.max(1, bottom - top));
        pen.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 50));
        pen.fill(shape);
        pen.setColor(colour);
        pen.setStroke(Ink.stroke(1, won ? 0 : 1));
        pen.draw(shape);
    }

    private void candle(Candles candles, int row, double width) {
        double middle = x(candles.time(row));
        double open = y(candles.open(row));
        double close = y(candles.close(row));
        pen.setColor(Ink.SOFT);
        pen.setStroke(new BasicStroke(1));
        pen.draw(new Line2D.Double(middle, y(candles.high(row)), middle, y(candles.low(row))));
        Rectangle2D body = new Rectangle2D.Double(
                middle - width / 2, Math.min(open, close), width, Math.max(1, Math.abs(open - close)));
        pen.setColor(close <= open ? Color.WHITE : Ink.SOFT);
        pen.fill(body);
        pen.setColor(Ink.SOFT);
        pen.draw(body);
    }

    private void mark(String kind, double x, double y) {
        Path2D shape = shape(kind, x, y);
        pen.setStroke(new BasicStroke(2.4f));
        pen.setColor(Color.WHITE);
        pen.draw(shape);
        pen.setColor(COLOURS.get(kind));
        if (kind.equals("stop")) {
            pen.draw(shape);
        } else {
            pen.fill(shape);
        }
    }

    /** A triangle up for a buy and down for a sale, a cross for a stop, a diamond for a profit taken. */
    private static Path2D shape(String kind, double x, double y) {
        Path2D shape = new Path2D.Double();
        double[][] points = switch (kind) {
            case "buy" -> new double[][] {{0, -7}, {7, 6}, {-7, 6}};
            case "sell" -> new double[][] {{0, 7}, {7, -6}, {-7, -6}};
            case "target" -> new double[][] {{0, -8}, {7, 0}, {0, 8}, {-7, 0}};
            default -> new double[][] {{-5, -5}, {5, 5}, {0, 0}, {5, -5}, {-5, 5}, {0, 0}};
        };
        shape.moveTo(x + points[0][0], y + points[0][1]);
        for (int i = 1; i < points.length; i++) {
            shape.lineTo(x + points[i][0], y + points[i][1]);
        }
        shape.closePath();
        return shape;
    }
}
