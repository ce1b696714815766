package org.evenkeel.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.report.sweep.view.CellState;
import org.evenkeel.report.sweep.view.HeatMap;
import org.evenkeel.report.sweep.view.Sweep;
import org.evenkeel.report.sweep.view.SweepWords;

/** One figure of a sweep over two parameters as colours; the best framed, invalid cells hatched, failed ones crossed. */
public final class HeatMapPicture {
    private static final int LEAST_LEFT = 90;
    private static final int MOST_LEFT = 400;
    private static final int RIGHT = 40;
    private static final int BOTTOM = 70;
    private static final int HEIGHT = 720;
    private static final int TOP = Sheet.TOP + 34;

    private final Sweep sweep;
    private final HeatMap map;
    private final SweepWords words;
    private final Ramp ramp;
    private final Sheet sheet;
    private final Graphics2D pen;
    /** Where the cells begin: what is written beside them has room. */
    private final int left;

    private final double width;
    private final double height;

    private HeatMapPicture(Sweep sweep, HeatMap map) {
        this.sweep = sweep;
        this.map = map;
        this.words = new SweepWords(sweep);
        this.ramp = Ramp.of(
                Arrays.stream(map.values()).flatMapToDouble(Arrays::stream).toArray());
        this.sheet = new Sheet(words.title(map.choice().metric()), HEIGHT);
        this.pen = sheet.pen();
        this.left = left();
        this.width = (Sheet.WIDTH - left - RIGHT) / (double) map.values()[0].length;
        this.height = (HEIGHT - TOP - BOTTOM) / (double) map.values().length;
    }

    /** The picture as a file. */
    public static byte[] png(Sweep sweep, HeatMap map) {
        HeatMapPicture picture = new HeatMapPicture(sweep, map);
        for (int row = 0; row < map.values().length; row++) {
            for (int column = 0; column < map.values()[row].length; column++) {
                picture.cell(row, column);
            }
        }
        picture.axes();
        picture.key();
        picture.best();
        return picture.sheet.png();
    }

    private int left() {
        if (map.values().length == 1) {
            return LEAST_LEFT;
        }
        sheet.font(14);
        int widest = words.labels(map.choice().y()).stream()
                .mapToInt(sheet::width)
                .max()
                .orElse(0);
        return Math.clamp(Math.max(widest, sheet.width(words.axis(map.choice().y()))) + 16, LEAST_LEFT, MOST_LEFT);
    }

    private Rectangle2D box(int row, int column) {
        double x = Math.round(left + column * width);
        double top = Math.round(TOP + (map.values().length - 1 - row) * height);
        double gap = Math.min(width, height) > 9 ? 1 : 0;
        return new Rectangle2D.Double(
                x,
                top,
                Math.max(1, Math.round(left + (column + 1) * width) - x - gap),
                Math.max(1, Math.round(TOP + (map.values().length - row) * height) - top - gap));
    }

    private void cell(int row, int column) {
        Rectangle2D box = box(row, column);
        CellState state = map.states()[row][column];
        double value = map.values()[row][column];
        pen.setColor(
                switch (state) {
                    case VALUE -> ramp.of(value);
                    case UNDEFINED -> Ink.CASH;
                    case FAILED, INVALID, NOT_RUN -> Color.WHITE;
                });
        pen.fill(box);
        if (state == CellState.INVALID) {
            hatch(box);
        }
        if (state == CellState.FAILED) {
            cross(box);
        }
        if (state == CellState.VALUE) {
            number(box, value);
        }
    }

    private void number(Rectangle2D box, double value) {
        sheet.font(12);
        String text = words.figure(map.choice().metric(), value);
        if (sheet.width(text) + 4 < box.getWidth() && box.getHeight() > 14) {
            sheet.text(
                    text,
                    box.getCenterX(),
                    box.getCenterY(),
                    0.5,
                    Ramp.isLight(ramp.of(value)) ? Ink.INK : Color.WHITE);
        }
    }

    private void hatch(Rectangle2D box) {
        Graphics2D clipped = (Graphics2D) pen.create();
        clipped.clip(box);
        clipped.setColor(Ink.CASH);
        clipped.setStroke(new BasicStroke(1.2f));
        // Lines on a raster of the sheet's own go on from cell to cell.
        double first = Math.floor((box.getMinX() + box.getMinY()) / 7) * 7;
        for (double sum = first; sum <= box.getMaxX() + box.getMaxY(); sum += 7) {
            clipped.draw(new Line2D.Double(sum - box.getMinY(), box.getMinY(), sum - box.getMaxY(), box.getMaxY()));
        }
        clipped.dispose();
    }

