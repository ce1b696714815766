package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.evenkeel.api.testing.ConstantProductQuotes;
import org.evenkeel.api.testing.SeededTest;
import org.evenkeel.api.testing.TestBook;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

class PositionManagerTest {
    private static final double EQUITY = 10_000;

    private final TestMarket market = TestMarket.of(
            Interval.HOURLY,
            List.of(
                    TestMarket.pair(0, 18, 30),
                    TestMarket.pair(1, 6, 30),
                    TestMarket.pair(2, 0, 30),
                    TestMarket.pair(3, 18, 30)),
            new double[][] {{10}, {20}, {300}, {Double.NaN}});
    private final TradingPair a = market.pair(0);
    private final TradingPair b = market.pair(1);
    private final TradingPair whole = market.pair(2);
    private final TradingPair unpriced = market.pair(3);
    private final ConstantProductQuotes quotes = new ConstantProductQuotes(market.view());
    private final TestBook book = new TestBook(market.view());
    private final DecisionInput input = new DecisionInput(
            1, market.view(), quotes, new DecisionInput.Holdings(book.portfolio(), EQUITY, EQUITY), Settings.DEFAULTS);
    private final PositionManager manager = input.positionManager();

    private TradeIntent trade() {
        assertEquals(1, manager.trades().size(), manager.trades().toString());
        return manager.trades().getFirst();
    }

    private void assertNothing() {
        assertEquals(List.of(), manager.trades());
    }

    private void assertBuys(TradingPair pair, double spend) {
        assertEquals(pair, trade().pair());
        assertEquals(spend, ((Size.Spend) trade().size()).value().doubleValue(), 2e-6);
        assertEquals(TradeReason.ORDER, trade().reason());
    }

    private void assertSells(TradingPair pair, String quantity) {
        assertEquals(pair, trade().pair());
        BigDecimal sold = ((Size.Sell) trade().size()).quantity();
        assertEquals(0, new BigDecimal(quantity).compareTo(sold), sold.toPlainString());
        assertEquals(TradeReason.ORDER, trade().reason());
    }

    private void assertCloses(TradingPair pair) {
        assertEquals(pair, trade().pair());
        assertTrue(trade().isClose());
        assertEquals(TradeReason.CLOSE, trade().reason());
    }

    @Test
    void an_order_buys_a_quantity_for_what_it_costs_or_sells_it() {
        manager.order(a, 5);
        assertBuys(a, 50 / 0.997);
    }

    @Test
    void a_negative_order_sells_the_quantity_or_all_where_less_is_held() {
        book.holding(a, "8");
        manager.order(a, -5);
        assertSells(a, "5");
        manager.order(a, -5);
        assertCloses(a);
    }

    @Test
    void an_order_by_value_spends_it_or_sells_what_brings_it() {
        book.holding(a, "100");
        manager.orderValue(a, 123.456789);
        assertBuys(a, 123.456789);
        manager.orderValue(a, -123.456789 - 99.7);
        assertSells(a, "10");
    }

    @Test
    void an_order_by_percent_is_one_of_the_whole_equity() {
        manager.orderPercent(a, 0.25);
        assertBuys(a, 2_500);
    }

    @Test
    void relative_orders_add_up_in_one_trade() {
        manager.orderValue(a, 100).orderValue(a, 50).order(a, 9.97);
        assertBuys(a, 250);
    }

    @Test
    void orders_that_cancel_each_other_out_make_no_trade() {
        manager.orderValue(a, 100).orderValue(a, -100);
        assertNothing();
    }

    @Test
    void a_sale_takes_back_what_was_ordered_and_is_not_held_yet() {
        manager.order(a, 10).order(a, -4);
        assertBuys(a, 60 / 0.997);
    }

    @Test
    void targets_trade_the_difference_to_what_is_held() {
        book.holding(a, "40").holding(b, "40");
        manager.orderTargetQuantity(a, 50).orderTargetQuantity(b, 30);

        assertEquals(2, manager.trades().size());
        assertEquals(
                100 / 0.997,
                ((Size.Spend) manager.trades().get(0).size()).value().doubleValue(),
                2e-6);
        assertEquals(
                new BigDecimal("10").stripTrailingZeros(),
                ((Size.Sell) manager.trades().get(1).size()).quantity().stripTrailingZeros());
    }

    @Test
    void a_target_value_counts_what_a_sale_of_the_holding_would_bring() {
        book.holding(a, "100");
        manager.orderTargetValue(a, 1_000);
        assertBuys(a, 3);
        manager.orderTargetValue(a, 897.3);
        assertSells(a, "10");
    }

    @Test
    void a_target_that_is_met_makes_no_trade() {
        book.holding(a, "100");
        manager.orderTargetQuantity(a, 100);
        assertNothing();
        manager.orderTargetValue(a, quotes.saleValue(a, 100));
        assertNothing();
    }

    @Test
    void a_target_of_nothing_sells_all() {
        book.holding(a, "1.5");
        manager.orderTargetPercent(a, 0);
        assertCloses(a);
        manager.orderTargetQuantity(a, 0);
        assertCloses(a);
    }

