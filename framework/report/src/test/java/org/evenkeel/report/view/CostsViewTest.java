package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.report.SeededRun;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.SeededTest;

final class CostsViewTest {
    private static double last(CostsView view, String name) {
        double[] column = ((Island.Column) view.island().data().get(name)).values();
        return column[column.length - 1];
    }

    private static Stream<Trade.Filled> filled(Run run) {
        return run.book().trades().stream().flatMap(trade -> trade.filled().stream());
    }

    @SeededTest
    void the_costs_of_pairs_and_the_last_of_the_sums_over_time_are_those_of_all_trades(long seed) {
        Run run = SeededRun.of(seed).run();
        CostsView view = CostsView.of(run);
        double fees = filled(run)
                .mapToDouble(trade -> trade.fill().costs().fee().doubleValue())
                .sum();
        double impact = filled(run)
                .mapToDouble(trade -> trade.fill().costs().impact().doubleValue())
                .sum();
        double gas = filled(run)
                .mapToDouble(trade -> trade.fill().costs().gas().doubleValue())
                .sum();
        double bridges = run.book().transfers().stream()
                .map(Transfer::cost)
                .mapToDouble(Number::doubleValue)
                .sum();
        assertTrue(fees > 0 && impact > 0 && gas > 0);
        assertEquals(fees, view.total().costs().fee(), 1e-6);
        assertEquals(impact, view.total().costs().impact(), 1e-6);
        assertEquals(gas + bridges, view.total().costs().gas(), 1e-6);
        PerformanceReport figures = run.figures();
        assertEquals(fees, figures.find(Metric.FEES_PAID).orElseThrow(), 1e-6);
        assertEquals(impact, figures.find(Metric.IMPACT_PAID).orElseThrow(), 1e-6);
        assertEquals(gas, figures.find(Metric.GAS_PAID).orElseThrow(), 1e-6);
        assertEquals(bridges, figures.find(Metric.BRIDGES_PAID).orElseThrow(), 1e-6);
        assertEquals(view.total().total(), figures.find(Metric.COSTS_PAID).orElseThrow(), 1e-6);
        assertEquals(fees, last(view, "fees"), 1e-6);
        assertEquals(impact, last(view, "impact"), 1e-6);
        assertEquals(gas, last(view, "gas"), 1e-6);
        assertEquals(bridges, last(view, "bridging"), 1e-6);
    }

    @SeededTest
    void the_gas_of_transfers_is_gas_in_the_sum_in_every_figure_and_over_time(long seed) {
        SeededRun free = SeededRun.of(seed);
        Run run = free.payingForTransfers(new BigDecimal("0.4")).run();
        CostsView without = CostsView.of(free.run());
        CostsView with = CostsView.of(run);
        double gas = 0.4 * run.book().transfers().size();
        assertTrue(gas > 0);
        assertEquals(without.total().total() + gas, with.total().total(), 1e-6);
        assertEquals(last(without, "gas") + gas, last(with, "gas"), 1e-6);
        assertEquals(without.bridging(), with.bridging(), 1e-9);
        assertEquals(with.total().total(), run.figures().find(Metric.COSTS_PAID).orElseThrow(), 1e-6);
        assertEquals(last(with, "gas"), run.figures().find(Metric.GAS_PAID).orElseThrow(), 1e-6);
    }

    @SeededTest
    void turnover_over_time_is_half_of_what_was_traded(long seed) {
        Run run = SeededRun.of(seed).run();
        double[] turnover = ((Island.Column) CostsView.of(run).island().data().get("turnover")).values();
        double volume = 0;
        for (int point = 0; point < turnover.length; point++) {
            volume += 2 * turnover[point] * run.curve().equity()[point];
        }
        assertEquals(
                filled(run)
                        .mapToDouble(trade -> trade.fill().value().doubleValue())
                        .sum(),
                volume,
                1e-5);
    }
}
