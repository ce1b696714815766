package org.evenkeel.api.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.evenkeel.api.port.Quote;
import org.evenkeel.market.TradingPair;
import org.junit.jupiter.api.Test;

class ConstantProductQuotesTest {
    private final TestMarket market = TestMarket.ofPrices(50);
    private final TradingPair pair = market.pair(0);
    private final ConstantProductQuotes quotes = new ConstantProductQuotes(market.view());

    @SeededTest
    void the_product_of_the_reserves_stays_the_same_but_for_the_fee(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double depth = 1_000 + 1e6 * random.nextDouble();
        double spend = depth * random.nextDouble();
        quotes.depth(pair, depth);

        double bought = quotes.buy(pair, spend).quantity();

        assertEquals(depth * (depth / 50), (depth + spend * 0.997) * (depth / 50 - bought), 1e-9 * depth * depth);
    }

    @SeededTest
    void the_inverses_undo_what_they_are_inverses_of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double depth = 1_000 + 1e6 * random.nextDouble();
        double spend = 1 + depth * random.nextDouble();
        quotes.depth(pair, depth);
        double quantity = quotes.buy(pair, spend).quantity();

        assertEquals(spend, quotes.costFor(pair, quantity), 1e-9 * spend);
        double value = quotes.saleValue(pair, quantity);
        assertEquals(quantity, quotes.quantityFor(pair, value, 2 * quantity), 1e-9 * quantity);
    }

    @SeededTest
    void the_most_that_can_be_traded_has_just_the_impact_allowed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double impact = 0.001 + 0.5 * random.nextDouble();
        quotes.depth(pair, 1_000 + 1e6 * random.nextDouble());

        Quote buy = quotes.buy(pair, quotes.maxSpend(pair, impact));
        Quote sale = quotes.sell(pair, quotes.maxSale(pair, impact));

        assertEquals(impact, buy.impactFraction(), 1e-9);
        assertEquals(impact, sale.impactFraction(), 1e-9);
    }

    @Test
    void a_pool_of_unknown_depth_has_a_fee_and_no_impact() {
        assertEquals(19.94, quotes.buy(pair, 1_000).quantity(), 1e-12);
        assertEquals(997, quotes.sell(pair, 20).value(), 1e-12);
        assertTrue(Double.isInfinite(quotes.maxSpend(pair, 0.01)));
        assertTrue(Double.isInfinite(quotes.poolValue(pair)));
    }

    @Test
    void more_than_the_pool_holds_has_no_cost() {
        quotes.depth(pair, 100);

        assertThrows(IllegalArgumentException.class, () -> quotes.costFor(pair, 2));
    }
}
