package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.DataException;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

/** Orders of what cannot be had in full, or at all. */
class OrderEdgesTest {
    private final OrderDesk desk = new OrderDesk();

    @Test
    void quantities_are_cut_off_toward_zero_to_the_decimals_of_the_token() {
        desk.book.holding(desk.b, "5");
        desk.manager.order(desk.b, -1.23456789);
        desk.assertSells(desk.b, "1.234567");
        desk.manager.orderTargetQuantity(desk.b, 2.9999999);
        desk.assertSells(desk.b, "2.000001");
    }

    @Test
    void whole_contracts_are_bought_whole() {
        desk.manager.order(desk.whole, 3.99);

        double spend = ((Size.Spend) desk.trade().size()).value().doubleValue();
        double bought = desk.quotes.buy(desk.whole, spend).quantity();
        assertTrue(bought >= 3 && bought < 3.00001, "bought " + bought);
    }

    @Test
    void less_than_a_contract_is_nothing() {
        desk.book.holding(desk.whole, "2");
        desk.manager.order(desk.whole, 0.99).order(desk.whole, -0.99).orderTargetQuantity(desk.whole, 2.5);
        desk.assertNothing();
    }

    @Test
    void a_rest_that_brings_less_than_money_can_tell_is_not_sold_again_and_again() {
        desk.book.holding(desk.a, "5.00000001");
        desk.manager.orderTargetQuantity(desk.a, 5);
        desk.assertNothing();
    }

    @Test
    void triggers_and_basket_are_those_set_before_the_order() {
        TriggerFactors stop = TriggerFactors.stopLoss(0.9);
        Basket basket = new Basket("all", OptionalDouble.of(0.8), OptionalDouble.empty());
        desk.manager
                .orderValue(desk.a, 100)
                .withTriggers(stop)
                .withBasket(basket)
                .orderValue(desk.b, 100);

        assertEquals(TriggerFactors.NONE, desk.manager.trades().get(0).triggers());
        assertEquals(Optional.empty(), desk.manager.trades().get(0).basket());
        assertEquals(stop, desk.manager.trades().get(1).triggers());
        assertEquals(Optional.of(basket), desk.manager.trades().get(1).basket());
    }

    @Test
    void an_order_for_a_pair_that_cannot_be_traded_is_planned_at_the_last_price() {
        desk.quotes.obstacle(desk.a, Outcome.STALE_PRICE);
        desk.manager.order(desk.a, 5);
        desk.assertBuys(desk.a, 50);
    }

    @Test
    void a_quantity_without_a_price_is_left_out_with_a_message_and_a_value_is_planned() {
        desk.manager.order(desk.unpriced, 5);
        desk.assertNothing();
        assertEquals(1, desk.input.notes().messages().size());
        assertTrue(
                desk.input.notes().messages().getFirst().contains("5 D-USDC"),
                desk.input.notes().toString());

        desk.manager.orderValue(desk.unpriced, 100);
        desk.assertBuys(desk.unpriced, 100);
    }

    @Test
    void more_than_the_pool_holds_is_left_out_with_a_message() {
        desk.quotes.depth(desk.a, 1_000);
        desk.manager.order(desk.a, 5).order(desk.a, 100);

        desk.assertBuys(desk.a, desk.quotes.costFor(desk.a, 5));
        assertEquals(1, desk.input.notes().messages().size());
    }

    @Test
    void amounts_that_are_no_numbers_negative_targets_and_foreign_pairs_are_refused() {
        assertThrows(StrategyException.class, () -> desk.manager.order(desk.a, Double.NaN));
        assertThrows(StrategyException.class, () -> desk.manager.orderValue(desk.a, Double.POSITIVE_INFINITY));
        assertThrows(StrategyException.class, () -> desk.manager.orderTargetPercent(desk.a, Double.NaN));
        assertThrows(StrategyException.class, () -> desk.manager.orderTargetQuantity(desk.a, -1));
        StrategyException thrown =
                assertThrows(StrategyException.class, () -> desk.manager.orderTargetValue(desk.a, -1));
        assertTrue(String.valueOf(thrown.getMessage()).contains("A-USDC"), thrown.getMessage());
        TradingPair foreign = TestMarket.pair(9, 18, 30);
        assertThrows(DataException.class, () -> desk.manager.order(foreign, 1));
        assertThrows(DataException.class, () -> desk.manager.close(foreign));
        desk.assertNothing();
    }
}
