package org.evenkeel.live.deviation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;

/**
 * The trades that cannot be held against a backtest, because the recorded candles have no price that it could have traded at.
 *
 * @param trades how many
 * @param pairs of which pairs
 * @param from the first instant at which a price is missing
 * @param to until when candles have to be known, so that there is one if anybody traded
 * @param dataEnd where the recorded candles end
 */
public record Unpriced(int trades, List<TradingPair> pairs, Instant from, Instant to, Instant dataEnd) {
    /** Keeps a copy. */
    public Unpriced {
        pairs = List.copyOf(pairs);
    }

    /** Of the trades of a comparison; empty where each had a price. */
    static Optional<Unpriced> of(List<TradeDeviation> all, Backtest backtest) {
        List<TradeDeviation> trades = all.stream()
                .filter(trade -> trade.extra().filter(Extra::isUnpriced).isPresent())
                .toList();
        if (trades.isEmpty()) {
            return Optional.empty();
        }
        Instant from = trades.stream()
                .map(TradeDeviation::tick)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant to = trades.stream()
                .map(trade -> known(trade, backtest))
                .max(Instant::compareTo)
                .orElseThrow();
        return Optional.of(new Unpriced(
                trades.size(),
                trades.stream().map(TradeDeviation::pair).distinct().toList(),
                from,
                to,
                backtest.dataPeriod().to()));
    }

    /** When the last candle has closed in which the backtest would still have traded. */
    private static Instant known(TradeDeviation trade, Backtest backtest) {
        Interval interval = backtest.history().of(trade.pair()).candles().interval();
        return trade.tick()
                .plus(backtest.settings().fills().toleranceFor(interval))
                .plus(interval.duration());
    }

    /** What is missing, what follows from it, and what can be done. */
    public String sentence() {
        String symbols = pairs.stream().map(TradingPair::symbol).collect(Collectors.joining(", "));
        String what = trades == 1 ? "1 trade of the run has" : trades + " trades of the run have";
        String how = dataEnd.isBefore(to)
                ? "The recorded candles end at " + dataEnd + ": collect them from " + from + " to " + to
                        + " ('collect' goes on with what is there), and compare again."
                : "They are there up to then, so nobody traded: no split is possible.";
        return what + " no recorded price that the backtest could have traded at (" + symbols + ", from " + from
                + " on): what they made is not split into price, delay, fees and impact, and stands as '"
                + DeviationPart.UNPRICED.label() + "'. " + how;
    }
}
