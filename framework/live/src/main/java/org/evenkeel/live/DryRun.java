package org.evenkeel.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.StrategyException;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.store.StateException;

/**
 * What a start would do now, and the decision that comes after it, on a copy of the books that is thrown away: nothing of the
 * run's is written.
 *
 * @param setup what is run
 * @param world what the run would have, but with an execution and a bridge that send nothing: they say what would come of a
 *     trade
 * @param terms how the run deals with time
 */
public record DryRun(LiveRun.Setup setup, World world, LiveTerms terms) {
    /**
     * What would be done.
     *
     * @param before what is owned, as a state of its own
     * @param found what is found before anything is done
     * @param cycle the decision and what would become of it
     * @param trades the trades that would be made, in their order
     * @param next where no decision is due: the one that comes next, made now
     * @param after what would be owned after it
     */
    public record Result(
            Portfolio before, Found found, Cycle cycle, List<Trade> trades, Optional<Next> next, Portfolio after) {
        /** Keeps a copy of the list. */
        public Result {
            trades = List.copyOf(trades);
        }

        /** When a trade would be made: at the tick of the decision that comes next; empty where it would be now. */
        public Optional<Instant> when(Trade trade) {
            return next.filter(decision -> trade.plan().id() >= decision.firstTrade())
                    .map(Next::tick);
        }

        /** What would be traded now, in its order: what is left of a decision, what a trigger is touched of, what is due. */
        public List<Trade> now() {
            return trades.stream().filter(trade -> when(trade).isEmpty()).toList();
        }

        /** What the decision that comes next would trade, were it made now. */
        public List<Trade> then() {
            return trades.stream().filter(trade -> when(trade).isPresent()).toList();
        }
    }

    /**
     * What there is before anything is done.
     *
     * @param worth of all that is owned
     * @param differences where the wallet has not what the books say: a run would not start, and so send nothing
     * @param unsettled trades that were begun and whose end is not booked: a start asks the chain what became of them, here
     *     they count as not sent, and what the wallet has of their tokens is not held against the books
     * @param rest of a decision that is not wholly carried out
     * @param notices what else a start would tell: with what it goes on that is not as it was
     */
    public record Found(
            Worth worth,
            List<Difference> differences,
            List<Trade> unsettled,
            Optional<Rest> rest,
            List<String> notices) {
        /** Keeps copies of the lists. */
        public Found {
            differences = List.copyOf(differences);
            unsettled = List.copyOf(unsettled);
            notices = List.copyOf(notices);
        }
    }

    /**
     * What there is, in USD.
     *
     * @param equity all of it
     * @param cash the reserves
     */
    public record Worth(double equity, double cash) {}

    /**
     * What is left of a decision that a run was stopped in the middle of.
     *
     * @param decided when it was decided
     * @param until until when it is made, and made first; empty where it is given up
     */
    public record Rest(Instant decided, Optional<Instant> until) {}

    /**
     * The decision that comes next.
     *
     * @param tick when
     * @param firstTrade the number of its first trade
     */
    public record Next(Instant tick, long firstTrade) {}

    /**
     * What a start would do now, in its order: finish the decision that a run was stopped in the middle of, decide where a
     * tick is due, sell what a trigger is touched of. Where no tick is due, the decision that comes next is made after it.
     *
     * @throws StateException when the state cannot be read
     * @throws WalletException when the run would be refused because of its wallet
     * @throws StrategyException when the strategy fails
     */
    public Result turn() {
        Instant now = world.time().instant();
        DryCopy copy = DryCopy.of(this, now);
        world.feed().extend(now);
        Ticks ticks = copy.ticks();
        Optional<Cycle.Begun> open = copy.book().openCycle();
        Found found = copy.found(open.map(begun ->
                new Rest(begun.at(), Optional.of(ticks.latest(begun.at())).filter(until -> !now.isAfter(until)))));
        CycleEngine engine = copy.engine();
        engine.settle(now);
        Set<Long> waiting = copy.planned();
        long first = copy.ledger().nextTrade();
        engine.buyWhatWaited(now);
        open.map(Cycle.Begun::at).ifPresent(decided -> {
            engine.resume(now, ticks.latest(decided));
            ticks.dealtWith(decided);
        });
        Optional<Instant> due = ticks.due(now);
        due.ifPresent(engine::cycle);
        glance(engine, now);
        Optional<Next> next = Optional.empty();
        if (due.isEmpty()) {
            next = Optional.of(new Next(ticks.after(now), copy.ledger().nextTrade()));
            engine.cycle(now);
        }
        return result(copy, found, copy.trades(first, waiting), next);
    }

    /**
     * The same for a decision alone, made now whether a tick is due or not, whatever the triggers. What was decided before
     * and is not done is given up for it.
     *
     * @throws StateException when the state cannot be read
     * @throws WalletException when the run would be refused because of its wallet
     * @throws StrategyException when the strategy fails
     */
    public Result decision() {
        Instant now = world.time().instant();
        DryCopy copy = DryCopy.of(this, now);
        world.feed().extend(now);
        Found found = copy.found(copy.book().openCycle().map(begun -> new Rest(begun.at(), Optional.empty())));
        CycleEngine engine = copy.engine();
        engine.abandon(now);
        long first = copy.ledger().nextTrade();
        engine.cycle(now);
        return result(copy, found, copy.trades(first, Set.of()), Optional.empty());
    }

    private static Result result(DryCopy copy, Found found, List<Trade> trades, Optional<Next> next) {
        return new Result(copy.before(), found, copy.book().cycles().getLast(), trades, next, copy.book());
    }

    /** Who is interrupted by then sees it where he waits next: a look at prices waits for nothing. */
    private static void glance(CycleEngine engine, Instant now) {
        try {
            engine.glance(now, Set.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
