package org.evenkeel.metrics;

import java.util.Optional;

/**
 * What the figures are made from.
 *
 * @param curve the equity
 * @param benchmark what it is held against; compared over the times that both have
 * @param trades what the ledger knows about trades
 */
public record MetricsInput(EquityCurve curve, Optional<EquityCurve> benchmark, Optional<TradeStatistics> trades) {

    /** An equity curve alone. */
    public static MetricsInput of(EquityCurve curve) {
        return new MetricsInput(curve, Optional.empty(), Optional.empty());
    }

    /** The same, held against a benchmark. */
    public MetricsInput withBenchmark(EquityCurve benchmark) {
        return new MetricsInput(curve, Optional.of(benchmark), trades);
    }

    /** The same, with what the ledger knows about trades. */
    public MetricsInput withTrades(TradeStatistics trades) {
        return new MetricsInput(curve, benchmark, Optional.of(trades));
    }
}
