package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.junit.jupiter.api.Test;

/** Targets that differ from what is held by less than the minimum trade, which is 10 USD here. */
class SmallTargetsTest {
    private final OrderDesk desk = new OrderDesk();

    @Test
    void a_target_value_nearer_than_the_minimum_trade_is_held_back_and_told_so() {
        desk.book.holding(desk.a, "100");
        desk.manager.orderTargetValue(desk.a, 1_000);

        desk.assertNothing();
        assertHeldBack(1_000, 997);
    }

    @Test
    void a_target_percent_and_quantity_are_held_back_alike_whether_they_buy_or_sell() {
        desk.book.holding(desk.a, "100");
        desk.manager.orderTargetPercent(desk.a, 0.0990);
        desk.assertNothing();
        assertHeldBack(990, 997);

        desk.manager.orderTargetQuantity(desk.a, 100.9);
        desk.assertNothing();
        assertHeldBack(997 + 9 / 0.997, 997);

        desk.manager.orderTargetQuantity(desk.a, 99.1);
        desk.assertNothing();
        assertHeldBack(997 - 9 * 0.997, 997);
    }

    @Test
    void a_change_of_the_minimum_trade_itself_is_made() {
        desk.manager.orderTargetValue(desk.a, 10);
        desk.assertBuys(desk.a, 10);
        assertEquals(List.of(), desk.input.signalOutcomes());
    }

    @Test
    void a_target_of_nothing_is_never_held_back_however_little_is_held() {
        desk.book.holding(desk.a, "0.003");
        desk.manager.orderTargetPercent(desk.a, 0);
        desk.assertCloses(desk.a);
        desk.manager.orderTargetQuantity(desk.a, 0);
        desk.assertCloses(desk.a);
        desk.manager.close(desk.a);
        desk.assertCloses(desk.a);
        assertEquals(List.of(), desk.input.signalOutcomes());
    }

    @Test
    void relative_orders_ask_for_just_their_amount_and_are_not_held_back() {
        desk.manager.orderValue(desk.a, 0.03);
        desk.assertBuys(desk.a, 0.03);
        desk.manager.orderTargetValue(desk.a, 5).orderValue(desk.a, 2);
        desk.assertBuys(desk.a, 7);
    }

    @Test
    void what_stands_in_the_way_of_trading_is_told_before_the_size() {
        desk.quotes.obstacle(desk.a, Outcome.STALE_PRICE);
        desk.manager.orderTargetValue(desk.a, 5);
        desk.assertBuys(desk.a, 5);
    }

    @Test
    void asking_for_the_trades_twice_tells_of_an_order_held_back_once_and_a_later_target_takes_it_back() {
        desk.manager.orderTargetValue(desk.a, 5).trades();
        desk.manager.trades();
        assertEquals(1, desk.input.signalOutcomes().size());
        desk.manager.orderTargetValue(desk.a, 50).trades();
        assertEquals(List.of(), desk.input.signalOutcomes());
    }

    private void assertHeldBack(double target, double held) {
        assertEquals(1, desk.input.signalOutcomes().size());
        SignalOutcome told = desk.input.signalOutcomes().getFirst();
        assertEquals(desk.a, told.pair());
        assertEquals(Outcome.BELOW_MINIMUM_TRADE, told.outcome());
        assertEquals(10, told.bound());
        assertEquals(target, told.adjustment().target(), 1e-6);
        assertEquals(held, told.adjustment().held(), 1e-6);
    }
}
