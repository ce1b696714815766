package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;

/**
 * A trade in the live run and in the backtest, and what the difference between them has made.
 *
 * @param tick the tick of the cycle that it belongs to; the time of the decision, where that was at none
 * @param pair the pair
 * @param side buy or sale
 * @param runs the trade in each run
 * @param missed why it was not made live, where the backtest made it
 * @param extra why it was not made in the backtest, where it was live
 * @param parts what the difference has made, by cause
 */
public record TradeDeviation(
        Instant tick,
        TradingPair pair,
        Side side,
        Runs runs,
        Optional<Missed> missed,
        Optional<Extra> extra,
        Parts parts) {
    /**
     * The trade in each run.
     *
     * @param live in the live run, executed or not; empty where it was not planned
     * @param backtest in the backtest
     */
    public record Runs(Optional<Trade> live, Optional<Trade> backtest) {}

    /** The live fill. */
    public Optional<Trade.Filled> liveFill() {
        return runs.live().flatMap(Trade::filled);
    }

    /** The backtest's fill. */
    public Optional<Trade.Filled> backtestFill() {
        return runs.backtest().flatMap(Trade::filled);
    }

    /** When it was executed live, or in the backtest where it was not live; when it was planned, where in neither. */
    public Instant at() {
        return liveFill()
                .or(this::backtestFill)
                .map(Trade.Filled::at)
                .orElseGet(() -> runs.live().or(runs::backtest).orElseThrow().plannedAt());
    }

    /** Why it was wanted: in the backtest, where it was wanted there. */
    public TradeReason reason() {
        return runs.backtest().or(runs::live).orElseThrow().plan().intent().reason();
    }

    /** How much later it was executed live than in the backtest; negative for earlier, empty where not in both. */
    public Optional<Duration> lateness() {
        return liveFill().flatMap(ours -> backtestFill().map(theirs -> Duration.between(theirs.at(), ours.at())));
    }

    /** What was traded, in USD: live, or in the backtest where nothing was live. */
    public BigDecimal traded() {
        return liveFill()
                .or(this::backtestFill)
                .map(filled -> filled.fill().value())
                .orElse(BigDecimal.ZERO);
    }
}
