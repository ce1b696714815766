package org.evenkeel.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.Chain;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.SignalOutcome;

/**
 * Runs one strategy on one book of a ledger. All that it knows from one cycle to the next is in the ledger, so that a
 * run can stop after any cycle and go on from its saved state.
 */
public final class CycleEngine {
    private final Settings settings;
    private final TradingUniverse universe;
    private final Ports ports;
    private final Ledger ledger;
    private final String book;
    private final Decider decider;
    private final TradeDesk desk;
    private final TriggerLoop triggers;
    private final Settlement settlement;
    private final Invariants invariants = new Invariants();

    /**
     * What is run.
     *
     * @param strategy the strategy
     * @param settings how it is run
     * @param universe what it trades
     */
    public record Setup(Strategy strategy, Settings settings, TradingUniverse universe) {}

    /**
     * A decision that nothing has come of yet.
     *
     * @param event what was decided, of what
     * @param signals what the alpha model made of each signal, before any trade; empty where none was used
     */
    public record Decision(Event.Decided event, List<SignalOutcome> signals) {}

    /**
     * An engine for the ledger's main book.
     *
     * @param setup what is run
     * @param ports the world that it runs in
     * @param ledger where everything is recorded; it has been opened
     */
    public CycleEngine(Setup setup, Ports ports, Ledger ledger) {
        this.settings = setup.settings();
        this.universe = setup.universe();
        this.ports = ports;
        this.ledger = ledger;
        this.book = Ledger.MAIN_BOOK;
        this.decider = new Decider(setup, ports);
        this.desk = new TradeDesk(ledger, book, universe, ports, settings);
        this.triggers = new TriggerLoop(ledger, desk, ports);
        this.settlement = new Settlement(ledger, desk, ports, invariants);
    }

    /**
     * Runs every cycle from a start to an end, and values the book at the end. A run that was stopped goes on after its
     * last cycle.
     *
     * @param start the first tick is the first grid line at or after it
     * @param end no tick is at or after it
     * @param listener hears of each cycle
     * @throws StrategyException when the strategy fails
     * @throws InterruptedException when the run is to stop
     */
    public void run(Instant start, Instant end, CycleListener listener) throws InterruptedException {
        Optional<Instant> tick = nextTick(start, end);
        goOn(tick.orElse(end));
        while (tick.isPresent()) {
            Instant at = tick.get();
            ports.clock().await(at);
            tick = settings.schedule().next(at, end);
            cycle(at);
            watch(at, tick.orElse(end));
            listener.cycleDone(at, tick.orElse(end));
        }
        // Without a cycle there is no book; where the run was over before, it has been valued.
        if (findBook()
                .map(Portfolio::equityCurve)
                .filter(curve -> endsBefore(end, curve))
                .isPresent()) {
            value(end);
        }
    }

    /** A run that came to its end between two decisions watched no further: goes on watching from there. */
    private void goOn(Instant until) throws InterruptedException {
        Optional<Portfolio> portfolio = findBook();
        List<Cycle> done = portfolio.map(Portfolio::cycles).orElse(List.of());
        EquityCurve curve = portfolio.map(Portfolio::equityCurve).orElse(EquityCurve.EMPTY);
        if (!done.isEmpty() && endsBefore(until, curve)) {
            Instant valued = curve.time(curve.size() - 1);
            if (valued.isAfter(done.getLast().at())) {
                watch(valued, until);
            }
        }
    }

    private static boolean endsBefore(Instant end, EquityCurve curve) {
        return curve.size() == 0 || curve.time(curve.size() - 1).isBefore(end);
    }

    private Optional<Portfolio> findBook() {
        return ledger.books().stream()
                .filter(portfolio -> portfolio.book().equals(book))
                .findFirst();
    }

    private Optional<Instant> nextTick(Instant start, Instant end) {
        List<Cycle> done = findBook().map(Portfolio::cycles).orElse(List.of());
        return done.isEmpty()
                ? settings.schedule().first(start, end)
                : settings.schedule().next(done.getLast().at(), end);
    }

    /**
     * One cycle: settles what is open, decides, trades, values and checks.
     *
     * @throws StrategyException when the strategy fails
     */
    public void cycle(Instant at) {
        if (findBook().isEmpty()) {
            deposit(at);
        }
        triggers.decisionComes();
        settlement.beforeDecision(at);
        Decider.Round round = decider.decide(portfolio(), at);
        ledger.apply(round.event());
        List<Wish> wishes = Wish.of(round.event().decision().intents(), round.input());
        new DecisionTrades(desk, round, Map.of()).carryOut(wishes);
        close(round, wishes, at);
    }

