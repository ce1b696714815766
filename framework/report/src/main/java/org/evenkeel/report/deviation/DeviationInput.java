package org.evenkeel.report.deviation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By what a run came to another equity than its backtest.
 *
 * @param subject what was compared
 * @param equities what the two came to
 * @param causes the difference by cause, in the order to show them
 * @param all the causes together
 * @param trades the trades that made a difference, the worst first
 * @param basis at what prices all that is
 */
public record DeviationInput(
        Subject subject, Equities equities, List<Cause> causes, Cause all, List<Line> trades, Basis basis) {
    /** Keeps copies of the lists. */
    public DeviationInput {
        causes = List.copyOf(causes);
        trades = List.copyOf(trades);
    }

    /**
     * What was compared.
     *
     * @param strategy the strategy's name
     * @param data what the data is known as
     * @param from when the comparison begins
     * @param to when both are valued
     * @param synthetic whether the prices are made up: every section says so then
     */
    public record Subject(String strategy, String data, Instant from, Instant to, boolean synthetic) {}

    /**
     * What the two came to, in USD.
     *
     * @param backtest the backtest's equity at the end
     * @param live the run's, gas taken off
     * @param traded what the run traded
     */
    public record Equities(double backtest, double live, double traded) {
        /** How much more the run came to. */
        public double difference() {
            return live - backtest;
        }
    }

    /**
     * At what prices the two are compared.
     *
     * @param valued at what and when both are valued, in sentences
     * @param noYear why no figure of a year is given, as a sentence; empty where they are
     * @param unpriced of which trades no price is recorded, what follows, and what to do; empty where each has one
     */
    public record Basis(String valued, Optional<String> noYear, Optional<String> unpriced) {}

    /**
     * What one cause made.
     *
     * @param label its name
     * @param words what it stands for
     * @param usd in USD, positive where it was to the run's advantage
     * @param ofTraded in basis points of what the run traded
     * @param perYear in basis points of the equity a year; empty where that says nothing
     */
    public record Cause(String label, String words, double usd, OptionalDouble ofTraded, OptionalDouble perYear) {}

    /**
     * A trade that made a difference.
     *
     * @param tick the tick of its cycle, or when it was decided
     * @param at when it was executed
     * @param pair the pair's symbol
     * @param side buy or sale
     * @param traded what was traded, in USD
     * @param late how much later it was executed; empty where that cannot be said
     * @param usd what it made, in USD
     * @param ofTraded the same in basis points of what was traded
     * @param mostly the cause that made the most of it
     */
    public record Line(
            Instant tick,
            Instant at,
            String pair,
            String side,
            double traded,
            String late,
            double usd,
            OptionalDouble ofTraded,
            String mostly) {}
}
