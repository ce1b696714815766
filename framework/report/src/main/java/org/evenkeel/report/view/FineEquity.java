package org.evenkeel.report.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.report.view.Fills.Filled;
import org.evenkeel.state.model.Trade;

/**
 * What the book was worth between decisions: cash and quantities from the trades played again, at the last closes. At
 * mid prices, so a little above what sales would have brought.
 */
final class FineEquity {
    private final Run run;
    private final MarketHistory market;
    private final List<TradingPair> pairs;
    private final double[] quantities;
    private double cash;

    /** A change of the book's cash, and of a quantity unless the pair is −1. */
    private record Change(long time, int pair, double quantity, double cash) {}

    private FineEquity(Run run, MarketHistory market) {
        this.run = run;
        this.market = market;
        this.pairs = run.labels().pairs();
        this.quantities = new double[pairs.size()];
    }

    /**
     * The curve, at as many points as a chart can show and no finer than the candles; empty without prices, and for a
     * run too short to have anything in between.
     */
    static Optional<EquityCurve> of(Run run) {
        return run.market()
                .filter(market ->
                        market.universe().pairs().containsAll(run.labels().pairs()))
                .filter(market -> !run.labels().pairs().isEmpty())
                .flatMap(market -> new FineEquity(run, market).curve());
    }

    private Optional<EquityCurve> curve() {
        long start = run.curve().times()[0];
        Interval step = CandlesView.interval(finest(), run.end() - start, EquityView.MOST_POINTS);
        int size = (int) ((run.end() - start) / step.millis()) + 1;
        if (size <= run.curve().size()) {
            return Optional.empty();
        }
        List<Change> changes = changes();
        double[] flows = new double[size];
        int flow = 0;
        long[] times = new long[size];
        double[] equity = new double[size];
        int next = 0;
        for (int point = 0; point < size; point++) {
            times[point] = start + point * step.millis();
            while (next < changes.size() && changes.get(next).time() < times[point]) {
                book(changes.get(next++));
            }
            while (flow < run.curve().size() && run.curve().times()[flow] <= times[point]) {
                flows[point] += Curves.flow(run.curve(), flow++);
            }
            cash += flows[point];
            equity[point] = cash + positions(times[point]);
        }
        return Optional.of(EquityCurve.of(times, equity).withFlows(flows));
    }

    private Interval finest() {
        return pairs.stream()
                .map(pair -> market.of(pair).candles().interval())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** All changes but deposits, in the order of time. */
    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Filled filled : run.fills().all()) {
            double gas = filled.costs().gas().doubleValue();
            int pair = run.labels().indexOf(filled.pair());
            changes.add(
                    filled.isBuy()
                            ? new Change(filled.time(), pair, filled.quantity(), -filled.value() - gas)
                            : new Change(filled.time(), pair, -filled.quantity(), filled.value() - gas));
        }
        for (Trade trade : run.book().trades()) {
            if (trade.end().orElse(null) instanceof Trade.Failed failed) {
                changes.add(new Change(
                        failed.at().toEpochMilli(), -1, 0, -failed.gas().doubleValue()));
            }
        }
        Stream.concat(run.book().transfers().stream(), run.book().inFlight().stream())
                .map(transfer -> new Change(
                        transfer.times().started().toEpochMilli(),
                        -1,
                        0,
                        -transfer.cost().doubleValue()))
                .forEach(changes::add);
        TradeFigures.ended(run.book()).stream()
                .map(transfer -> new Change(
                        transfer.times().arrives().toEpochMilli(),
                        -1,
                        0,
                        -transfer.amounts().gas().doubleValue()))
                .forEach(changes::add);
        changes.sort(Comparator.comparingLong(Change::time));
        return changes;
    }

    private void book(Change change) {
        cash += change.cash();
        if (change.pair() >= 0) {
            quantities[change.pair()] += change.quantity();
        }
    }

    private double positions(long time) {
        double value = 0;
        for (int pair = 0; pair < quantities.length; pair++) {
            if (quantities[pair] != 0) {
                Candles candles = market.of(pairs.get(pair)).candles();
                int row = candles.lastClosedAt(time);
                value += row < 0 ? 0 : quantities[pair] * candles.close(row);
            }
        }
        return value;
    }

    /** The deepest drawdown of a curve, in a sentence. */
    static String sentence(EquityCurve curve) {
        double[] drawdown = Curves.drawdown(curve);
        int deepest = 0;
        for (int point = 1; point < drawdown.length; point++) {
            deepest = drawdown[point] < drawdown[deepest] ? point : deepest;
        }
        Interval step = new Interval(curve.times()[1] - curve.times()[0]);
        return "Valued every " + step + " at the closes of candles, which are mid prices, the deepest drawdown was "
                + Numbers.percent(drawdown[deepest]) + ", on "
                + Numbers.date(Instant.ofEpochMilli(curve.times()[deepest])) + ".";
    }
}