    /**
     * Goes on with a cycle that a run was stopped in the middle of: settles what is open, and carries out in the
     * decision's own order what of it was never sent, sized by what there is now. The strategy is not asked once more:
     * what became of its signals is told by those that are on record with the decision. Where none are, as with what
     * an earlier release decided, the cycle is closed with an outcome for each of the decision's trades only.
     *
     * @param at now
     * @param latest until when the decision is traded on; later its rest is {@link Outcome#TOO_LATE}
     * @return whether there was one
     * @throws StrategyException when a filter of the universe fails
     */
    public boolean resume(Instant at, Instant latest) {
        Optional<Cycle.Begun> open = findBook().flatMap(Portfolio::openCycle);
        if (open.isEmpty()) {
            return false;
        }
        settlement.betweenDecisions(at);
        desk.buyWhatCanBePaid(at);
        Decider.Round round = decider.recorded(portfolio(), open.get(), at);
        Resumption resumption = new Resumption(portfolio(), round, open.get());
        List<Wish> wishes = resumption.wishes();
        if (at.isAfter(latest)) {
            wishes.stream().filter(Wish::isOpen).forEach(wish -> wish.became(TradeResult.not(Outcome.TOO_LATE)));
        } else {
            new DecisionTrades(desk, round, resumption.coming()).carryOut(wishes);
        }
        close(round, wishes, at);
        return true;
    }

    /**
     * Gives up what was decided and is not done yet, before something else is decided: the rest of a cycle that a run was
     * stopped in the middle of, and buys that wait for money. What was sent is settled.
     *
     * @throws StrategyException when a filter of the universe fails
     */
    public void abandon(Instant at) {
        if (findBook().isPresent()) {
            settlement.beforeDecision(at);
            resume(at, Instant.MIN);
        }
    }

    private void close(Decider.Round round, List<Wish> wishes, Instant at) {
        List<SignalOutcome> outcomes = Outcomes.of(round, wishes);
        // Asked for anew: where pools are real, what was traded has moved them.
        Quotes quotes = ports.pricing().quotes(round.input().market());
        Valuation after = Valuation.of(portfolio(), quotes);
        ledger.apply(new Event.CycleClosed(
                at, book, round.event().cycle(), new Cycle.Result(after.equity(), after.cash(), outcomes)));
        invariants.check(portfolio(), outcomes);
    }

    /**
     * Learns, between two decisions or after a restart, what became of what is open: what the chain took back, what
     * arrived from other chains, trades whose end is not known. No trade is made.
     */
    public void settle(Instant at) {
        if (findBook().isPresent()) {
            settlement.betweenDecisions(at);
        }
    }

    /** Makes the buys that waited for money from other chains, where all of it has come or come back, or gives them up. */
    public void buyWhatWaited(Instant at) {
        if (findBook().isPresent()) {
            desk.buyWhatCanBePaid(at);
        }
    }

    /**
     * What the strategy would decide now. Nothing is recorded or traded: this is how a recorded decision is made again.
     *
     * @throws StrategyException when the strategy fails
     */
    public Decision decide(Instant at) {
        Decider.Round round = decider.decide(portfolio(), at);
        return new Decision(round.event(), round.input().signalOutcomes());
    }

    private void deposit(Instant at) {
        ledger.apply(new Event.CashFlowed(
                at,
                book,
                universe.reserve(universe.homeChain()),
                Decimals.money(settings.capital().initialCash())));
    }

    /**
     * Fires triggers and books arrivals from one decision to the next, or for a part of that time: then the next call
     * goes on where this one ends.
     *
     * @throws InterruptedException when the run is to stop
     */
    public void watch(Instant from, Instant until) throws InterruptedException {
        triggers.run(from, until);
    }

    /**
     * Looks once at the triggers, in the middle of anything that waits for a transaction, and fires those that are touched:
     * what is stuck on one chain is no reason to leave what is held on others without its stops.
     *
     * @param busy chains on which something is waited for; nothing else can be sent there
     * @throws InterruptedException when the run is to stop
     */
    public void glance(Instant at, Set<Chain> busy) throws InterruptedException {
        if (findBook().isPresent()) {
            triggers.glance(at, busy);
        }
    }

    /** Values the book, as at the end of a run. */
    public void value(Instant at) {
        Valuation valuation =
                Valuation.of(portfolio(), ports.pricing().quotes(ports.market().asOf(at)));
        ledger.apply(new Event.Valued(at, book, valuation.equity(), valuation.cash()));
        invariants.check(portfolio(), List.of());
    }

    private Portfolio portfolio() {
        return ledger.book(book);
    }
}
