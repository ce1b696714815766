package org.evenkeel.api.alpha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.api.Settings;
import org.evenkeel.api.testing.ConstantProductQuotes;
import org.evenkeel.api.testing.TestBook;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

class RebalanceTest {
    private static final TradeLimits LIMITS = new TradeLimits(10, 0.01, 0.05);

    private final TestMarket market = TestMarket.of(
            Interval.HOURLY,
            List.of(TestMarket.pair(0, 18, 30), TestMarket.pair(1, 2, 30), TestMarket.pair(2, 0, 0)),
            new double[][] {{10}, {20}, {300}});
    private final TradingPair a = market.pair(0);
    private final TradingPair whole = market.pair(2);
    private final ConstantProductQuotes quotes = new ConstantProductQuotes(market.view());
    private final TestBook book = new TestBook(market.view());
    private final AlphaModel alpha = new AlphaModel(market.view(), quotes, Settings.DEFAULTS);

    /** Wants so much of one pair and nothing else. */
    private List<TradeIntent> want(TradingPair pair, double usd, TradeLimits limits) {
        alpha.setSignal(pair, 1, TriggerFactors.stopLoss(0.9))
                .selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(book.portfolio())
                .calculateTargetPositions(usd);
        return alpha.generateRebalanceTradesAndTriggers(limits);
    }

    private SignalOutcome outcome() {
        assertEquals(1, alpha.outcomes().size());
        return alpha.outcomes().getFirst();
    }

    private void assertNothing(List<TradeIntent> trades, Outcome outcome, double bound) {
        assertTrue(trades.isEmpty(), trades.toString());
        assertEquals(outcome, outcome().outcome());
        assertEquals(bound, outcome().bound(), 1e-9);
    }

    private static double spend(List<TradeIntent> trades) {
        assertEquals(1, trades.size());
        return ((Size.Spend) trades.getFirst().size()).value().doubleValue();
    }

    private static BigDecimal sold(List<TradeIntent> trades) {
        assertEquals(1, trades.size());
        return ((Size.Sell) trades.getFirst().size()).quantity();
    }

    @Test
    void a_first_buy_spends_the_target_and_carries_the_triggers() {
        List<TradeIntent> trades = want(a, 1_000, LIMITS);

        assertEquals(1_000, spend(trades));
        assertEquals(TriggerFactors.stopLoss(0.9), trades.getFirst().triggers());
        assertEquals(TradeReason.REBALANCE, trades.getFirst().reason());
        assertEquals(Outcome.TRADED, outcome().outcome());
    }

    @Test
    void a_further_buy_spends_the_target_less_what_a_sale_of_the_holding_would_bring() {
        book.holding(a, "40");

        List<TradeIntent> trades = want(a, 1_000, LIMITS);

        assertEquals(1_000 - 400 * 0.997, spend(trades), 1e-6);
        assertEquals(400 * 0.997 / 1_000, outcome().weighing().old(), 1e-12);
    }

    @Test
    void a_partial_sale_sells_what_brings_the_difference() {
        book.holding(a, "200");

        BigDecimal sold = sold(want(a, 1_000, LIMITS));

        assertEquals(2_000 * 0.997 - 1_000, quotes.saleValue(a, sold.doubleValue()), 1e-9);
    }

    @Test
    void a_position_without_a_selected_signal_is_closed_however_little_it_is() {
        book.holding(a, "0.000001");
        alpha.selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(book.portfolio())
                .calculateTargetPositions(1_000);

        List<TradeIntent> trades = alpha.generateRebalanceTradesAndTriggers(LIMITS);

        assertEquals(1, trades.size());
        assertTrue(trades.getFirst().isClose());
        assertEquals(TradeReason.CLOSE, trades.getFirst().reason());
        assertEquals(Outcome.TRADED, outcome().outcome());
        assertTrue(outcome().signal().isEmpty());
    }

    @Test
    void a_signal_that_fell_below_the_threshold_closes_its_position() {
        book.holding(a, "10");
        alpha.setSignal(a, 0.01)
                .selectTopSignals(1, 0.02)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(book.portfolio())
                .calculateTargetPositions(1_000);

        assertTrue(alpha.generateRebalanceTradesAndTriggers(LIMITS).getFirst().isClose());
        assertEquals(0, outcome().weighing().rank());
    }

    @Test
    void a_position_that_cannot_be_traded_now_stays_with_the_reason() {
        book.holding(a, "10");
        quotes.obstacle(a, Outcome.STALE_PRICE);
        alpha.selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(book.portfolio())
                .calculateTargetPositions(1_000);

        assertNothing(alpha.generateRebalanceTradesAndTriggers(LIMITS), Outcome.STALE_PRICE, 0);
    }

    @Test
    void a_change_under_the_minimum_is_not_made_either_way() {
        book.holding(a, "100");

        assertNothing(want(a, 997 + 9.99, LIMITS), Outcome.BELOW_MINIMUM_TRADE, 10);
        assertNothing(want(a, 997 - 9.99, LIMITS), Outcome.BELOW_MINIMUM_TRADE, 10);
        assertEquals(10.01, spend(want(a, 997 + 10.01, LIMITS)), 1e-5);
    }

    @Test
    void what_is_held_already_is_left_unchanged() {
        book.holding(a, "100");

        assertNothing(want(a, quotes.saleValue(a, 100), LIMITS), Outcome.UNCHANGED, 0);
    }

