package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.api.testing.SeededTest;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.junit.jupiter.api.Test;

class PositionManagerTest {
    private final OrderDesk desk = new OrderDesk();

    @Test
    void an_order_buys_a_quantity_for_what_it_costs_or_sells_it() {
        desk.manager.order(desk.a, 5);
        desk.assertBuys(desk.a, 50 / 0.997);
    }

    @Test
    void a_negative_order_sells_the_quantity_or_all_where_less_is_held() {
        desk.book.holding(desk.a, "8");
        desk.manager.order(desk.a, -5);
        desk.assertSells(desk.a, "5");
        desk.manager.order(desk.a, -5);
        desk.assertCloses(desk.a);
    }

    @Test
    void an_order_by_value_spends_it_or_sells_what_brings_it() {
        desk.book.holding(desk.a, "100");
        desk.manager.orderValue(desk.a, 123.456789);
        desk.assertBuys(desk.a, 123.456789);
        desk.manager.orderValue(desk.a, -123.456789 - 99.7);
        desk.assertSells(desk.a, "10");
    }

    @Test
    void an_order_by_percent_is_one_of_the_whole_equity() {
        desk.manager.orderPercent(desk.a, 0.25);
        desk.assertBuys(desk.a, 2_500);
    }

    @Test
    void relative_orders_add_up_in_one_trade() {
        desk.manager.orderValue(desk.a, 100).orderValue(desk.a, 50).order(desk.a, 9.97);
        desk.assertBuys(desk.a, 250);
    }

    @Test
    void orders_that_cancel_each_other_out_make_no_trade() {
        desk.manager.orderPercent(desk.a, 0.01).orderValue(desk.a, -100);
        desk.assertNothing();
    }

    @Test
    void a_sale_takes_back_what_was_ordered_and_is_not_held_yet() {
        desk.manager.order(desk.a, 10).order(desk.a, -4);
        desk.assertBuys(desk.a, 60 / 0.997);
    }

    @Test
    void quantities_and_values_of_opposite_directions_are_netted() {
        desk.book.holding(desk.a, "100");
        desk.manager.order(desk.a, -4).orderValue(desk.a, 100);
        desk.assertBuys(desk.a, 100 - 40 * 0.997);
        desk.manager.orderValue(desk.a, -1e6);
        desk.assertCloses(desk.a);
    }

    @Test
    void targets_trade_the_difference_to_what_is_held() {
        desk.book.holding(desk.a, "40").holding(desk.b, "40");
        desk.manager.orderTargetQuantity(desk.a, 50).orderTargetQuantity(desk.b, 30);

        assertEquals(2, desk.manager.trades().size());
        assertEquals(
                100 / 0.997,
                ((Size.Spend) desk.manager.trades().get(0).size()).value().doubleValue(),
                2e-6);
        assertEquals(
                new BigDecimal("10").stripTrailingZeros(),
                ((Size.Sell) desk.manager.trades().get(1).size()).quantity().stripTrailingZeros());
    }

    @Test
    void a_target_value_counts_what_a_sale_of_the_holding_would_bring() {
        desk.book.holding(desk.a, "100");
        desk.manager.orderTargetValue(desk.a, 1_100);
        desk.assertBuys(desk.a, 103);
        desk.manager.orderTargetValue(desk.a, 897.3);
        desk.assertSells(desk.a, "10");
    }

    @Test
    void a_target_that_is_met_makes_no_trade() {
        desk.book.holding(desk.a, "100");
        desk.manager.orderTargetQuantity(desk.a, 100);
        desk.assertNothing();
        desk.manager.orderTargetValue(desk.a, desk.quotes.saleValue(desk.a, 100));
        desk.assertNothing();
    }

    @Test
    void a_target_of_nothing_sells_all() {
        desk.book.holding(desk.a, "1.5");
        desk.manager.orderTargetPercent(desk.a, 0);
        desk.assertCloses(desk.a);
        desk.manager.orderTargetQuantity(desk.a, 0);
        desk.assertCloses(desk.a);
    }

    @SeededTest
    void asking_twice_trades_once(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        desk.book.holding(desk.a, Double.toString(0.001 + 500 * random.nextDouble()));
        double amount = 1_000 * random.nextDouble();
        desk.manager
                .orderTargetValue(desk.a, amount)
                .orderTargetQuantity(desk.b, amount)
                .orderTargetPercent(desk.whole, 0.3);
        List<TradeIntent> once = desk.manager.trades();

        desk.manager
                .orderTargetValue(desk.a, amount)
                .orderTargetQuantity(desk.b, amount)
                .orderTargetPercent(desk.whole, 0.3);

        assertEquals(3, once.size());
        assertEquals(once, desk.manager.trades());
    }

    @Test
    void every_position_manager_of_a_decision_knows_the_orders_of_the_others() {
        desk.input.positionManager().orderTargetPercent(desk.a, 0.25);

        assertEquals(
                1,
                desk.input
                        .positionManager()
                        .orderTargetPercent(desk.a, 0.25)
                        .trades()
                        .size());
        desk.assertBuys(desk.a, 2_500);
    }

    @Test
    void the_last_target_counts() {
        desk.manager.order(desk.a, 7).orderTargetPercent(desk.a, 0.25).orderTargetPercent(desk.a, 0.10);
        desk.assertBuys(desk.a, 1_000);
    }

    @Test
    void closing_twice_sells_once_and_takes_back_a_buy() {
        desk.book.holding(desk.a, "2");
        desk.manager.orderValue(desk.a, 500).close(desk.a).close(desk.a);
        desk.assertCloses(desk.a);
    }

    @Test
    void closing_everything_takes_back_what_was_ordered_of_anything() {
        desk.book.holding(desk.a, "2").holding(desk.whole, "3");
        desk.manager.orderValue(desk.b, 500).closeAll();

        assertEquals(
                List.of(desk.a, desk.whole),
                desk.manager.trades().stream().map(TradeIntent::pair).toList());
        assertTrue(desk.manager.trades().stream().allMatch(TradeIntent::isClose));
    }

    @Test
    void closing_what_is_not_held_is_nothing() {
        desk.manager.close(desk.a).order(desk.b, -3).orderValue(desk.whole, -10);
        desk.assertNothing();
    }
}
