package org.evenkeel.api.alpha;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.evenkeel.api.Settings;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.testing.ConstantProductQuotes;
import org.evenkeel.api.testing.TestBook;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.TradeIntent;
import org.junit.jupiter.api.Test;

class WeightingTest {
    private final TestMarket market = TestMarket.ofPrices(10, 20, 40);
    private final RankedSignals ranked = ranked(0.4, 0.2, 0.1);

    private RankedSignals ranked(double... signals) {
        return new RankedSignals(market.view().pairs(), signals, market.view());
    }

    @Test
    void one_over_n_goes_by_rank() {
        assertArrayEquals(new double[] {1, 0.5, 1 / 3.0}, Weighting.oneOverN().weigh(ranked));
    }

    @Test
    void equal_is_the_same_for_each_and_by_signal_in_proportion_to_its_size() {
        assertArrayEquals(new double[] {1, 1, 1}, Weighting.equal().weigh(ranked));
        assertArrayEquals(new double[] {0.4, 0.2, 0.1}, Weighting.bySignal().weigh(ranked));
    }

    @Test
    void softmax_weighs_by_the_exponential_of_the_signal() {
        double[] weights = Weighting.softmax(0.1).weigh(ranked);

        assertEquals(Math.exp(2), weights[0] / weights[1], 1e-12);
        assertEquals(Math.exp(1), weights[1] / weights[2], 1e-12);
    }

    @Test
    void softmax_of_huge_signals_is_finite() {
        assertArrayEquals(new double[] {1, 0, 0}, Weighting.softmax(1).weigh(ranked(1e300, 1, 0)));
        assertThrows(IllegalArgumentException.class, () -> Weighting.softmax(0));
        assertThrows(IllegalArgumentException.class, () -> Weighting.softmax(Double.NaN));
    }

    /** A risk that is the close itself; none for the pair at 20. */
    private record CloseAsRisk(Interval interval, double none) implements Indicator {
        @Override
        public double[] compute(Candles candles) {
            double close = candles.close(0);
            return new double[] {close == none ? Double.NaN : close};
        }
    }

    @Test
    void inverse_volatility_gives_nothing_to_a_pair_without_a_risk() {
        Indicator risk = new CloseAsRisk(Interval.HOURLY, 20);

        assertArrayEquals(
                new double[] {0.1, 0, 0.025}, Weighting.inverseVolatility(risk).weigh(ranked), 1e-15);
    }

    @Test
    void inverse_volatility_is_equal_where_no_pair_has_a_risk() {
        RankedSignals one = new RankedSignals(List.of(market.pair(1)), new double[] {1}, market.view());

        assertArrayEquals(
                new double[] {1},
                Weighting.inverseVolatility(new CloseAsRisk(Interval.HOURLY, 20))
                        .weigh(one));
    }

    private AlphaModel weighed(TestBook book, Weighting weighting) {
        AlphaModel alpha = new AlphaModel(market.view(), new ConstantProductQuotes(market.view()), Settings.DEFAULTS);
        return alpha.setSignal(market.pair(0), 2)
                .setSignal(market.pair(1), 1)
                .selectTopSignals(2)
                .assignWeights(weighting)
                .normaliseWeights()
                .updateOldWeights(book.portfolio())
                .calculateTargetPositions(1_000);
    }

    @Test
    void weights_of_nothing_at_all_go_to_cash() {
        TestBook book = new TestBook(market.view()).holding(market.pair(1), "5");
        AlphaModel alpha = weighed(book, signals -> new double[signals.size()]);

        List<TradeIntent> trades = alpha.generateRebalanceTradesAndTriggers();

        assertEquals(1, trades.size());
        assertEquals(market.pair(1), trades.getFirst().pair());
        assertTrue(trades.getFirst().isClose());
        assertEquals(Outcome.UNCHANGED, alpha.outcomes().get(0).outcome());
        assertEquals(Outcome.TRADED, alpha.outcomes().get(1).outcome());
    }

    @Test
    void weights_that_are_no_weights_are_refused_with_their_values_and_pairs() {
        TestBook book = new TestBook(market.view());
        for (double[] bad : new double[][] {{Double.NaN, 1}, {-1, 1}, {Double.POSITIVE_INFINITY, 1}, {1}, {1, 1, 1}}) {
            StrategyException thrown = assertThrows(StrategyException.class, () -> weighed(book, signals -> bad));
            String message = String.valueOf(thrown.getMessage());
            assertTrue(message.contains(Double.toString(bad[0])), message);
            assertTrue(message.contains("A-USDC") && message.contains("B-USDC"), message);
        }
    }
}
