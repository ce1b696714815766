package org.evenkeel.report.picture;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.report.sweep.view.Strands;
import org.evenkeel.report.sweep.view.Sweep;
import org.evenkeel.report.sweep.view.SweepWords;

/** The runs of a sweep as lines across all of its parameters, to their objective at the right. */
public final class ParallelPicture {
    private static final int MOST_LINES = 1_500;
    private static final int MOST_LABELS = 14;
    private static final int HEIGHT = 620;
    private static final int TOP = Sheet.TOP + 50;
    private static final int BOTTOM = 40;
    private static final int LEFT = 90;
    private static final int RIGHT = 130;

    private final Sweep sweep;
    private final SweepWords words;
    private final Strands strands;
    private final Sheet sheet;
    private final Graphics2D pen;
    private final double low;
    private final double high;

    private ParallelPicture(Sweep sweep) {
        this.sweep = sweep;
        this.words = new SweepWords(sweep);
        this.strands = Strands.of(sweep, MOST_LINES);
        this.sheet = new Sheet(words.title("all parameters"), HEIGHT);
        this.pen = sheet.pen();
        this.low = Arrays.stream(strands.values()).min().orElse(0);
        this.high = Arrays.stream(strands.values()).max().orElse(1);
    }

    /** The picture as a file. */
    public static byte[] png(Sweep sweep) {
        ParallelPicture picture = new ParallelPicture(sweep);
        picture.lines();
        picture.axes();
        return picture.sheet.png();
    }

    private double x(int axis) {
        return LEFT + axis * (Sheet.WIDTH - LEFT - RIGHT) / (double) strands.axes().length;
    }

    private double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    private double share(double value) {
        return high > low ? (value - low) / (high - low) : 0.5;
    }

    private void lines() {
        Ramp ramp = Ramp.of(strands.values());
        int count = strands.places().length;
        Composite solid = pen.getComposite();
        float opacity = (float) Math.clamp(250.0 / count, 0.2, 0.9);
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
        pen.setStroke(new BasicStroke(1.2f));
        for (int i = 0; i < count - 1; i++) {
            pen.setColor(ramp.of(strands.values()[i]));
            pen.draw(line(i));
        }
        pen.setComposite(solid);
        if (count > 0) {
            pen.setColor(Ink.INK);
            pen.setStroke(Ink.stroke(3, 0));
            pen.draw(line(count - 1));
        }
    }

    private Path2D line(int i) {
        Path2D path = new Path2D.Double();
        for (int axis = 0; axis < strands.axes().length; axis++) {
            int steps = words.labels(strands.axes()[axis]).size();
            double y = y((strands.places()[i][axis] + 0.5) / steps);
            if (axis == 0) {
                path.moveTo(x(0), y);
            } else {
                path.lineTo(x(axis), y);
            }
        }
        path.lineTo(x(strands.axes().length), y(share(strands.values()[i])));
        return path;
    }

    private void axes() {
        for (int axis = 0; axis < strands.axes().length; axis++) {
            rule(axis, words.axis(strands.axes()[axis]));
            List<String> labels = words.labels(strands.axes()[axis]);
            int every = (labels.size() + MOST_LABELS - 1) / MOST_LABELS;
            for (int step = 0; step < labels.size(); step += every) {
                label(labels.get(step), x(axis) - 8, y((step + 0.5) / labels.size()), 1);
            }
        }
        int last = strands.axes().length;
        rule(last, words.metric(sweep.objective()));
        for (int tick = 0; tick <= 4 && strands.values().length > 0; tick++) {
            double value = low + (high - low) * tick / 4;
            label(words.figure(sweep.objective(), value), x(last) + 8, y(share(value)), 0);
        }
    }

    private void rule(int axis, String name) {
        pen.setColor(Ink.SOFT);
        pen.setStroke(new BasicStroke(1.2f));
        pen.draw(new Line2D.Double(x(axis), y(0), x(axis), y(1)));
        sheet.font(15);
        sheet.text(name, x(axis), TOP - 22, 0.5, Ink.INK);
    }

    /** A text with a little white around it, for lines pass below. */
    private void label(String text, double x, double y, double anchor) {
        sheet.font(13);
        double left = x - anchor * sheet.width(text);
        pen.setColor(new Color(255, 255, 255, 190));
        pen.fill(new Rectangle2D.Double(left - 2, y - 8, sheet.width(text) + 4, 16));
        sheet.text(text, x, y, anchor, Ink.INK);
    }
}
