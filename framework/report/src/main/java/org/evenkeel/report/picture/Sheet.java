package org.evenkeel.report.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A white sheet with a heading, to draw on by hand. */
final class Sheet {
    static final int WIDTH = 1200;
    static final int TOP = 70;

    private final BufferedImage image;
    private final Graphics2D pen;

    Sheet(String title, int height) {
        this.image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, height);
        pen.setFont(Ink.FONT.deriveFont(Font.BOLD, 20));
        text(title, WIDTH / 2.0, 34, 0.5, Ink.INK);
        pen.setFont(Ink.FONT);
    }

    Graphics2D pen() {
        return pen;
    }

    void font(float size) {
        pen.setFont(Ink.FONT.deriveFont(size));
    }

    /**
     * A text whose middle is at a height.
     *
     * @param anchor which part of it is at x: 0 its left end, 0.5 its middle, 1 its right end
     */
    void text(String text, double x, double y, double anchor, Color colour) {
        FontMetrics metrics = pen.getFontMetrics();
        pen.setColor(colour);
        pen.drawString(text, (float) (x - anchor * metrics.stringWidth(text)), (float)
                (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }

    int width(String text) {
        return pen.getFontMetrics().stringWidth(text);
    }

    byte[] png() {
        pen.dispose();
        return Png.of(image);
    }
}
