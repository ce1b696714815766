package org.evenkeel.market;

import java.time.Duration;

/**
 * A condition that a pair meets or not as of an instant. It sees the market through a view, so a pair is judged by what
 * was known then.
 */
@FunctionalInterface
public interface PairFilter {
    /**
     * Whether the pair may be traded as of the view's instant.
     *
     * @param pair the pair in question
     * @param view the market as it was known then
     */
    boolean accepts(TradingPair pair, MarketView view);

    /**
     * Pairs whose first candle is at least so old. With the interval that a strategy reads, no pair is judged by a
     * first candle that is only partly filled: {@code minAge(Duration.ofDays(7))} for weekly ones.
     */
    static PairFilter minAge(Duration age) {
        return (pair, view) ->
                view.findAge(pair).filter(known -> known.compareTo(age) >= 0).isPresent();
    }

    /** Pairs whose last price is at most so old: those that had not been delisted. */
    static PairFilter tradedWithin(Duration age) {
        return (pair, view) -> view.isFresh(pair, age);
    }

    /**
     * Pairs that traded at least so much over the time before the instant.
     *
     * @param usd the summed volume, in USD
     * @param over the time looked back on
     */
    static PairFilter minVolume(double usd, Duration over) {
        return (pair, view) -> view.volumeUsd(pair, over) >= usd;
    }

    /** Pairs whose pool holds at least so much value, in USD; a pair of unknown liquidity is not accepted. */
    static PairFilter minTvl(double usd) {
        return (pair, view) -> view.findTvlUsd(pair).orElse(0) >= usd;
    }

    /** Pairs that meet this condition and the other. */
    default PairFilter and(PairFilter other) {
        return (pair, view) -> accepts(pair, view) && other.accepts(pair, view);
    }
}
