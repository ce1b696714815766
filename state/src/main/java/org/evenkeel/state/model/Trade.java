package org.evenkeel.state.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A trade, from plan to end.
 *
 * @param plan what was planned
 * @param plannedAt when
 * @param status how far it has come
 * @param end what it came to, once it has ended
 */
public record Trade(PlannedTrade plan, Instant plannedAt, TradeStatus status, Optional<End> end) {
    /** How a trade ended. */
    public sealed interface End {
        /** When it ended. */
        Instant at();

        /** What it left behind. */
        Trail trail();
    }

    /**
     * It was executed.
     *
     * @param at when
     * @param fill what it came to
     * @param position the position that it opened or changed
     * @param realised the profit that a sale realised, fees and gas taken off; 0 for a buy
     * @param trail what it left behind
     */
    public record Filled(Instant at, Fill fill, long position, BigDecimal realised, Trail trail) implements End {
        /** Of a trade that left nothing behind. */
        public Filled(Instant at, Fill fill, long position, BigDecimal realised) {
            this(at, fill, position, realised, Trail.NONE);
        }
    }

    /**
     * It was not executed.
     *
     * @param at when that was known
     * @param outcome why
     * @param gas what the attempt cost
     * @param trail what it left behind, and why it was not executed
     */
    public record Failed(Instant at, Outcome outcome, BigDecimal gas, Trail trail) implements End {
        /**
         * @throws IllegalArgumentException when the outcome is that of a trade, or the gas is negative or has too many
         *     digits to be booked
         */
        public Failed {
            if (outcome.isTraded()) {
                throw new IllegalArgumentException("A trade that failed cannot have the outcome " + outcome + ".");
            }
            Decimals.requireBookable(gas, "Gas");
            if (gas.signum() < 0) {
                throw new IllegalArgumentException(
                        "Gas of " + gas.toPlainString() + ": a transaction never earns gas.");
            }
        }

        /** Of a trade that left nothing behind. */
        public Failed(Instant at, Outcome outcome, BigDecimal gas) {
            this(at, outcome, gas, Trail.NONE);
        }
    }

    /** A trade that has just been planned. */
    public static Trade planned(PlannedTrade plan, Instant at) {
        return new Trade(plan, at, TradeStatus.PLANNED, Optional.empty());
    }

    /** What it came to, where it was executed. */
    public Optional<Filled> filled() {
        return end.filter(Filled.class::isInstance).map(Filled.class::cast);
    }

    /** Why it was not executed, where it ended so. */
    public Optional<Failed> failed() {
        return end.filter(Failed.class::isInstance).map(Failed.class::cast);
    }

    /** Whether it ended without being executed. */
    public boolean isFailed() {
        return failed().isPresent();
    }

    /** What its end took in gas, in money; 0 before it has ended. */
    public BigDecimal gas() {
        return switch (end.orElse(null)) {
            case null -> BigDecimal.ZERO;
            case Filled filled -> filled.fill().costs().gas();
            case Failed failed -> failed.gas();
        };
    }

    /** What it has left behind; nothing before it has ended. */
    public Trail trail() {
        return end.map(End::trail).orElse(Trail.NONE);
    }

    /** Whether a reorganisation of the chain can take its end back: a fill, or a revert, which both are transactions. */
    public boolean canBeUndone() {
        return switch (end.orElse(null)) {
            case null -> false;
            case Filled filled -> true;
            case Failed failed -> failed.outcome() == Outcome.REVERTED;
        };
    }

    /**
     * This trade, open again: it was sent, and what came of it is no longer so.
     *
     * @throws IllegalStateException when nothing has come of it that a chain could take back
     */
    public Trade undone() {
        if (!canBeUndone()) {
            throw new IllegalStateException("Trade " + plan.id() + " is " + status
                    + " and cannot be undone: only a fill or a revert can be taken back by a chain.");
        }
        return new Trade(plan, plannedAt, TradeStatus.UNKNOWN, Optional.empty());
    }

    /**
     * This trade, one status further.
     *
     * @throws IllegalStateException when it has ended, or has already come so far
     */
    public Trade advanced(TradeStatus next, Optional<End> how) {
        if (end.isPresent() || next.ordinal() <= status.ordinal()) {
            throw new IllegalStateException("Trade " + plan.id() + " is " + status + " and cannot become " + next
                    + ": a trade's status only advances.");
        }
        return new Trade(plan, plannedAt, next, how);
    }
}
