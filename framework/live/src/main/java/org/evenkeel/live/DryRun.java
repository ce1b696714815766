package org.evenkeel.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.api.StrategyException;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateFolder;

/**
 * One decision, made now on a copy of the books that is thrown away: nothing of the run's is written.
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
     * @param differences where the wallet has not what the books say: a run would not start, and so send nothing
     * @param cycle the decision and what would become of it
     * @param trades the trades that would be made, in their order: first those of triggers that are touched now, where these
     *     are looked at
     * @param after what would be owned after it
     */
    public record Result(
            Portfolio before, List<Difference> differences, Cycle cycle, List<Trade> trades, Portfolio after) {
        /** Keeps copies of the lists. */
        public Result {
            differences = List.copyOf(differences);
            trades = List.copyOf(trades);
        }
    }

    /**
     * What a run would do now: sell what a trigger is touched of, and decide. A cycle that a run was stopped in the middle
     * of is finished on the copy before.
     *
     * @throws StateException when the state cannot be read
     * @throws WalletException when the run would be refused because of its wallet
     * @throws StrategyException when the strategy fails
     */
    public Result turn() {
        return made(true);
    }

    /**
     * The same for a decision alone, whatever the triggers.
     *
     * @throws StateException when the state cannot be read
     * @throws WalletException when the run would be refused because of its wallet
     * @throws StrategyException when the strategy fails
     */
    public Result decision() {
        return made(false);
    }

    private Result made(boolean watching) {
        Instant now = world.time().instant();
        Books books = new Books(setup.engine().universe(), world.wallet());
        Ledger ledger = copy(books, now);
        Portfolio before = Ledger.restored(ledger.snapshot(), event -> {}).book(Ledger.MAIN_BOOK);
        Books.Differences differences = new FrozenTokens(books, world.wallet(), event -> {}).differences(before, now);
        world.feed().extend(now);
        CycleEngine engine = new CycleEngine(setup.engine(), world.trading().ports(run(now), ledger), ledger);
        Portfolio book = ledger.book(Ledger.MAIN_BOOK);
        book.openCycle()
                .map(Cycle.Begun::at)
                .ifPresent(decided -> engine.resume(
                        now,
                        decided.plus(
                                terms.toleranceFor(setup.settings().schedule().cycle()))));
        long first = ledger.nextTrade();
        if (watching) {
            glance(engine, now);
        }
        engine.cycle(now);
        List<Trade> trades = book.trades().stream()
                .filter(trade -> trade.plan().id() >= first)
                .toList();
        return new Result(
                before,
                Stream.concat(differences.less().stream(), differences.more().stream())
                        .toList(),
                book.cycles().getLast(),
                trades,
                book);
    }

    /** Who is interrupted by then sees it where he waits next: a look at prices waits for nothing. */
    private static void glance(CycleEngine engine, Instant now) {
        try {
            engine.glance(now, Set.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Ledger copy(Books books, Instant now) {
        StateFolder folder = StateFolder.at(setup.folder());
        Ledger ledger = folder.holdsState() ? folder.load() : new Ledger();
        Beginning.begin(ledger, setup.info(), now);
        Beginning.differences(setup.folder(), ledger.info(), setup.info());
        LiveLoop.Record record = new LiveLoop.Record(ledger, Kept.NOWHERE, now);
        if (record.isUntouched()) {
            BigDecimal initial = Decimals.money(setup.settings().capital().initialCash());
            books.deposits(record.book(), initial, now).forEach(ledger::apply);
        }
        return ledger;
    }

    private String run(Instant now) {
        StateFolder folder = StateFolder.at(setup.folder());
        return LiveLoop.Record.name(setup.info(), folder.holdsState() ? Beginning.began(folder) : now);
    }
}