    private void cross(Rectangle2D box) {
        double half = 0.32 * Math.min(16, Math.min(box.getWidth(), box.getHeight()));
        double x = box.getCenterX();
        double y = box.getCenterY();
        pen.setColor(Ink.LOSS);
        pen.setStroke(new BasicStroke((float) Math.max(1, half / 2.5)));
        pen.draw(new Line2D.Double(x - half, y - half, x + half, y + half));
        pen.draw(new Line2D.Double(x - half, y + half, x + half, y - half));
    }

    private void axes() {
        sheet.font(14);
        List<String> across = words.labels(map.choice().x());
        int every = (int) Math.ceil(across.stream().mapToInt(sheet::width).max().orElse(0) * 1.5 / width);
        for (int column = 0; column < across.size(); column += Math.max(1, every)) {
            sheet.text(across.get(column), box(0, column).getCenterX(), HEIGHT - BOTTOM + 16, 0.5, Ink.SOFT);
        }
        sheet.text(words.axis(map.choice().x()), (left + Sheet.WIDTH - RIGHT) / 2.0, HEIGHT - 22, 0.5, Ink.INK);
        if (map.values().length > 1) {
            List<String> up = words.labels(map.choice().y());
            int step = (int) Math.max(1, Math.ceil(19 / height));
            for (int row = 0; row < up.size(); row += step) {
                sheet.text(up.get(row), left - 8, box(row, 0).getCenterY(), 1, Ink.SOFT);
            }
            sheet.text(words.axis(map.choice().y()), left - 8, TOP - 16, 1, Ink.INK);
        }
    }

    /** The ramp with its ends, and the signs that the map has. */
    private void key() {
        sheet.font(14);
        double y = TOP - 16;
        double at = left + 16;
        if (ramp.low() <= ramp.high()) {
            at = ramp(at, y);
        }
        for (CellState state : List.of(CellState.FAILED, CellState.INVALID, CellState.UNDEFINED)) {
            if (Arrays.stream(map.states()).flatMap(Arrays::stream).anyMatch(one -> one == state)) {
                at = sign(state, at, y);
            }
        }
    }

    private double ramp(double x, double y) {
        double at = x;
        String low = words.figure(map.choice().metric(), ramp.low());
        sheet.text(low, at, y, 0, Ink.SOFT);
        at += sheet.width(low) + 8;
        for (int i = 0; i < 150; i++) {
            pen.setColor(ramp.at(i / 149.0));
            pen.fill(new Rectangle2D.Double(at + i, y - 6, 1.5, 12));
        }
        String high = words.figure(map.choice().metric(), ramp.high());
        sheet.text(high, at + 158, y, 0, Ink.SOFT);
        return at + 158 + sheet.width(high) + 24;
    }

    private double sign(CellState state, double x, double y) {
        Rectangle2D box = new Rectangle2D.Double(x, y - 7, 14, 14);
        pen.setColor(state == CellState.UNDEFINED ? Ink.CASH : Color.WHITE);
        pen.fill(box);
        if (state == CellState.INVALID) {
            hatch(box);
        }
        if (state == CellState.FAILED) {
            cross(box);
        }
        String name =
                state == CellState.INVALID ? "invalid, left out" : state == CellState.FAILED ? "failed" : "no figure";
        sheet.text(name, x + 20, y, 0, Ink.SOFT);
        return x + 20 + sheet.width(name) + 22;
    }

    private void best() {
        Optional<int[]> place = sweep.bestSteps();
        if (place.isEmpty()) {
            return;
        }
        int row = map.values().length == 1 ? 0 : place.get()[map.choice().y()];
        Rectangle2D box = box(row, place.get()[map.choice().x()]);
        double grow = Math.max(0, 5 - Math.min(box.getWidth(), box.getHeight()) / 2);
        Rectangle2D frame = new Rectangle2D.Double(
                box.getX() - grow, box.getY() - grow, box.getWidth() + 2 * grow, box.getHeight() + 2 * grow);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(5));
        pen.draw(frame);
        pen.setColor(Ink.INK);
        pen.setStroke(new BasicStroke(2.2f));
        pen.draw(frame);
    }
}
