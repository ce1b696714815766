package org.evenkeel.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.Settings;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.report.view.Run;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;

/** A ledger written event by event, for tests that know every number. A pair's fee is 0 and a day is a cycle. */
public final class Story {
    /** The first moment of every story. */
    public static final Instant START = Instant.parse("2022-03-01T00:00:00Z");

    private static final Token USD = new Token(Chain.OFF_CHAIN, "USD", "USD", 2);

    private final List<Event> events = new ArrayList<>();
    private final Ledger ledger = new Ledger(events::add);
    private final List<TradingPair> pairs;
    private int cycle;

    /** A story of pairs of these base tokens, that begins with 1,000 USD. */
    public Story(String... symbols) {
        this(named(symbols));
    }

    /** A story of these pairs, that begins with 1,000 USD. */
    public Story(List<TradingPair> pairs) {
        this.pairs = pairs;
        LinkedHashMap<Chain, Token> reserves = new LinkedHashMap<>(Map.of(Chain.OFF_CHAIN, USD));
        RunInfo info = new RunInfo(
                "Story",
                "a test",
                new LinkedHashMap<>(),
                new RunInfo.Data("told", "memory", "sha256:0", false),
                new RunInfo.Market(pairs, reserves));
        ledger.apply(new Event.LedgerOpened(START, info));
        deposit(1_000);
    }

    private static List<TradingPair> named(String... symbols) {
        List<TradingPair> named = new ArrayList<>();
        for (String symbol : symbols) {
            named.add(pair(named.size() + 1, symbol));
        }
        return named;
    }

    /** A pair of a token that is called so. */
    public static TradingPair pair(long id, String symbol) {
        Token token = new Token(Chain.OFF_CHAIN, symbol + id, symbol, 8);
        return new TradingPair(id, Exchange.SIMULATED, token, USD, 0, PriceUnit.USD);
    }

    /** A day after the start. */
    public static Instant day(double days) {
        return START.plusMillis((long) (days * 86_400_000));
    }

    /** Money that comes in, or goes out, now. */
    public Story deposit(double amount) {
        ledger.apply(new Event.CashFlowed(day(cycle), Ledger.MAIN_BOOK, USD, BigDecimal.valueOf(amount)));
        return this;
    }

    /** A decision, with what the book is worth and the prices of all pairs. */
    public Story decide(double equity, double cash, double... prices) {
        return decide(equity, cash, Cycle.Notes.NONE, prices);
    }

    /** A decision in which something was recorded for the report. */
    public Story decide(double equity, double cash, Cycle.Notes notes, double... prices) {
        cycle++;
        Cycle.Decision decision = new Cycle.Decision(List.of(), notes);
        ledger.apply(new Event.Decided(
                day(cycle - 1), Ledger.MAIN_BOOK, cycle, new Cycle.Inputs(equity, cash, prices), decision));
        return this;
    }

    /** The decision's end. */
    public Story close(double equity, double cash, SignalOutcome... outcomes) {
        Cycle.Result result = new Cycle.Result(equity, cash, List.of(outcomes));
        ledger.apply(new Event.CycleClosed(day(cycle - 1), Ledger.MAIN_BOOK, cycle, result));
        return this;
    }

    /** A buy of some units at a price, at a day. */
    public Story buy(int pair, double units, double price, double day, TriggerFactors triggers) {
        Size.Spend size = new Size.Spend(BigDecimal.valueOf(units * price));
        trade(TradeIntent.buy(pairs.get(pair), size, TradeReason.REBALANCE).with(triggers), units, price, day);
        return this;
    }

    /** A sale of some units at a price, at a day. */
    public Story sell(int pair, double units, double price, double day, TradeReason reason) {
        Size.Sell size = new Size.Sell(BigDecimal.valueOf(units));
        trade(TradeIntent.sell(pairs.get(pair), size, reason), units, price, day);
        return this;
    }

    /** A buy of one unit at a price of 1 over several paths, now. */
    public Story buyOver(int pair, RoutePart... route) {
        Size.Spend size = new Size.Spend(BigDecimal.ONE);
        TradeIntent intent = TradeIntent.buy(pairs.get(pair), size, TradeReason.REBALANCE);
        trade(intent, 1, 1, cycle - 1.0, List.of(route));
        return this;
    }

    private void trade(TradeIntent intent, double units, double price, double day) {
        trade(intent, units, price, day, RoutePart.whole(List.of(intent.pair())));
    }

    private void trade(TradeIntent intent, double units, double price, double day, List<RoutePart> route) {
        long id = ledger.nextTrade();
        PlannedTrade plan = new PlannedTrade(id, Ledger.MAIN_BOOK, cycle, USD, intent);
        BigDecimal value = BigDecimal.valueOf(units * price);
        Fill fill = new Fill(BigDecimal.valueOf(units), value, price, Costs.NONE, route);
        ledger.apply(new Event.TradePlanned(day(day), plan));
        ledger.apply(new Event.TradeFilled(day(day), id, fill));
    }

    /** The value at a later day. */
    public Story value(double day, double equity, double cash) {
        ledger.apply(new Event.Valued(day(day), Ledger.MAIN_BOOK, equity, cash));
        return this;
    }

    /** What happened so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The story so far. */
    public Ledger ledger() {
        return ledger;
    }

    /** The story so far, prepared for the sections. */
    public Run run() {
        return new Run(ledger.info(), ledger.book(Ledger.MAIN_BOOK), Settings.DEFAULTS, Optional.empty());
    }
}
