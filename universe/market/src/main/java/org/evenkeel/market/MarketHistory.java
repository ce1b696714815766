package org.evenkeel.market;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The whole history of a universe's pairs: what a backtest runs on. It reaches past any decision, so only ports and
 * research hold it; strategies are given a {@link MarketView}.
 */
public final class MarketHistory {
    private final TradingUniverse universe;
    private final PairHistory[] histories;

    /**
     * @param universe the pairs
     * @param byPair the history of each of them
     * @throws IllegalArgumentException when a pair's history is missing
     */
    public MarketHistory(TradingUniverse universe, Map<TradingPair, PairHistory> byPair) {
        this.universe = universe;
        this.histories = new PairHistory[universe.pairs().size()];
        for (int i = 0; i < histories.length; i++) {
            TradingPair pair = universe.pairs().get(i);
            PairHistory history = byPair.get(pair);
            if (history == null) {
                throw new IllegalArgumentException("The history of " + pair + " is missing from its universe.");
            }
            histories[i] = history;
        }
    }

    /** The pairs that this is the history of. */
    public TradingUniverse universe() {
        return universe;
    }

    /** One pair's history. */
    public PairHistory of(TradingPair pair) {
        return histories[universe.indexOf(pair)];
    }

    /** The history of the pair at a place in the universe. */
    PairHistory of(int index) {
        return histories[index];
    }

    /** The market as it was known at an instant. */
    public MarketView asOf(Instant instant) {
        return new MarketView(this, instant);
    }

    /** When the first candle of any pair opened; empty where there are no candles. */
    public Optional<Instant> firstOpen() {
        long first = Long.MAX_VALUE;
        for (PairHistory history : histories) {
            if (history.candles().size() > 0) {
                first = Math.min(first, history.candles().time(0));
            }
        }
        return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first));
    }

    /** When the last candle of any pair closed; empty where there are no candles. */
    public Optional<Instant> lastClose() {
        long last = Long.MIN_VALUE;
        for (PairHistory history : histories) {
            Candles candles = history.candles();
            if (candles.size() > 0) {
                last = Math.max(
                        last,
                        candles.time(candles.size() - 1) + candles.interval().millis());
            }
        }
        return last == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
    }

    /**
     * A fingerprint of all that the pairs are and of all their columns, as {@code sha256:…}: equal data has an equal
     * one, and data that differs in anything a different one.
     */
    public String fingerprint() {
        Fingerprint print = new Fingerprint();
        for (PairHistory history : histories) {
            print.bytes(history.digest());
        }
        return print.finishAsText();
    }
}
