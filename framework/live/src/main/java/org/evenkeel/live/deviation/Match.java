package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;

/**
 * The same trade in both runs, or one that only one of them has.
 *
 * @param key what both have in common
 * @param live the trade in the live run, executed or not
 * @param backtest the trade in the backtest, executed or not
 */
record Match(Key key, Optional<Trade> live, Optional<Trade> backtest) {
    /**
     * What tells trades apart.
     *
     * @param tick the tick of the cycle that it belongs to
     * @param pair the pair
     * @param side buy or sale
     */
    record Key(Instant tick, TradingPair pair, Side side) {}

    Optional<Trade.Filled> liveFill() {
        return live.flatMap(Trade::filled);
    }

    Optional<Trade.Filled> backtestFill() {
        return backtest.flatMap(Trade::filled);
    }

    /** The one that tells what was wanted: the backtest's where both have one. */
    Trade any() {
        return backtest.or(this::live).orElseThrow();
    }

    /** When the first of the two was executed, or planned where neither was. */
    Instant at() {
        return Stream.of(liveFill(), backtestFill())
                .flatMap(Optional::stream)
                .map(Trade.Filled::at)
                .min(Instant::compareTo)
                .orElseGet(() -> any().plannedAt());
    }

    /** What a trade's transaction cost, whether it succeeded or not. */
    static BigDecimal gas(Optional<Trade> trade) {
        return switch (trade.flatMap(Trade::end).orElse(null)) {
            case null -> BigDecimal.ZERO;
            case Trade.Filled filled -> filled.fill().costs().gas();
            case Trade.Failed failed -> failed.gas();
        };
    }
}
