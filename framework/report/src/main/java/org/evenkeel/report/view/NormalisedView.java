package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The prices of all pairs from one start: each as a multiple of its own first price.
 *
 * @param lines the pairs, in the universe's order
 */
public record NormalisedView(List<LineData> lines) {
    private static final int MOST_LINES = 60;
    private static final int FIRST_SHOWN = 8;
    /** As the pages choose it, too. */
    private static final double WIDE = 20;

    /** The prices of a run, as the decisions saw them; none of a single decision, which every price starts from. */
    public static NormalisedView of(Run run) {
        List<LineData> lines = new ArrayList<>();
        if (run.isSingle()) {
            return new NormalisedView(lines);
        }
        List<String> labels = run.labels().all();
        for (int pair = 0; pair < Math.min(MOST_LINES, labels.size()); pair++) {
            double[] values = values(run, pair);
            if (Arrays.stream(values).anyMatch(value -> !Double.isNaN(value))) {
                lines.add(new LineData(labels.get(pair), run.curve().times(), values));
            }
        }
        return new NormalisedView(lines);
    }

    private static double[] values(Run run, int pair) {
        double[] values = new double[run.curve().size()];
        double first = Double.NaN;
        for (int point = 0; point < values.length; point++) {
            double price = run.prices().price(point, pair);
            first = Double.isNaN(first) && price > 0 ? price : first;
            values[point] = price / first;
        }
        return values;
    }

    /** Whether the highest multiple is so far above the lowest that a logarithmic scale is needed to see both. */
    public boolean isWide() {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (LineData line : lines) {
            for (double value : line.values()) {
                low = value > 0 ? Math.min(low, value) : low;
                high = value > 0 ? Math.max(high, value) : high;
            }
        }
        return high > WIDE * low;
    }

    /** The columns for the chart; empty where no price is known. */
    public Optional<Island> island() {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        LineData.island("normalised", lines).with("alike", true).with("shown", FIRST_SHOWN));
    }
}
