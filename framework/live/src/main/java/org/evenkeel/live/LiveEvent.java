package org.evenkeel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** What a person may want to hear of while a run goes on. */
public sealed interface LiveEvent {
    /** When it was noticed. */
    Instant at();

    /**
     * Something to know that changes nothing.
     *
     * @param at when
     * @param text what
     */
    record Notice(Instant at, String text) implements LiveEvent {}

    /**
     * The run has begun, or goes on.
     *
     * @param at when
     * @param run its name
     * @param book what it owns
     * @param next when it decides next: now, where a tick is due
     */
    record Started(Instant at, String run, Portfolio book, Instant next) implements LiveEvent {}

    /**
     * A cycle is done.
     *
     * @param at when
     * @param begun when the run found it to be due: its candles, decision and trades came after
     * @param cycle the cycle
     * @param book what is owned after it
     */
    record CycleDone(Instant at, Instant begun, Cycle cycle, Portfolio book) implements LiveEvent {
        /** How long it took. */
        public Duration took() {
            return Duration.between(begun, at);
        }
    }

    /**
     * A cycle that was stopped in the middle is done with.
     *
     * @param at when
     * @param cycle the cycle; its outcomes say what of it was traded and what came too late
     * @param book what is owned after it
     */
    record CycleResumed(Instant at, Cycle cycle, Portfolio book) implements LiveEvent {}

    /**
     * Ticks passed without a decision.
     *
     * @param at when that was noticed
     * @param first the first of them
     * @param last the last of them
     * @param why why
     */
    record TicksMissed(Instant at, Instant first, Instant last, String why) implements LiveEvent {}

    /**
     * A trade has ended.
     *
     * @param at when that was noticed
     * @param trade the trade
     */
    record TradeEnded(Instant at, Trade trade) implements LiveEvent {}

    /**
     * The chain took back what had ended a trade: it is open again.
     *
     * @param at when that was noticed
     * @param trade the trade
     */
    record TradeTakenBack(Instant at, Trade trade) implements LiveEvent {}

    /**
     * A transfer between chains has not arrived, long after it was to.
     *
     * @param at when that was noticed
     * @param transfer the transfer
     */
    record TransferOverdue(Instant at, Transfer transfer) implements LiveEvent {}

    /**
     * A token is frozen: worth nothing and not bought, while all others go on.
     *
     * @param at when that was noticed
     * @param token the token
     * @param why why
     */
    record TokenFrozen(Instant at, Token token, String why) implements LiveEvent {}

    /**
     * A token that was frozen tells again what the books say, and goes on as before.
     *
     * @param at when that was noticed
     * @param token the token
     */
    record TokenThawed(Instant at, Token token) implements LiveEvent {}

    /**
     * A part of the world cannot be reached; it is tried again.
     *
     * @param at when
     * @param what what, and why
     */
    record OutOfReach(Instant at, String what) implements LiveEvent {}

    /**
     * What is due was to be done, and no decision was.
     *
     * @param at when
     * @param next when the next one is
     */
    record NothingDue(Instant at, Instant next) implements LiveEvent {}

    /**
     * The run has stopped as it was asked to.
     *
     * @param at when
     * @param restUntil until when a start makes what is left of a decision; empty where nothing is
     */
    record Stopped(Instant at, Optional<Instant> restUntil) implements LiveEvent {}
}
