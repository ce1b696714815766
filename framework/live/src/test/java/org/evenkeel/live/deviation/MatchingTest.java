package org.evenkeel.live.deviation;

import static org.evenkeel.live.deviation.HandMade.A;
import static org.evenkeel.live.deviation.HandMade.B;
import static org.evenkeel.live.deviation.HandMade.USDC;
import static org.evenkeel.live.deviation.HandMade.WEEK;
import static org.evenkeel.live.deviation.HandMade.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.evenkeel.api.Settings;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.junit.jupiter.api.Test;

/** Which trades of two runs are the same trade. */
final class MatchingTest {
    private static final BigDecimal TEN = BigDecimal.TEN;

    /** A run told event by event. */
    private static final class Told {
        private final Ledger ledger = new Ledger();
        private int cycle;

        Told() {
            RunInfo.Data data = new RunInfo.Data("", "", "", true);
            RunInfo.Market market = new RunInfo.Market(List.of(A, B), new LinkedHashMap<>());
            ledger.apply(new Event.LedgerOpened(hour(0), new RunInfo("told", "", new LinkedHashMap<>(), data, market)));
            ledger.apply(new Event.CashFlowed(hour(0), Ledger.MAIN_BOOK, USDC, new BigDecimal(1000)));
        }

        Told cycle(Instant at, Consumer<Told> trades) {
            cycle++;
            ledger.apply(new Event.Decided(
                    at,
                    Ledger.MAIN_BOOK,
                    cycle,
                    new Cycle.Inputs(0, 0, new double[] {Double.NaN, Double.NaN}),
                    new Cycle.Decision(List.of(), Cycle.Notes.NONE)));
            trades.accept(this);
            ledger.apply(new Event.CycleClosed(at, Ledger.MAIN_BOOK, cycle, new Cycle.Result(0, 0, List.of())));
            return this;
        }

        Told buys(TradingPair pair, Instant at) {
            return filled(TradeIntent.buy(pair, new Size.Spend(TEN), TradeReason.REBALANCE), at);
        }

        Told sells(TradingPair pair, TradeReason reason, Instant at) {
            return filled(TradeIntent.sell(pair, new Size.Sell(BigDecimal.ONE), reason), at);
        }

        private Told filled(TradeIntent intent, Instant at) {
            long id = plan(intent, at);
            ledger.apply(new Event.TradeFilled(at, id, new Fill(BigDecimal.ONE, TEN, 10, Costs.NONE, List.of())));
            return this;
        }

        Told failsToBuy(TradingPair pair, Instant at) {
            long id = plan(TradeIntent.buy(pair, new Size.Spend(TEN), TradeReason.REBALANCE), at);
            ledger.apply(new Event.TradeFailed(at, id, Outcome.REVERTED, BigDecimal.ZERO));
            return this;
        }

        private long plan(TradeIntent intent, Instant at) {
            long id = ledger.nextTrade();
            ledger.apply(new Event.TradePlanned(at, new PlannedTrade(id, Ledger.MAIN_BOOK, cycle, USDC, intent)));
            return id;
        }

        Portfolio book() {
            return ledger.book(Ledger.MAIN_BOOK);
        }
    }

    private static List<Match> matches(Told live, Told backtest) {
        return Matching.of(live.book(), backtest.book(), Settings.DEFAULTS.schedule());
    }

    private static long id(Optional<Trade> trade) {
        return trade.orElseThrow().plan().id();
    }

    @Test
    void a_decision_made_a_little_late_is_that_of_its_tick() {
        Instant late = hour(0).plus(Duration.ofMinutes(7));
        List<Match> matches = matches(
                new Told().cycle(late, run -> run.buys(A, late)),
                new Told().cycle(hour(0), run -> run.buys(A, hour(0))));
        assertEquals(1, matches.size());
        assertEquals(hour(0), matches.getFirst().key().tick());
        assertEquals(hour(0), matches.getFirst().at());
    }

