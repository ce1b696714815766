package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.evenkeel.api.alpha.Weighting;
import org.evenkeel.api.testing.ConstantProductQuotes;
import org.evenkeel.api.testing.TestBook;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.TradeIntent;
import org.junit.jupiter.api.Test;

class DecisionInputTest {
    private final TestMarket market =
            TestMarket.ofCloses(Interval.HOURLY, new double[][] {{10, 11, 12}, {Double.NaN, Double.NaN, 30}});
    private final TestBook book = new TestBook(market.viewAfter(2));

    private DecisionInput input(int candles) {
        return new DecisionInput(
                7,
                market.viewAfter(candles),
                new ConstantProductQuotes(market.viewAfter(candles)),
                new DecisionInput.Holdings(book.portfolio(), 20_000, 4_000),
                Settings.DEFAULTS.withCapital(new Settings.Capital(10_000, 0.8, 10)));
    }

    @Test
    void it_tells_the_tick_and_what_is_owned() {
        DecisionInput input = input(2);

        assertEquals(TestMarket.START.plusSeconds(7_200), input.asOf());
        assertEquals(7, input.cycle());
        assertEquals(20_000, input.equity());
        assertEquals(4_000, input.cash());
        assertEquals(16_000, input.investableEquity(), 1e-9);
        assertSame(book.portfolio(), input.portfolio());
    }

    @Test
    void a_pair_is_there_from_its_first_closed_candle_on() {
        assertEquals(List.of(market.pair(0)), input(2).pairs());
        assertEquals(2, input(3).pairs().size());
    }

    @Test
    void plots_are_sorted_by_name_and_messages_keep_their_order() {
        DecisionInput input = input(2);
        List<String> names =
                IntStream.range(0, 40).mapToObj(i -> "plot " + (i * 17) % 40).toList();
        names.forEach(name -> input.plot(name, name.length()));
        input.message("first");
        input.message("second");

        assertEquals(
                names.stream().sorted().toList(),
                List.copyOf(input.notes().plots().keySet()));
        assertEquals(List.of("first", "second"), input.notes().messages());
    }

    @Test
    void a_value_that_is_no_number_leaves_a_gap() {
        DecisionInput input = input(2);
        input.plot("sma", Double.NaN);
        input.plot("rsi", Double.POSITIVE_INFINITY);

        assertSame(Cycle.Notes.NONE, input.notes());
    }

    @Test
    void the_outcomes_are_those_of_its_alpha_model() {
        DecisionInput input = input(2);
        assertTrue(input.signalOutcomes().isEmpty());

        input.alphaModel().setSignal(market.pair(0), 1);
        List<TradeIntent> trades = input.alphaModel()
                .selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(input.portfolio())
                .calculateTargetPositions(input.investableEquity())
                .generateRebalanceTradesAndTriggers();

        assertEquals(1, trades.size());
        assertEquals(Outcome.TRADED, input.signalOutcomes().getFirst().outcome());
        assertEquals(16_000, input.signalOutcomes().getFirst().adjustment().target(), 1e-9);
    }

    @Test
    void a_pair_without_a_price_ends_with_that_outcome() {
        DecisionInput input = input(2);
        input.alphaModel().setSignal(market.pair(1), 1).selectTopSignals(1);

        assertEquals(Outcome.NO_PRICE, input.signalOutcomes().getFirst().outcome());
    }

    /** The close of each candle. */
    private record Close(Interval interval) implements Indicator {
        @Override
        public double[] compute(Candles candles) {
            return candles.prices().closes();
        }
    }

    @Test
    void an_indicator_is_read_as_of_the_tick() {
        assertEquals(OptionalDouble.of(11), input(2).value(new Close(Interval.HOURLY), market.pair(0)));
        assertEquals(OptionalDouble.of(12), input(3).value(new Close(Interval.HOURLY), market.pair(0)));
        assertEquals(OptionalDouble.empty(), input(2).value(new Close(Interval.HOURLY), market.pair(1)));
    }

    /** A strategy that says no more of itself than it must. */
    private static final class Idle implements Strategy {
        @Override
        public TradingUniverse createTradingUniverse(MarketCatalog catalog) {
            return catalog.selectAll().build();
        }

        @Override
        public List<TradeIntent> decideTrades(DecisionInput input) {
            return List.of();
        }
    }

    @Test
    void a_strategy_has_the_default_settings_and_the_name_of_its_class() {
        assertEquals(Settings.DEFAULTS, new Idle().settings());
        assertEquals("Idle", new Idle().name());
        assertEquals(0.8, input(2).settings().capital().allocation());
    }
}
