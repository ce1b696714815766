package org.evenkeel.state.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.TestMarket;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValuesTest {
    private static final Instant NOW = Instant.parse("2021-06-07T00:00:00Z");
    private static final TradeIntent BUY =
            TradeIntent.buy(TestMarket.WETH_USDC, new Size.Spend(BigDecimal.TEN), TradeReason.ORDER);

    private static void assertRefused(Executable what) {
        assertThrows(IllegalArgumentException.class, what);
    }

    @Test
    void nothing_is_bought_or_sold_for_less_than_something() {
        assertRefused(() -> new Size.Spend(BigDecimal.ZERO));
        assertRefused(() -> new Size.Spend(BigDecimal.ONE.negate()));
        assertRefused(() -> new Size.Sell(BigDecimal.ZERO));
        assertRefused(() -> new Fill(BigDecimal.ONE.negate(), BigDecimal.ONE, 1, Costs.NONE, List.of()));
        assertRefused(() -> new Fill(BigDecimal.ONE, BigDecimal.ONE.negate(), 1, Costs.NONE, List.of()));
        assertRefused(() -> new Fill(BigDecimal.ONE, BigDecimal.ONE, Double.NaN, Costs.NONE, List.of()));
        assertRefused(() -> new Fill(BigDecimal.ONE, BigDecimal.ONE, 0, Costs.NONE, List.of()));
        assertRefused(() -> new Costs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE.negate()));
    }

    @Test
    void a_size_is_the_same_however_its_number_is_written() {
        assertEquals(new Size.Spend(new BigDecimal("1000")), new Size.Spend(new BigDecimal("1E+3")));
        assertEquals(new Size.Sell(new BigDecimal("1000")), new Size.Sell(new BigDecimal("1E+3")));
        assertRefused(() -> new Size.Spend(new BigDecimal("1E+200")));
    }

    @Test
    void the_parts_of_a_route_are_the_whole_of_it() {
        List<TradingPair> pools = List.of(TestMarket.WETH_USDC);
        assertRefused(() -> new RoutePart(0, pools));
        assertRefused(() -> new RoutePart(1.1, pools));
        assertRefused(() -> new RoutePart(Double.NaN, pools));
        assertRefused(() -> new RoutePart(1, List.of()));
        List<RoutePart> half = List.of(new RoutePart(0.5, pools));
        assertRefused(() -> new Fill(BigDecimal.ONE, BigDecimal.ONE, 1, Costs.NONE, half));
        List<RoutePart> both = List.of(new RoutePart(0.25, pools), new RoutePart(0.75, pools));
        assertEquals(both, new Fill(BigDecimal.ONE, BigDecimal.ONE, 1, Costs.NONE, both).route());
    }

    @Test
    void a_buy_spends_and_a_sale_sells() {
        assertRefused(() -> TradeIntent.sell(TestMarket.WETH_USDC, new Size.Spend(BigDecimal.ONE), TradeReason.CLOSE));
        assertRefused(() -> new TradeIntent(
                TestMarket.WETH_USDC,
                Side.BUY,
                new Size.SellAll(),
                TradeReason.CLOSE,
                TriggerFactors.NONE,
                Optional.empty()));
    }

    @Test
    void a_trade_is_paid_on_the_chain_of_its_pair() {
        assertRefused(() -> new PlannedTrade(1, "main", 1, TestMarket.USDT, BUY));
        assertRefused(() -> new PlannedTrade(0, "main", 1, TestMarket.USDC, BUY));
        assertRefused(() -> new PlannedTrade(1, "main", -1, TestMarket.USDC, BUY));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void a_trade_that_failed_does_not_end_as_one_that_was_traded(Outcome outcome) {
        if (outcome.isTraded()) {
            assertRefused(() -> new Event.TradeFailed(NOW, 1, outcome, BigDecimal.ZERO));
        } else {
            assertEquals(outcome, new Event.TradeFailed(NOW, 1, outcome, BigDecimal.ZERO).outcome());
        }
        assertRefused(() -> new Event.TradeFailed(NOW, 1, Outcome.REVERTED, BigDecimal.ONE.negate()));
    }

    @Test
    void a_transfer_takes_something_from_one_reserve_to_another() {
        Transfer.Amounts amounts = new Transfer.Amounts(BigDecimal.TEN, BigDecimal.ONE);
        Transfer.Times times = new Transfer.Times(NOW, NOW);
        assertEquals(
                new BigDecimal("9"), new Transfer(1, "main", TestMarket.USDC, TestMarket.USDT, amounts, times).cost());
        assertRefused(() -> new Transfer(1, "main", TestMarket.USDC, TestMarket.USDC, amounts, times));
        assertRefused(() -> new Transfer(0, "main", TestMarket.USDC, TestMarket.USDT, amounts, times));
        assertRefused(() -> new Transfer.Amounts(BigDecimal.ZERO, BigDecimal.ZERO));
        assertRefused(() -> new Transfer.Amounts(BigDecimal.ONE, BigDecimal.ONE.negate()));
        assertRefused(() -> new Transfer.Amounts(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE.negate()));
        assertRefused(() -> new Event.TransferReturned(NOW, 1, BigDecimal.ONE.negate()));
        assertRefused(() -> new Event.TransferArrived(NOW, 1, Optional.empty(), BigDecimal.ONE.negate()));
        assertRefused(() -> new Transfer.Times(NOW, NOW.minusMillis(1)));
    }

    @Test
    void a_market_knows_each_pair_by_an_id_of_its_own() {
        RunInfo.Market market = TestMarket.market();
        assertRefused(() -> new RunInfo.Market(
                List.of(TestMarket.WETH_USDC, TestMarket.WETH_USDC), new LinkedHashMap<>(market.reserves())));
        LinkedHashMap<Chain, Token> crossed = new LinkedHashMap<>(Map.of(TestMarket.ETHEREUM, TestMarket.USDT));
        assertRefused(() -> new RunInfo.Market(market.pairs(), crossed));
    }

    @Test
    void a_peak_is_a_price() {
        assertRefused(() -> new Position.Watch(TriggerFactors.NONE, 0, Optional.empty()));
        assertRefused(() -> new Position.Watch(TriggerFactors.NONE, Double.NaN, Optional.empty()));
        assertRefused(() -> new Event.CashFlowed(NOW, " ", TestMarket.USDC, BigDecimal.ONE));
        assertRefused(() -> new EquityCurve(new long[1], new double[1], new double[2], new double[1]));
        assertRefused(() -> new TriggerFactors(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.empty()));
        assertRefused(() -> new TriggerFactors(OptionalDouble.empty(), OptionalDouble.of(1), OptionalDouble.empty()));
        assertRefused(() -> new Basket("", OptionalDouble.empty(), OptionalDouble.empty()));
    }

    @Test
    void inputs_are_equal_when_their_prices_are_and_nan_equals_nan() {
        Cycle.Inputs first = new Cycle.Inputs(1, 2, new double[] {1, Double.NaN});
        assertEquals(first, new Cycle.Inputs(1, 2, new double[] {1, Double.NaN}));
        assertEquals(first.hashCode(), new Cycle.Inputs(1, 2, new double[] {1, Double.NaN}).hashCode());
        assertNotEquals(first, new Cycle.Inputs(1, 2, new double[] {1, 0}));
        assertNotEquals(first, new Cycle.Inputs(1, 2, new double[] {1}));
        assertTrue(first.toString().contains("NaN"));
    }

    @Test
    void plots_are_kept_in_the_order_of_their_names() {
        Map<String, Double> plots = new LinkedHashMap<>();
        plots.put("b", 2.0);
        plots.put("a", 1.0);
        Cycle.Notes notes = new Cycle.Notes(plots, new ArrayList<>(List.of("x")));
        assertEquals(List.of("a", "b"), List.copyOf(notes.plots().keySet()));
    }

    @Test
    void names_that_no_reader_of_json_takes_are_refused() {
        for (String bad : List.of("\uD800", "a\uDC00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00", "n".repeat(1001))) {
            assertRefused(() -> new Cycle.Notes(Map.of(bad, 1.0), List.of()));
            LinkedHashMap<String, String> parameters = new LinkedHashMap<>(Map.of(bad, "1"));
            assertRefused(
                    () -> new RunInfo("s", "s", parameters, TestMarket.info().data(), TestMarket.market()));
        }
        for (String good : List.of("", "a", "\uD83D\uDE00", "é\u202E\n", "n".repeat(1000))) {
            assertEquals(
                    1, new Cycle.Notes(Map.of(good, 1.0), List.of()).plots().size());
        }
    }

    @Test
    void a_trade_ends_once() {
        Trade planned = Trade.planned(new PlannedTrade(1, "main", 1, TestMarket.USDC, BUY), NOW);
        Trade.Failed failed = new Trade.Failed(NOW, Outcome.REVERTED, BigDecimal.ZERO);
        Fill fill = new Fill(BigDecimal.ONE, BigDecimal.TEN, 10, Costs.NONE, List.of());
        Trade.Filled filled = new Trade.Filled(NOW, fill, 1, BigDecimal.ZERO);
        Trade done = planned.advanced(TradeStatus.UNKNOWN, Optional.empty())
                .advanced(TradeStatus.FILLED, Optional.of(filled));
        assertEquals(Optional.of(filled), done.filled());
        assertFalse(planned.filled().isPresent());
        assertThrows(IllegalStateException.class, () -> done.advanced(TradeStatus.FAILED, Optional.of(failed)));
        assertThrows(IllegalStateException.class, () -> done.advanced(TradeStatus.UNKNOWN, Optional.empty()));
    }

    @Test
    void the_last_of_a_cost_is_never_less_than_nothing() {
        // A cost of 0.6 units of the twelfth decimal: nine tenths of it round up to a whole unit.
        Fill dust = new Fill(BigDecimal.TEN, new BigDecimal("0.0000000000006"), 1, Costs.NONE, List.of());
        Position position = Position.open(1, BUY, dust, NOW);
        Position rest = position.sold(new Fill(new BigDecimal("9"), BigDecimal.ZERO, 1, Costs.NONE, List.of()), NOW);
        assertTrue(rest.holding().cost().signum() >= 0, rest.holding()::toString);
    }

    @Test
    void an_outcome_tells_what_was_wanted_only_where_something_was() {
        SignalOutcome stale = new SignalOutcome(
                TestMarket.WETH_USDC,
                OptionalDouble.of(0.1),
                SignalOutcome.Weighing.NONE,
                SignalOutcome.Adjustment.NONE,
                Outcome.STALE_PRICE,
                0);
        assertEquals("the last price is too old", stale.explain());
        SignalOutcome held = new SignalOutcome(
                stale.pair(),
                stale.signal(),
                stale.weighing(),
                new SignalOutcome.Adjustment(0, 250),
                Outcome.STALE_PRICE,
                0);
        assertEquals("\u2212250.00 USD wanted, the last price is too old", held.explain());
    }
}