    @Test
    void trades_of_a_later_cycle_are_others_though_the_live_run_has_slept_and_counts_less() {
        List<Match> matches = matches(
                new Told().cycle(hour(WEEK), run -> run.buys(A, hour(WEEK))),
                new Told()
                        .cycle(hour(0), run -> run.buys(A, hour(0)))
                        .cycle(hour(WEEK), run -> run.buys(A, hour(WEEK))));
        assertEquals(2, matches.size());
        assertTrue(matches.getFirst().live().isEmpty());
        assertEquals(2, id(matches.getLast().backtest()));
        assertEquals(1, id(matches.getLast().live()));
    }

    @Test
    void a_closing_between_two_ticks_is_a_decision_of_its_own_and_its_trades_are_extra() {
        Instant closing = hour(5);
        List<Match> matches = matches(
                new Told()
                        .cycle(hour(0), run -> run.buys(A, hour(0)))
                        .cycle(closing, run -> run.sells(A, TradeReason.CLOSE, closing)),
                new Told().cycle(hour(0), run -> run.buys(A, hour(0)).sells(A, TradeReason.STOP_LOSS, hour(3))));
        assertEquals(3, matches.size());
        Match closed = matches.getLast();
        assertEquals(closing, closed.key().tick());
        assertEquals(2, id(closed.live()));
        assertTrue(closed.backtest().isEmpty());
    }

    @Test
    void of_several_sales_those_of_one_reason_belong_together() {
        Consumer<Told> buys = run -> run.buys(A, hour(0)).buys(A, hour(0)).buys(A, hour(0));
        Told live = new Told()
                .cycle(hour(0), buys)
                .cycle(hour(WEEK), run -> run.sells(A, TradeReason.STOP_LOSS, hour(WEEK + 3)));
        Told backtest = new Told()
                .cycle(hour(0), buys)
                .cycle(
                        hour(WEEK),
                        run -> run.sells(A, TradeReason.REBALANCE, hour(WEEK))
                                .sells(A, TradeReason.STOP_LOSS, hour(WEEK + 3)));
        List<Match> sales = matches(live, backtest).stream()
                .filter(match -> match.key().tick().equals(hour(WEEK)))
                .toList();
        assertEquals(2, sales.size());
        assertTrue(sales.getFirst().live().isEmpty());
        assertEquals(5, id(sales.getLast().backtest()));
        assertEquals(4, id(sales.getLast().live()));
    }

    @Test
    void an_attempt_that_failed_stands_beside_the_trade_only_where_none_was_executed() {
        Told live = new Told()
                .cycle(
                        hour(0),
                        run -> run.failsToBuy(A, hour(0)).buys(A, hour(1)).failsToBuy(B, hour(0)));
        Told backtest = new Told().cycle(hour(0), run -> run.buys(A, hour(0)).buys(B, hour(0)));
        List<Match> matches = matches(live, backtest);
        assertEquals(3, matches.size());
        Match a = matches.stream()
                .filter(match -> match.liveFill().isPresent())
                .findFirst()
                .orElseThrow();
        assertEquals(2, id(a.live()));
        assertEquals(1, id(a.backtest()));
        Match b = matches.stream()
                .filter(match -> match.key().pair().equals(B))
                .findFirst()
                .orElseThrow();
        assertEquals(3, id(b.live()));
        assertEquals(2, id(b.backtest()));
    }

    @Test
    void what_is_written_off_by_hand_is_no_sale_of_the_backtest_and_is_told_as_such() {
        Instant tick = hour(WEEK);
        Told sold = new Told()
                .cycle(hour(0), run -> run.buys(A, hour(0)))
                .cycle(tick, run -> run.sells(A, TradeReason.CLOSE, tick));
        Told taken = new Told()
                .cycle(hour(0), run -> run.buys(A, hour(0)))
                .cycle(tick, run -> run.sells(A, TradeReason.WRITE_OFF, tick.plusSeconds(60)));
        List<Match> matches = matches(taken, sold);
        assertEquals(3, matches.size());
        assertTrue(matches.get(1).live().isEmpty(), "the decision's sale is missed");
        Match writtenOff = matches.getLast();
        assertTrue(writtenOff.backtest().isEmpty());
        assertEquals(
                Extra.Why.WRITTEN_OFF,
                Extra.of(writtenOff, Optional.empty(), Set.of()).why());
    }
}
