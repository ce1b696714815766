package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;

/**
 * What was decided in each cycle, why, and what became of it.
 *
 * @param rows a line for each cycle
 * @param leftOut how many earlier cycles are left out
 * @param island the details of each cycle
 */
public record CyclesView(List<Row> rows, int leftOut, Island island) {
    private static final int MOST_CYCLES = 1_500;
    private static final int MOST_SIGNALS = 12_000;

    /**
     * One cycle.
     *
     * @param number its number
     * @param at when it was decided, for readers
     * @param equity before its trades, in USD
     * @param cash the share that was cash after them
     * @param counts what happened in it
     */
    public record Row(int number, String at, double equity, double cash, Counts counts) {}

    /**
     * How many there were in a cycle.
     *
     * @param signals signals judged
     * @param trades trades that its decision made
     * @param triggers trades that triggers made until the next
     */
    public record Counts(int signals, int trades, int triggers) {}

    /** The cycles of a run. */
    public static CyclesView of(Run run) {
        List<Cycle> all = run.book().cycles();
        List<Cycle> shown = all.subList(Math.max(0, all.size() - MOST_CYCLES), all.size());
        Map<Integer, List<Trade>> trades = new HashMap<>();
        for (Trade trade : run.book().trades()) {
            trades.computeIfAbsent(trade.plan().cycle(), cycle -> new ArrayList<>())
                    .add(trade);
        }
        int mostSignals = Math.max(20, MOST_SIGNALS / Math.max(1, shown.size()));
        List<Row> rows = new ArrayList<>();
        List<Object> details = new ArrayList<>();
        for (Cycle cycle : shown) {
            List<Trade> own = trades.getOrDefault(cycle.number(), List.of());
            rows.add(row(cycle, own));
            details.add(CycleDetails.island(run, cycle, own, mostSignals));
        }
        return new CyclesView(rows, all.size() - shown.size(), new Island("cycles").with("cycles", details));
    }

    private static Row row(Cycle cycle, List<Trade> trades) {
        List<SignalOutcome> outcomes = cycle.result().outcomes();
        List<Trade> executed =
                trades.stream().filter(trade -> trade.filled().isPresent()).toList();
        int triggers = (int) executed.stream()
                .filter(trade -> trade.plan().intent().reason().isTrigger())
                .count();
        int decided = (int) executed.stream()
                .filter(trade -> trade.plan().intent().reason().isDecided())
                .count();
        Counts counts = new Counts(
                (int) outcomes.stream()
                        .filter(outcome -> outcome.signal().isPresent())
                        .count(),
                decided,
                triggers);
        double equity = cycle.result().equity();
        return new Row(
                cycle.number(),
                Numbers.minute(cycle.at()),
                cycle.inputs().equity(),
                equity > 0 ? cycle.result().cash() / equity : Double.NaN,
                counts);
    }
}
