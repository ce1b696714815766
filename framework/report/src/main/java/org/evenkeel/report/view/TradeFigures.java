package org.evenkeel.report.view;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.evenkeel.metrics.TradeStatistics;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** What the figures need to know about trades, from the ledger. */
final class TradeFigures {
    private TradeFigures() {}

    /** A closed trade is a closed position; its profit is what its sales realised. */
    static TradeStatistics of(Run run) {
        double[] profits = run.book().closedPositions().stream()
                .mapToDouble(position -> position.totals().realised().doubleValue())
                .toArray();
        double fees = run.fills().all().stream()
                .mapToDouble(filled -> filled.costs().fee().doubleValue())
                .sum();
        double[] exposures = run.book().cycles().stream()
                .filter(cycle -> cycle.result().equity() > 0)
                .mapToDouble(TradeFigures::exposure)
                .toArray();
        double gas = gas(run.book()).add(bridging(run.book())).doubleValue();
        return new TradeStatistics(profits, run.fills().volume(), fees, gas, exposures);
    }

    /** The share of the equity that is not cash after a cycle's trades. */
    static double exposure(Cycle cycle) {
        return 1 - cycle.result().cash() / cycle.result().equity();
    }

    /** The gas of all trades, also of those that failed. */
    static BigDecimal gas(Portfolio book) {
        return book.trades().stream().map(TradeFigures::gas).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal gas(Trade trade) {
        return trade.end()
                .map(end -> switch (end) {
                    case Trade.Filled filled -> filled.fill().costs().gas();
                    case Trade.Failed failed -> failed.gas();
                })
                .orElse(BigDecimal.ZERO);
    }

    /** What bridges took, also of what has not arrived. */
    static BigDecimal bridging(Portfolio book) {
        return Stream.concat(book.transfers().stream(), book.inFlight().stream())
                .map(Transfer::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
