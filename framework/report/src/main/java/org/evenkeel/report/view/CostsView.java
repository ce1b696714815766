package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.report.view.Fills.Filled;
import org.evenkeel.state.model.Trade;

/**
 * What trading cost.
 *
 * @param rows by pair, the dearest first
 * @param total all pairs together, bridges, and the gas of transfers
 * @param bridging what bridges took, in USD
 * @param single whether there is no course of time to draw
 * @param island the columns for the charts
 */
public record CostsView(List<Row> rows, Row total, double bridging, boolean single, Island island) {
    /**
     * The costs of one pair, in USD.
     *
     * @param label the pair's name
     * @param trades how many trades were executed
     * @param volume what was bought and sold, together
     * @param costs what that cost
     */
    public record Row(String label, int trades, double volume, Paid costs) {
        /** All costs together. */
        public double total() {
            return costs.fee() + costs.impact() + costs.gas();
        }

        /** The costs as a share of the volume; NaN where nothing was traded. */
        public double share() {
            return volume > 0 ? total() / volume : Double.NaN;
        }

        Row and(Row other) {
            return new Row(label, trades + other.trades, volume + other.volume, costs.and(other.costs));
        }
    }

    /**
     * What was paid, in USD.
     *
     * @param fee to pools and venues
     * @param impact lost by moving the price
     * @param gas to miners; in the sum of all pairs, bridges and the gas of transfers too
     */
    public record Paid(double fee, double impact, double gas) {
        Paid and(Paid other) {
            return new Paid(fee + other.fee, impact + other.impact, gas + other.gas);
        }
    }

    /** The costs of a run. */
    public static CostsView of(Run run) {
        Map<String, Row> pairs = new LinkedHashMap<>();
        for (Filled filled : run.fills().all()) {
            Row row = new Row(run.labels().of(filled.pair()), 1, filled.value(), paid(filled));
            pairs.merge(row.label(), row, Row::and);
        }
        for (Trade trade : run.book().trades()) {
            if (trade.end().orElse(null) instanceof Trade.Failed failed
                    && failed.gas().signum() > 0) {
                Paid gas = new Paid(0, 0, failed.gas().doubleValue());
                Row row = new Row(run.labels().of(trade.plan().intent().pair()), 0, 0, gas);
                pairs.merge(row.label(), row, Row::and);
            }
        }
        List<Row> rows = new ArrayList<>(pairs.values());
        rows.sort(Comparator.comparingDouble(Row::total).reversed());
        double bridging = TradeFigures.bridging(run.book()).doubleValue();
        double moving = TradeFigures.transferGas(run.book()).doubleValue();
        Row total = new Row("All", 0, 0, new Paid(0, 0, bridging + moving));
        for (Row row : rows) {
            total = total.and(row);
        }
        return new CostsView(rows, total, bridging, run.isSingle(), CostColumns.island(run));
    }

    private static Paid paid(Filled filled) {
        return new Paid(
                filled.costs().fee().doubleValue(),
                filled.costs().impact().doubleValue(),
                filled.costs().gas().doubleValue());
    }
}
