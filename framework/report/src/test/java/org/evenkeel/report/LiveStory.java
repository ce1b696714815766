package org.evenkeel.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.report.view.LiveJournal;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Trail;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.state.replay.LastWorth;

/**
 * A day of a run on two chains: a buy that a chain took back and that landed again, a stop, a buy that was refused, one
 * that reverted, and three transfers.
 */
public final class LiveStory {
    static final String HOLDER = "0x45481a1Bb1C5e7F0b6d2a4F3e8C9D0a1b2c350F9";
    static final String HASH = "0x2b05566d9f2ac7da3be1d104331753b73e05ec39b1de7fe6e2ec47f04cd9f3e9";
    private static final Instant TICK = Instant.parse("2026-03-02T18:00:00Z");
    private static final Chain ONE = new Chain("ethereum", 1);
    private static final Chain TWO = new Chain("base", 8453);
    private static final Token USDC = new Token(ONE, "0xusdc", "USDC", 6);
    private static final Token USDB = new Token(TWO, "0xusdb", "USDC", 6);
    private static final TradingPair WETH = pair(1, USDC, "WETH");
    private static final TradingPair DOGE = pair(2, USDB, "DOGE");

    private final List<Event> events = new ArrayList<>();
    private final Ledger ledger = new Ledger(events::add);

    private LiveStory(Optional<RunInfo.Live> live) {
        SequencedMap<Chain, Token> reserves = new LinkedHashMap<>();
        reserves.put(ONE, USDC);
        reserves.put(TWO, USDB);
        ledger.apply(new Event.LedgerOpened(
                TICK.minusSeconds(60),
                new RunInfo(
                        "Live",
                        "a test",
                        new LinkedHashMap<>(),
                        new RunInfo.Data("pools", "memory", RunInfo.Data.GROWING, false),
                        new RunInfo.Market(List.of(WETH, DOGE), reserves),
                        live)));
        tell();
    }

    private static TradingPair pair(long id, Token reserve, String symbol) {
        Token base = new Token(reserve.chain(), "0x" + symbol, symbol, 18);
        return new TradingPair(id, new Exchange("pool", FeeMode.FROM_INPUT), base, reserve, 30, PriceUnit.USD);
    }

    private static RunInfo.Live live(boolean executed) {
        SequencedMap<String, String> coins = new LinkedHashMap<>();
        coins.put("ethereum", "ETH");
        coins.put("base", "ETH");
        return new RunInfo.Live(
                executed, executed ? Optional.of(HOLDER) : Optional.empty(), Duration.ofSeconds(10), coins);
    }

    /** One that was sent. */
    public static LiveStory executed() {
        return new LiveStory(Optional.of(live(true)));
    }

    /** The same on paper. */
    static LiveStory onPaper() {
        return new LiveStory(Optional.of(live(false)));
    }

    /** The same, begun by a release that recorded no more than that it is live. */
    static LiveStory ofEarlierRelease() {
        return new LiveStory(Optional.empty());
    }

