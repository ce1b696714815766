package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;

/**
 * The books of pairs within one ledger: each pair has an equal share of the deposits, from which its own trades pay and
 * to which they bring back. Holdings count at their last close.
 */
final class LedgerBooks {
    private final Portfolio book;
    private final MarketHistory history;
    private final EquityCurve curve;

    LedgerBooks(Portfolio book, MarketHistory history, EquityCurve curve) {
        this.book = book;
        this.history = history;
        this.curve = curve;
    }

    /**
     * One for each pair of the universe.
     *
     * @param names of the pairs, in the same order
     */
    List<AssetRun> of(List<String> names) {
        List<TradingPair> pairs = history.universe().pairs();
        double share = book.netDeposits().doubleValue() / pairs.size();
        List<AssetRun> runs = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            TradingPair pair = pairs.get(i);
            List<Position> positions = Stream.of(book.closedPositions(), book.positions())
                    .flatMap(Collection::stream)
                    .filter(position -> position.pair().equals(pair))
                    .toList();
            double[] profits = book.closedPositions().stream()
                    .filter(position -> position.pair().equals(pair))
                    .mapToDouble(position -> position.totals().realised().doubleValue())
                    .toArray();
            runs.add(new AssetRun(names.get(i), equity(pair, share), profits, positions.size()));
        }
        return runs;
    }

    /** A point is known before the trades of its own tick. */
    private double[] equity(TradingPair pair, double share) {
        List<Trade> trades = book.trades().stream()
                .filter(trade -> trade.filled().isPresent()
                        && trade.plan().intent().pair().equals(pair))
                .toList();
        Candles candles = history.of(pair).candles();
        double[] equity = new double[curve.size()];
        double cash = share;
        double held = 0;
        int next = 0;
        for (int point = 0; point < equity.length; point++) {
            long time = curve.times()[point];
            while (next < trades.size() && at(trades.get(next)) < time) {
                Trade trade = trades.get(next++);
                var fill = trade.filled().orElseThrow().fill();
                double sign = trade.plan().intent().side() == Side.BUY ? 1 : -1;
                cash -= sign * fill.value().doubleValue();
                held += sign * fill.quantity().doubleValue();
            }
            int row = candles.lastClosedAt(time);
            equity[point] = cash + (row < 0 ? 0 : held * candles.close(row));
        }
        return equity;
    }

    private static long at(Trade trade) {
        return trade.plannedAt().toEpochMilli();
    }
}
