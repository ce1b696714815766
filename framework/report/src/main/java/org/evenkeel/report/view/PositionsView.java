package org.evenkeel.report.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.evenkeel.state.model.Position;

/**
 * The positions, open and closed.
 *
 * @param rows the latest first
 * @param leftOut how many older ones are left out
 * @param brought what each pair brought
 * @param valued at what price an open position is counted, in a sentence
 * @param island the columns for the timeline
 */
public record PositionsView(List<PositionRow> rows, int leftOut, Brought brought, String valued, Island island) {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_BARS = 3_000;

    /** The positions of a run. */
    public static PositionsView of(Run run) {
        List<PositionRow> rows = all(run).stream()
                .map(position -> PositionRow.of(run, position))
                .sorted(Comparator.comparing(PositionRow::opened)
                        .thenComparingLong(PositionRow::id)
                        .reversed())
                .toList();
        List<PositionRow> shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
        return new PositionsView(
                shown, rows.size() - shown.size(), Brought.of(run, rows), valued(run), island(run, rows));
    }

    private static String valued(Run run) {
        return run.journal()
                .worth()
                .map(worth ->
                        "An open position is counted at what its sale would bring, fees off, by the run's own quotes"
                                + " and fills as of " + Numbers.second(worth.at()) + ".")
                .orElse(
                        "An open position is counted at the close of the last candle; what its sale would cost is a line of"
                                + " its own, for the book is worth what a sale brings.");
    }

    /** All positions, the closed ones first. */
    static List<Position> all(Run run) {
        List<Position> all = new ArrayList<>(run.book().closedPositions());
        all.addAll(run.book().positions());
        return all;
    }

    private static Island island(Run run, List<PositionRow> rows) {
        SequencedSet<String> labels = new LinkedHashSet<>();
        run.labels().pairs().stream()
                .map(run.labels()::of)
                .filter(label -> rows.stream().anyMatch(row -> row.label().equals(label)))
                .forEach(labels::add);
        rows.forEach(row -> labels.add(row.label()));
        List<String> lanes = List.copyOf(labels);
        List<Object> bars = new ArrayList<>();
        for (PositionRow row : rows.subList(0, Math.min(MOST_BARS, rows.size()))) {
            bars.add(List.of(
                    lanes.indexOf(row.label()),
                    row.opened().toEpochMilli(),
                    row.closed().map(Instant::toEpochMilli).orElse(run.end()),
                    new Island.Column(new double[] {row.profit(), row.profitShare()}, 5),
                    row.isOpen() ? "open" : row.exit()));
        }
        return new Island("positions").with("lanes", lanes).with("bars", bars);
    }
}
