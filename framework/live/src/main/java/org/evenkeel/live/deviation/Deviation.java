package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.replay.LastWorth;

/**
 * By what a live run came to another equity than the same run as a backtest: the difference of the two, split so that the
 * parts add up to it. How is told by the package.
 *
 * @param period from the live run's first decision to the instant at which both are valued
 * @param equities what the two came to
 * @param parts the difference, by cause
 * @param trades every trade of either run, in the order they happened in
 * @param portfolios the two books at the end
 * @param basis at what prices all that is
 */
public record Deviation(
        Backtest.Period period,
        Equities equities,
        Parts parts,
        List<TradeDeviation> trades,
        Portfolios portfolios,
        Basis basis) {
    private static final double BASIS_POINTS = 10_000;
    private static final double YEAR_DAYS = 365.25;
    private static final int LEAST_DECISIONS = 2;

    /** Keeps a copy of the trades. */
    public Deviation {
        trades = List.copyOf(trades);
    }

    /**
     * What the two runs came to, in USD.
     *
     * @param backtest the equity of the backtest at the end
     * @param live the equity of the live run at the end, less the gas that was paid from outside of its book
     * @param average the equity of the backtest over the time, on average
     */
    public record Equities(BigDecimal backtest, BigDecimal live, double average) {
        /** How much more the live run came to. */
        public BigDecimal difference() {
            return live.subtract(backtest);
        }
    }

    /**
     * The two books at the end.
     *
     * @param live of the live run
     * @param backtest of the backtest
     */
    public record Portfolios(Portfolio live, Portfolio backtest) {}

    /**
     * At what prices the two are compared.
     *
     * @param worth what the run was worth after the last that happened to it, by its own quotes and fills
     * @param valuedItself whether the run was valued by itself at the end, so that its equity is not by recorded candles
     * @param unpriced the trades for which the recorded candles have no price; empty where each had one
     */
    public record Basis(Optional<LastWorth> worth, boolean valuedItself, Optional<Unpriced> unpriced) {}

    /** At what and when the two are valued, in sentences. */
    public String valued() {
        String both = basis.valuedItself()
                ? "The backtest is valued at " + period.to()
                        + " by the recorded candles, the run as it valued itself then."
                : "Both are valued at " + period.to() + " by the recorded candles: a backtest knows no other prices.";
        return basis.worth()
                .map(worth -> both + " By its own quotes and fills the run was last worth "
                        + String.format(Locale.ROOT, "%,.2f", worth.equity()) + " USD, at "
                        + worth.at().truncatedTo(ChronoUnit.SECONDS) + ".")
                .orElse(both);
    }

    /**
     * Holds a run against its backtest.
     *
     * @param live the run
     * @param backtest the same strategy with the same settings on the recorded data
     * @param end when both are valued; where empty, when the run was valued last, or at its next tick, or where the data ends
     * @throws org.evenkeel.market.DataException when the data does not reach the run, or lacks a pair that it traded
     * @throws IllegalArgumentException when the run made no decision by then
     */
    public static Deviation of(RecordedRun live, Backtest backtest, Optional<Instant> end) {
        Backtest.Period period = Span.of(live, backtest, end);
        return new Comparison(live.until(period.to()), backtest, period).result();
    }

    /** What the live run traded, in USD. */
    public BigDecimal traded() {
        return trades.stream()
                .flatMap(trade -> trade.liveFill().stream())
                .map(filled -> filled.fill().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** An amount in basis points of what the live run traded; empty where it traded nothing. */
    public OptionalDouble ofTraded(BigDecimal amount) {
        return basisPoints(amount, traded());
    }

    /** An amount in basis points of a value; empty where there is none. */
    public static OptionalDouble basisPoints(BigDecimal amount, BigDecimal of) {
        return of.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(amount.divide(of, MathContext.DECIMAL64).doubleValue() * BASIS_POINTS);
    }

    /**
     * Why no figure of a year is given, as a sentence: what a few hours happened to bring says nothing of a year, and times
     * some thousand it looks as if it did. Empty where such figures are given.
     */
    public Optional<String> noYear() {
        Duration length = Duration.between(period.from(), period.to());
        int decisions = portfolios.live().cycles().size();
        Optional<String> tooShort = Periods.noYear("the time compared", length.toMillis());
        if (tooShort.isPresent()) {
            return tooShort;
        }
        if (decisions < LEAST_DECISIONS) {
            return Optional.of("No figure of a year is given: the run made no more than one decision.");
        }
        return equities.average() > 0
                ? Optional.empty()
                : Optional.of("No figure of a year is given: there was no equity that it could be a part of.");
    }

    /** An amount in basis points of the average equity a year; empty where {@link #noYear} says why. */
    public OptionalDouble perYear(BigDecimal amount) {
        double years = Duration.between(period.from(), period.to()).toMillis() / (YEAR_DAYS * 86_400_000);
        return noYear().isEmpty()
                ? OptionalDouble.of(amount.doubleValue() / equities.average() / years * BASIS_POINTS)
                : OptionalDouble.empty();
    }
}
