package org.evenkeel.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.market.Token;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.store.StateFolder;

/**
 * The books of a run, to try on what a start would do.
 *
 * @param dry whose they are
 * @param now when
 * @param began when the run began: now, where none has
 * @param ledger the copy, as it was loaded and as it becomes
 * @param before what is owned, before anything is tried
 * @param engine tries it
 * @param notices what differs from the record of the run
 */
record DryCopy(
        DryRun dry,
        Instant now,
        Instant began,
        Ledger ledger,
        Portfolio before,
        CycleEngine engine,
        List<String> notices) {
    /** What is on the disk, or what a run would begin with. */
    static DryCopy of(DryRun dry, Instant now) {
        LiveRun.Setup setup = dry.setup();
        StateFolder folder = StateFolder.at(setup.folder());
        Ledger ledger = folder.holdsState() ? folder.load() : new Ledger();
        Instant began = folder.holdsState() ? Beginning.began(folder) : now.truncatedTo(ChronoUnit.SECONDS);
        Beginning.begin(ledger, setup.info(), began);
        List<String> notices = Beginning.differences(setup.folder(), ledger.info(), setup.info());
        LiveLoop.Record record = new LiveLoop.Record(ledger, Kept.NOWHERE, began);
        if (record.isUntouched()) {
            BigDecimal initial = Decimals.money(setup.settings().capital().initialCash());
            books(dry).deposits(record.book(), initial, now).forEach(ledger::apply);
        }
        Portfolio before = copy(ledger).book(Ledger.MAIN_BOOK);
        return new DryCopy(dry, now, began, ledger, before, engine(dry, began, ledger), notices);
    }

    private static Ledger copy(Ledger ledger) {
        return Ledger.restored(ledger.snapshot(), event -> {});
    }

    private static Books books(DryRun dry) {
        return new Books(dry.setup().engine().universe(), dry.world().wallet());
    }

    private static CycleEngine engine(DryRun dry, Instant began, Ledger ledger) {
        String run = LiveLoop.Record.name(dry.setup().info(), began);
        return new CycleEngine(dry.setup().engine(), dry.world().trading().ports(run, ledger), ledger);
    }

    /** What is owned by now. */
    Portfolio book() {
        return ledger.book(Ledger.MAIN_BOOK);
    }

    /** Which tick is due. */
    Ticks ticks() {
        return Ticks.of(dry.setup().settings().schedule(), dry.terms(), Optional.of(before), began);
    }

    /**
     * What is found before anything is tried.
     *
     * @param rest of a decision that is not wholly carried out
     */
    DryRun.Found found(Optional<DryRun.Rest> rest) {
        List<Trade> unsettled = unsettled();
        Set<Token> unsure = new HashSet<>();
        for (Trade trade : unsettled) {
            unsure.add(trade.plan().reserve());
            unsure.add(trade.plan().intent().pair().base());
        }
        Books.Differences differences = new FrozenTokens(books(dry), dry.world().wallet(), event -> {})
                .differences(before, now)
                .without(unsure);
        return new DryRun.Found(
                worth(),
                Stream.concat(differences.less().stream(), differences.more().stream())
                        .toList(),
                unsettled,
                rest,
                notices);
    }

    /** What is owned, valued on a copy of its own: the decision that is tried may be one of an earlier instant. */
    private DryRun.Worth worth() {
        Ledger valued = copy(ledger);
        engine(dry, began, valued).value(now);
        EquityCurve curve = valued.book(Ledger.MAIN_BOOK).equityCurve();
        int last = curve.size() - 1;
        return new DryRun.Worth(curve.equity()[last], curve.cash()[last]);
    }

    /** Of what is open, all but buys that were never sent because they wait for money. */
    private List<Trade> unsettled() {
        Ledger settled = copy(ledger);
        engine(dry, began, settled).settle(now);
        Set<Long> waiting = planned(settled.book(Ledger.MAIN_BOOK));
        return before.openTrades().stream()
                .filter(trade -> !waiting.contains(trade.plan().id()))
                .toList();
    }

    /** The buys that wait for money, once what is open has been settled. */
    Set<Long> planned() {
        return planned(book());
    }

    private static Set<Long> planned(Portfolio book) {
        return book.openTrades().stream()
                .filter(trade -> trade.status() == TradeStatus.PLANNED)
                .map(trade -> trade.plan().id())
                .collect(Collectors.toSet());
    }

    /**
     * What was tried.
     *
     * @param first the number of the first trade that was planned for it
     * @param waiting trades that were planned before, and count where they have come to an end
     */
    List<Trade> trades(long first, Set<Long> waiting) {
        return book().trades().stream()
                .filter(trade -> trade.plan().id() >= first
                        || (waiting.contains(trade.plan().id()) && trade.end().isPresent()))
                .toList();
    }
}