    @SeededTest
    void asking_twice_trades_once(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        book.holding(a, Double.toString(0.001 + 500 * random.nextDouble()));
        double amount = 1_000 * random.nextDouble();
        manager.orderTargetValue(a, amount).orderTargetQuantity(b, amount).orderTargetPercent(whole, 0.3);
        List<TradeIntent> once = manager.trades();

        manager.orderTargetValue(a, amount).orderTargetQuantity(b, amount).orderTargetPercent(whole, 0.3);

        assertEquals(3, once.size());
        assertEquals(once, manager.trades());
    }

    @Test
    void every_position_manager_of_a_decision_knows_the_orders_of_the_others() {
        input.positionManager().orderTargetPercent(a, 0.25);

        assertEquals(
                1, input.positionManager().orderTargetPercent(a, 0.25).trades().size());
        assertBuys(a, 2_500);
    }

    @Test
    void the_last_target_counts() {
        manager.order(a, 7).orderTargetPercent(a, 0.25).orderTargetPercent(a, 0.10);
        assertBuys(a, 1_000);
    }

    @Test
    void closing_twice_sells_once_and_takes_back_a_buy() {
        book.holding(a, "2");
        manager.orderValue(a, 500).close(a).close(a);
        assertCloses(a);
    }

    @Test
    void closing_everything_takes_back_what_was_ordered_of_anything() {
        book.holding(a, "2").holding(whole, "3");
        manager.orderValue(b, 500).closeAll();

        assertEquals(
                List.of(a, whole),
                manager.trades().stream().map(TradeIntent::pair).toList());
        assertTrue(manager.trades().stream().allMatch(TradeIntent::isClose));
    }

    @Test
    void closing_what_is_not_held_is_nothing() {
        manager.close(a).order(b, -3).orderValue(whole, -10);
        assertNothing();
    }

    @Test
    void quantities_are_cut_off_toward_zero_to_the_decimals_of_the_token() {
        book.holding(b, "5");
        manager.order(b, -1.23456789);
        assertSells(b, "1.234567");
        manager.orderTargetQuantity(b, 2.9999999);
        assertSells(b, "2.000001");
    }

    @Test
    void whole_contracts_are_bought_whole() {
        manager.order(whole, 3.99);

        double spend = ((Size.Spend) trade().size()).value().doubleValue();
        double bought = quotes.buy(whole, spend).quantity();
        assertTrue(bought >= 3 && bought < 3.00001, "bought " + bought);
    }

    @Test
    void less_than_a_contract_is_nothing() {
        book.holding(whole, "2");
        manager.order(whole, 0.99).order(whole, -0.99).orderTargetQuantity(whole, 2.5);
        assertNothing();
    }

    @Test
    void triggers_and_basket_are_those_set_before_the_order() {
        TriggerFactors stop = TriggerFactors.stopLoss(0.9);
        Basket basket = new Basket("all", OptionalDouble.of(0.8), OptionalDouble.empty());
        manager.orderValue(a, 100).withTriggers(stop).withBasket(basket).orderValue(b, 100);

        assertEquals(TriggerFactors.NONE, manager.trades().get(0).triggers());
        assertEquals(Optional.empty(), manager.trades().get(0).basket());
        assertEquals(stop, manager.trades().get(1).triggers());
        assertEquals(Optional.of(basket), manager.trades().get(1).basket());
    }

    @Test
    void an_order_for_a_pair_that_cannot_be_traded_is_planned_at_the_last_price() {
        quotes.obstacle(a, Outcome.STALE_PRICE);
        manager.order(a, 5);
        assertBuys(a, 50);
    }

    @Test
    void a_quantity_without_a_price_is_left_out_with_a_message_and_a_value_is_planned() {
        manager.order(unpriced, 5);
        assertNothing();
        assertEquals(1, input.notes().messages().size());
        assertTrue(
                input.notes().messages().getFirst().contains("5 D-USDC"),
                input.notes().toString());

        manager.orderValue(unpriced, 100);
        assertBuys(unpriced, 100);
    }

    @Test
    void more_than_the_pool_holds_is_left_out_with_a_message() {
        quotes.depth(a, 1_000);
        manager.order(a, 5).order(a, 100);

        assertBuys(a, quotes.costFor(a, 5));
        assertEquals(1, input.notes().messages().size());
    }

    @Test
    void amounts_that_are_no_numbers_negative_targets_and_foreign_pairs_are_refused() {
        assertThrows(StrategyException.class, () -> manager.order(a, Double.NaN));
        assertThrows(StrategyException.class, () -> manager.orderValue(a, Double.POSITIVE_INFINITY));
        assertThrows(StrategyException.class, () -> manager.orderTargetPercent(a, Double.NaN));
        StrategyException thrown = assertThrows(StrategyException.class, () -> manager.orderTargetValue(a, -1));
        assertTrue(String.valueOf(thrown.getMessage()).contains("A-USDC"), thrown.getMessage());
        TradingPair foreign = TestMarket.pair(9, 18, 30);
        assertThrows(DataException.class, () -> manager.order(foreign, 1));
        assertThrows(DataException.class, () -> manager.close(foreign));
        assertNothing();
    }
}
