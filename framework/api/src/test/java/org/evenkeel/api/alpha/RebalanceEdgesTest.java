package org.evenkeel.api.alpha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.api.Settings;
import org.evenkeel.api.testing.ConstantProductQuotes;
import org.evenkeel.api.testing.TestBook;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.junit.jupiter.api.Test;

/** Changes at the very bounds of what is traded. */
class RebalanceEdgesTest {
    private static final TradeLimits NO_MINIMUM = new TradeLimits(0, 0.01, 0.05);

    private final TestMarket market =
            TestMarket.of(Interval.HOURLY, List.of(TestMarket.pair(0, 2, 0)), new double[][] {{20}});
    private final TradingPair pair = market.pair(0);
    private final TestBook book = new TestBook(market.view());
    private final AlphaModel alpha =
            new AlphaModel(market.view(), new ConstantProductQuotes(market.view()), Settings.DEFAULTS);

    private List<TradeIntent> want(double usd, TradeLimits limits) {
        alpha.setSignal(pair, 1)
                .selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(book.portfolio())
                .calculateTargetPositions(usd);
        return alpha.generateRebalanceTradesAndTriggers(limits);
    }

    private void assertBelowMinimum(List<TradeIntent> trades, double bound) {
        assertTrue(trades.isEmpty(), trades.toString());
        SignalOutcome outcome = alpha.outcomes().getFirst();
        assertEquals(Outcome.BELOW_MINIMUM_TRADE, outcome.outcome());
        assertEquals(bound, outcome.bound(), 1e-12);
    }

    @Test
    void a_change_of_just_the_minimum_is_made() {
        book.holding(pair, "5");
        TradeLimits ten = new TradeLimits(10, 0.01, 0.05);

        assertEquals(
                new Size.Spend(new BigDecimal("10.000000")),
                want(110, ten).getFirst().size());
        assertEquals(
                new Size.Sell(new BigDecimal("0.50")), want(90, ten).getFirst().size());
    }

    @Test
    void less_than_the_smallest_money_buys_nothing() {
        assertBelowMinimum(want(0.9e-6, NO_MINIMUM), 1e-6);
        assertEquals(
                new Size.Spend(new BigDecimal("0.000001")),
                want(1e-6, NO_MINIMUM).getFirst().size());
    }

    @Test
    void less_than_the_smallest_quantity_is_not_sold() {
        book.holding(pair, "5");

        assertBelowMinimum(want(99.9, NO_MINIMUM), 0.2);
        assertEquals(
                new Size.Sell(new BigDecimal("0.01")),
                want(99.7, NO_MINIMUM).getFirst().size());
    }

    @Test
    void one_whole_contract_is_bought_for_its_price() {
        TestMarket contracts = TestMarket.of(Interval.HOURLY, List.of(TestMarket.pair(0, 0, 0)), new double[][] {{20}});
        AlphaModel model =
                new AlphaModel(contracts.view(), new ConstantProductQuotes(contracts.view()), Settings.DEFAULTS);
        model.setSignal(contracts.pair(0), 1)
                .selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(new TestBook(contracts.view()).portfolio())
                .calculateTargetPositions(20);

        assertEquals(1, model.generateRebalanceTradesAndTriggers().size());
    }

    @Test
    void what_is_held_taken_in_again_forgets_what_is_held_no_more() {
        book.holding(pair, "5");
        want(1_000, NO_MINIMUM);

        alpha.updateOldWeights(new TestBook(market.view()).portfolio()).calculateTargetPositions(1_000);

        assertEquals(
                new Size.Spend(new BigDecimal("1000.000000")),
                alpha.generateRebalanceTradesAndTriggers(NO_MINIMUM).getFirst().size());
        assertEquals(0, alpha.outcomes().getFirst().adjustment().held());
    }
}
