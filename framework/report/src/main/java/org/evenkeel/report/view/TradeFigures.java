package org.evenkeel.report.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.metrics.TradeCosts;
import org.evenkeel.metrics.TradeStatistics;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** What the figures need to know about trades, from the ledger. */
public final class TradeFigures {
    private TradeFigures() {}

    /** The trades of a book. A closed trade is a closed position; its profit is what its sales realised. */
    public static TradeStatistics of(Portfolio book) {
        BigDecimal volume = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal impact = BigDecimal.ZERO;
        BigDecimal gas = BigDecimal.ZERO;
        for (Trade trade : book.trades()) {
            switch (trade.end().orElse(null)) {
                case null -> {}
                case Trade.Failed failed -> gas = gas.add(failed.gas());
                case Trade.Filled filled -> {
                    volume = volume.add(filled.fill().value());
                    fees = fees.add(filled.fill().costs().fee());
                    impact = impact.add(filled.fill().costs().impact());
                    gas = gas.add(filled.fill().costs().gas());
                }
            }
        }
        gas = gas.add(transferGas(book));
        double[] profits = book.closedPositions().stream()
                .mapToDouble(position -> position.totals().realised().doubleValue())
                .toArray();
        TradeCosts costs = new TradeCosts(
                fees.doubleValue(),
                impact.doubleValue(),
                gas.doubleValue(),
                bridging(book).doubleValue());
        return new TradeStatistics(profits, volume.doubleValue(), costs, exposures(book));
    }

    private static double[] exposures(Portfolio book) {
        return book.cycles().stream()
                .filter(cycle -> cycle.result().equity() > 0)
                .mapToDouble(TradeFigures::exposure)
                .toArray();
    }

    /** The share of the equity that is not cash after a cycle's trades. */
    static double exposure(Cycle cycle) {
        return 1 - cycle.result().cash() / cycle.result().equity();
    }

    /** The transfers that have arrived or come back: what their gas cost is known. */
    static List<Transfer> ended(Portfolio book) {
        return Stream.concat(book.transfers().stream(), book.returnedTransfers().stream())
                .toList();
    }

    /** What the gas of transfers cost. */
    static BigDecimal transferGas(Portfolio book) {
        return ended(book).stream().map(transfer -> transfer.amounts().gas()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What bridges took, also of what has not arrived. */
    static BigDecimal bridging(Portfolio book) {
        return Stream.concat(book.transfers().stream(), book.inFlight().stream())
                .map(Transfer::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
