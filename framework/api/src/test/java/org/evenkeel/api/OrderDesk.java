package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.api.testing.ConstantProductQuotes;
import org.evenkeel.api.testing.TestBook;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;

/** A market, a book and the position manager of a decision, and what its trades should be. */
final class OrderDesk {
    private static final double EQUITY = 10_000;

    final TestMarket market = TestMarket.of(
            Interval.HOURLY,
            List.of(
                    TestMarket.pair(0, 18, 30),
                    TestMarket.pair(1, 6, 30),
                    TestMarket.pair(2, 0, 30),
                    TestMarket.pair(3, 18, 30)),
            new double[][] {{10}, {20}, {300}, {Double.NaN}});
    final TradingPair a = market.pair(0);
    final TradingPair b = market.pair(1);
    final TradingPair whole = market.pair(2);
    final TradingPair unpriced = market.pair(3);
    final ConstantProductQuotes quotes = new ConstantProductQuotes(market.view());
    final TestBook book = new TestBook(market.view());
    final DecisionInput input = new DecisionInput(
            1, market.view(), quotes, new DecisionInput.Holdings(book.portfolio(), EQUITY, EQUITY), Settings.DEFAULTS);
    final PositionManager manager = input.positionManager();

    TradeIntent trade() {
        assertEquals(1, manager.trades().size(), manager.trades().toString());
        return manager.trades().getFirst();
    }

    void assertNothing() {
        assertEquals(List.of(), manager.trades());
    }

    void assertBuys(TradingPair pair, double spend) {
        assertEquals(pair, trade().pair());
        assertEquals(spend, ((Size.Spend) trade().size()).value().doubleValue(), 2e-6);
        assertEquals(TradeReason.ORDER, trade().reason());
    }

    void assertSells(TradingPair pair, String quantity) {
        assertEquals(pair, trade().pair());
        BigDecimal sold = ((Size.Sell) trade().size()).quantity();
        assertEquals(0, new BigDecimal(quantity).compareTo(sold), sold.toPlainString());
        assertEquals(TradeReason.ORDER, trade().reason());
    }

    void assertCloses(TradingPair pair) {
        assertEquals(pair, trade().pair());
        assertTrue(trade().isClose());
        assertEquals(TradeReason.CLOSE, trade().reason());
    }
}
