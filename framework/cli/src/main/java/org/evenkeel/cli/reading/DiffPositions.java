package org.evenkeel.cli.reading;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.report.view.PairLabels;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.replay.StateDiff;

/**
 * The positions that two runs differ in, a line each.
 *
 * @param positions what differs
 * @param labels of the pairs of both
 * @param all whether every one is listed
 */
record DiffPositions(List<StateDiff.PositionDiff> positions, PairLabels labels, boolean all) {
    private static final int SHOWN = 20;
    private static final int FIELDS = 2;

    @Override
    public String toString() {
        Tables table = new Tables()
                .text("Pair")
                .number("No.")
                .text("Opened in A")
                .text("Opened in B")
                .number("Realised A")
                .number("Realised B")
                .number("B − A")
                .text("Differs in");
        List<StateDiff.PositionDiff> shown =
                all ? positions : positions.stream().limit(SHOWN).toList();
        shown.forEach(position -> row(table, position));
        int more = positions.size() - shown.size();
        return positions.size() + " positions differ; No. counts those in a pair.\n" + table
                + (more == 0 ? "" : "\n… and " + more + " more: --all lists them");
    }

    private void row(Tables table, StateDiff.PositionDiff diff) {
        table.row(
                labels.of(diff.pair()),
                Integer.toString(diff.occurrence()),
                opened(diff.left()),
                opened(diff.right()),
                realised(diff.left()),
                realised(diff.right()),
                difference(diff),
                fields(diff));
    }

    private static String opened(Optional<Position> position) {
        return position.map(found -> LocalDate.ofInstant(found.life().opened(), ZoneOffset.UTC)
                        .toString())
                .orElse("");
    }

    private static String realised(Optional<Position> position) {
        return position.map(found -> Money.usd(found.totals().realised())).orElse("");
    }

    private static String difference(StateDiff.PositionDiff diff) {
        return diff.left().isEmpty() || diff.right().isEmpty()
                ? ""
                : Money.usd(diff.right()
                        .get()
                        .totals()
                        .realised()
                        .subtract(diff.left().get().totals().realised()));
    }

    private static String fields(StateDiff.PositionDiff diff) {
        if (diff.left().isEmpty() || diff.right().isEmpty()) {
            return "only in " + (diff.left().isPresent() ? "A" : "B");
        }
        List<StateDiff.Change> changes = diff.changes();
        String first =
                changes.stream().limit(FIELDS).map(StateDiff.Change::field).collect(Collectors.joining(", "));
        return changes.size() <= FIELDS ? first : first + " and " + (changes.size() - FIELDS) + " more";
    }
}