    /** It, as a report is made of it. */
    public ReportInput input() {
        List<Event.RunStarted> starts = new ArrayList<>();
        List<Event.TradeUndone> undone = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.RunStarted started) {
                starts.add(started);
            } else if (event instanceof Event.TradeUndone taken) {
                undone.add(taken);
            }
        }
        return ReportInput.of(ledger).withJournal(new LiveJournal(starts, undone, LastWorth.of(events)));
    }

    private void tell() {
        start(0);
        ledger.apply(new Event.CashFlowed(TICK, Ledger.MAIN_BOOK, USDC, new BigDecimal("1000")));
        decide(TICK, 1, 1000);
        plan(1, WETH, USDC, new Size.Spend(new BigDecimal("400")), TradeReason.REBALANCE);
        fill(12, 1, "0.2", "400", "0.5", new Trail(List.of(swap("approve", '1'), swap("swap", '2')), List.of()));
        plan(2, DOGE, USDB, new Size.Spend(new BigDecimal("50")), TradeReason.REBALANCE);
        fail(13, 2, Outcome.REFUSED, "0", "The most that a trade may spend is 40 USD. <b>\u202eevil</b>");
        plan(3, DOGE, USDB, new Size.Spend(new BigDecimal("5")), TradeReason.REBALANCE);
        fail(14, 3, Outcome.REVERTED, "0.25", "the swap reverted: STF");
        close(1);
        transfers();
        ledger.apply(new Event.TradeUndone(TICK.plusSeconds(60), 1));
        fill(72, 1, "0.2", "400", "0.6", new Trail(List.of(swap("approve", '1'), swap("swap", '3')), List.of()));
        start(3600);
        ledger.apply(new Event.TriggerFired(TICK.plusSeconds(7200), 1, TradeReason.STOP_LOSS, 1900));
        plan(4, WETH, USDC, new Size.SellAll(), TradeReason.STOP_LOSS);
        fill(7210, 4, "0.2", "380", "0.4", new Trail(List.of(swap("swap", '4')), List.of()));
        decide(TICK.plusSeconds(21_600), 2, 979);
        close(2);
    }

    private void start(int second) {
        ledger.apply(new Event.RunStarted(TICK.plusSeconds(second), "Live", new LinkedHashMap<>()));
    }

    private void decide(Instant at, int cycle, double equity) {
        Cycle.Inputs inputs = new Cycle.Inputs(equity, equity, new double[] {2000, 0.1});
        ledger.apply(new Event.Decided(
                at, Ledger.MAIN_BOOK, cycle, inputs, new Cycle.Decision(List.of(), Cycle.Notes.NONE)));
    }

    private void close(int cycle) {
        ledger.apply(new Event.CycleClosed(
                TICK.plusSeconds(cycle == 1 ? 20 : 21_600),
                Ledger.MAIN_BOOK,
                cycle,
                new Cycle.Result(1000, 600, List.of())));
    }

    private void plan(long id, TradingPair pair, Token reserve, Size size, TradeReason reason) {
        TradeIntent intent = size instanceof Size.Spend spend
                ? TradeIntent.buy(pair, spend, reason)
                : TradeIntent.sell(pair, new Size.SellAll(), reason);
        ledger.apply(new Event.TradePlanned(
                TICK.plusSeconds(id), new PlannedTrade(id, Ledger.MAIN_BOOK, 1, reserve, intent, true)));
    }

    private void fill(int second, long id, String quantity, String value, String gas, Trail trail) {
        Costs costs = new Costs(new BigDecimal("1.2"), new BigDecimal("0.3"), new BigDecimal(gas));
        Fill fill =
                new Fill(new BigDecimal(quantity), new BigDecimal(value), 2000, costs, RoutePart.whole(List.of(WETH)));
        ledger.apply(new Event.TradeFilled(TICK.plusSeconds(second), id, fill, trail));
    }

    private void fail(int second, long id, Outcome outcome, String gas, String why) {
        boolean sent = outcome == Outcome.REVERTED;
        Trail trail = new Trail(sent ? List.of(swap("swap", '9')) : List.of(), List.of(why));
        ledger.apply(new Event.TradeFailed(TICK.plusSeconds(second), id, outcome, new BigDecimal(gas), trail));
    }

    /** Each has a hash of its own. */
    private static Trail.Transaction swap(String step, char own) {
        return new Trail.Transaction(step, HASH.substring(0, 65) + own, new BigDecimal("0.000123456"));
    }

    private void transfers() {
        for (int id = 1; id <= 3; id++) {
            ledger.apply(new Event.TransferStarted(
                    TICK.plusSeconds(20 + id),
                    new Transfer(
                            id,
                            Ledger.MAIN_BOOK,
                            USDC,
                            USDB,
                            new Transfer.Amounts(new BigDecimal("100"), new BigDecimal("99.5")),
                            new Transfer.Times(TICK.plusSeconds(20 + id), TICK.plusSeconds(300)))));
        }
        ledger.apply(new Event.TransferArrived(TICK.plusSeconds(40), 1, Optional.empty(), new BigDecimal("0.3")));
        ledger.apply(new Event.TransferReturned(TICK.plusSeconds(50), 2));
    }
}