    @Test
    void a_buy_is_trimmed_to_the_share_of_the_pool() {
        quotes.depth(a, 40_000);

        // 1 % of the 80,000 USD on both sides.
        assertEquals(800, spend(want(a, 1_000, LIMITS)), 1e-6);
        assertEquals(Outcome.TRIMMED_TO_LIQUIDITY, outcome().outcome());
        assertEquals(800, outcome().bound(), 1e-6);
        assertEquals(1_000, outcome().adjustment().target());
    }

    @Test
    void a_buy_is_trimmed_to_the_price_impact() {
        quotes.depth(a, 100_000);

        double spend = spend(want(a, 9_000, new TradeLimits(10, 1, 0.05)));

        assertEquals(0.05, quotes.buy(a, spend).impactFraction(), 1e-9);
        assertEquals(Outcome.TRIMMED_TO_LIQUIDITY, outcome().outcome());
        assertEquals(spend, outcome().bound(), 1e-5);
    }

    @Test
    void a_sale_is_trimmed_to_the_price_impact() {
        book.holding(a, "2000");
        quotes.depth(a, 100_000);

        BigDecimal sold = sold(want(a, 1_000, new TradeLimits(10, 1, 0.05)));

        assertEquals(0.05, quotes.sell(a, sold.doubleValue()).impactFraction(), 1e-9);
        assertEquals(Outcome.TRIMMED_TO_LIQUIDITY, outcome().outcome());
        assertEquals(-quotes.saleValue(a, sold.doubleValue()), outcome().bound(), 1e-6);
    }

    @Test
    void a_position_that_outgrew_its_share_of_the_pool_is_sold_down_to_it() {
        book.holding(a, "100");
        quotes.depth(a, 25_000);

        BigDecimal sold = sold(want(a, 2_000, LIMITS));

        double held = quotes.saleValue(a, 100);
        assertEquals(held - 500, quotes.saleValue(a, sold.doubleValue()), 1e-6);
        assertEquals(Outcome.TRIMMED_TO_LIQUIDITY, outcome().outcome());
    }

    @Test
    void a_pool_too_shallow_for_the_minimum_is_left_alone() {
        quotes.depth(a, 499);

        assertNothing(want(a, 1_000, LIMITS), Outcome.NO_LIQUIDITY, 9.98);
    }

    @Test
    void an_empty_pool_is_left_alone_and_not_sold_into() {
        quotes.depth(a, 0);

        assertNothing(want(a, 1_000, LIMITS), Outcome.NO_LIQUIDITY, 0);
        assertNothing(want(a, 1_000, new TradeLimits(0, 0.01, 0.05)), Outcome.NO_LIQUIDITY, 0);
    }

    @Test
    void a_full_share_of_the_pool_is_not_called_too_small_a_trade() {
        book.holding(a, "100");
        // Of a depth D the holding is worth D·997 / (D + 997), which is to be the 1 % of 2 D.
        quotes.depth(a, 50 * 997 - 997);

        assertTrue(want(a, 5_000, LIMITS).isEmpty());
        assertEquals(Outcome.NO_LIQUIDITY, outcome().outcome());
    }

    @Test
    void a_sale_that_the_impact_leaves_too_little_of_is_not_made() {
        book.holding(a, "100");
        quotes.depth(a, 150);
        TradeLimits limits = new TradeLimits(10, 1, 0.05);

        assertTrue(want(a, 20, limits).isEmpty());
        assertEquals(Outcome.NO_LIQUIDITY, outcome().outcome());
        assertTrue(
                outcome().bound() < 0 && outcome().bound() > -10, "" + outcome().bound());
    }

    @Test
    void less_than_a_whole_contract_is_neither_bought_nor_sold() {
        assertNothing(want(whole, 299, LIMITS), Outcome.BELOW_MINIMUM_TRADE, 300);
        book.holding(whole, "3");
        assertNothing(want(whole, 601, LIMITS), Outcome.BELOW_MINIMUM_TRADE, 300);
        assertEquals(new BigDecimal("1"), sold(want(whole, 599, LIMITS)));
    }

    @Test
    void an_equity_of_nothing_closes_everything() {
        book.holding(a, "100");

        assertTrue(want(a, 0, LIMITS).getFirst().isClose());
    }

    @Test
    void a_holding_of_more_digits_than_a_double_is_never_oversold() {
        // The nearest double is above the quantity held.
        book.holding(a, "1234567.123456789012345678");

        TradeIntent trade = want(a, 1e-9, new TradeLimits(0, 1, 0.99)).getFirst();

        assertTrue(
                trade.isClose()
                        || ((Size.Sell) trade.size()).quantity().compareTo(new BigDecimal("1234567.123456789012345678"))
                                < 0,
                trade.toString());
    }

    @Test
    void a_buy_of_a_basket_carries_the_basket_and_its_own_triggers() {
        Basket basket = new Basket("majors", OptionalDouble.of(0.8), OptionalDouble.empty());
        TriggerFactors triggers =
                TriggerFactors.stopLoss(0.7).withTakeProfit(1.5).withTrailingStop(0.9);
        alpha.setSignal(a, 1, triggers, basket)
                .selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(book.portfolio())
                .calculateTargetPositions(1_000);

        TradeIntent trade = alpha.generateRebalanceTradesAndTriggers().getFirst();

        assertEquals(Optional.of(basket), trade.basket());
        assertEquals(triggers, trade.triggers());
    }
}
