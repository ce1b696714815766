package org.evenkeel.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.evenkeel.api.StrategyException;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateFolder;

/** One decision, made now on a copy of the books that is thrown away: nothing of the run's is written. */
public final class DryRun {
    private DryRun() {}

    /**
     * What would be done.
     *
     * @param before what is owned, as a state of its own
     * @param cycle the decision and what would become of it
     * @param trades the trades that would be made, in their order
     * @param after what would be owned after it
     */
    public record Result(Portfolio before, Cycle cycle, List<Trade> trades, Portfolio after) {}

    /**
     * Decides now. A cycle that a run was stopped in the middle of is finished on the copy before.
     *
     * @param world what the run would have, but with an execution and a bridge that send nothing: they say what would come
     *     of a trade
     * @throws StateException when the state cannot be read
     * @throws WalletException when the run would be refused because of its wallet
     * @throws StrategyException when the strategy fails
     */
    public static Result of(LiveRun.Setup setup, World world, LiveTerms terms) {
        Instant now = world.time().instant();
        Books books = new Books(setup.engine().universe(), world.wallet());
        Ledger ledger = copy(setup, books, now);
        Portfolio before = Ledger.restored(ledger.snapshot(), event -> {}).book(Ledger.MAIN_BOOK);
        world.feed().extend(now);
        CycleEngine engine = new CycleEngine(setup.engine(), world.trading().ports(run(setup, now), ledger), ledger);
        Portfolio book = ledger.book(Ledger.MAIN_BOOK);
        book.openCycle()
                .map(Cycle.Begun::at)
                .ifPresent(decided -> engine.resume(
                        now,
                        decided.plus(
                                terms.toleranceFor(setup.settings().schedule().cycle()))));
        long first = ledger.nextTrade();
        engine.cycle(now);
        List<Trade> trades = book.trades().stream()
                .filter(trade -> trade.plan().id() >= first)
                .toList();
        return new Result(before, book.cycles().getLast(), trades, book);
    }

    private static Ledger copy(LiveRun.Setup setup, Books books, Instant now) {
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

    private static String run(LiveRun.Setup setup, Instant now) {
        StateFolder folder = StateFolder.at(setup.folder());
        return LiveLoop.Record.name(setup.info(), folder.holdsState() ? Beginning.began(folder) : now);
    }
}
