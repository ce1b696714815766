package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a chart over time.
 *
 * @param name what it is
 * @param times in epoch milliseconds
 * @param values NaN where there is none
 */
public record LineData(String name, long[] times, double[] values) {
    /** The lines for a chart, each with no more points than can be drawn; the first is the one that it is about. */
    public static Island island(String id, List<LineData> lines) {
        List<Object> thin = new ArrayList<>();
        for (LineData line : lines) {
            Thinning thinning = Thinning.of(line.values(), EquityView.MOST_POINTS);
            thin.add(Island.part()
                    .with("name", Texts.label(line.name()))
                    .with("times", thinning.of(line.times()))
                    .with("values", new Island.Column(thinning.of(line.values()), 7)));
        }
        return new Island(id).with("lines", thin);
    }
}
