package org.evenkeel.cli.reading;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.report.view.PairLabels;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.replay.Inspection;

/**
 * The cycles of a run as tables for people.
 *
 * @param inspection the state
 * @param labels of its pairs
 */
record CycleTables(Inspection inspection, PairLabels labels) {
    /** Every cycle in short. */
    String cycles() {
        Tables table = new Tables()
                .number("No.")
                .text("At")
                .number("Equity")
                .number("Cash")
                .number("Wanted")
                .text("How the signals ended");
        for (Inspection.CycleLine line : inspection.cycles()) {
            Cycle cycle = line.cycle();
            table.row(
                    Integer.toString(cycle.number()),
                    Dates.seconds(cycle.at()),
                    Money.usd(cycle.inputs().equity()),
                    Money.usd(cycle.inputs().cash()),
                    Integer.toString(cycle.decision().intents().size()),
                    counts(line.outcomes()));
        }
        return table.isEmpty() ? "No cycle was run." : table.toString();
    }

    private static String counts(Map<Outcome, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** One cycle, signal by signal. */
    String cycle(int number) {
        Inspection.CycleLine found = inspection.cycles().stream()
                .filter(line -> line.cycle().number() == number)
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no cycle " + number + ": the run has "
                        + inspection.cycles().size() + "."));
        Tables table = new Tables()
                .text("Pair")
                .number("Signal")
                .number("Rank")
                .number("Weight")
                .number("Old")
                .number("Target")
                .number("Held")
                .text("Outcome")
                .text("Explanation");
        found.cycle().result().outcomes().stream()
                .sorted(Comparator.comparingDouble(outcome -> -outcome.signal().orElse(Double.NEGATIVE_INFINITY)))
                .forEach(outcome -> row(table, outcome));
        return "Cycle " + number + " at " + Dates.seconds(found.cycle().at()) + "\n"
                + (table.isEmpty() ? "No signal was given." : table)
                + notes(found.cycle().decision().notes());
    }

    private static String notes(Cycle.Notes notes) {
        StringBuilder text = new StringBuilder();
        if (!notes.plots().isEmpty()) {
            Tables plots = new Tables().text("Plot").number("Value");
            notes.plots().forEach((name, value) -> plots.row(name, Double.toString(value)));
            text.append('\n').append(plots);
        }
        notes.messages().forEach(message -> text.append("\nMessage: ").append(message));
        return text.toString();
    }

    private static String signal(SignalOutcome outcome) {
        return outcome.signal().isPresent()
                ? Money.percent(outcome.signal().getAsDouble())
                : outcome.isOrder() ? "ordered" : "none";
    }

    private void row(Tables table, SignalOutcome outcome) {
        table.row(
                labels.of(outcome.pair()),
                signal(outcome),
                outcome.weighing().rank() == 0
                        ? ""
                        : Integer.toString(outcome.weighing().rank()),
                Money.percent(outcome.weighing().weight()),
                Money.percent(outcome.weighing().old()),
                Money.usd(outcome.adjustment().target()),
                Money.usd(outcome.adjustment().held()),
                outcome.outcome().words(),
                outcome.explain());
    }
}
