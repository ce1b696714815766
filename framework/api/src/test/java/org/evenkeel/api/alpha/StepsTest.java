package org.evenkeel.api.alpha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenkeel.api.Settings;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.testing.ConstantProductQuotes;
import org.evenkeel.api.testing.TestBook;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StepsTest {
    private final TestMarket market = TestMarket.ofPrices(10, 20);
    private final TestBook book = new TestBook(market.view());
    private final AlphaModel alpha =
            new AlphaModel(market.view(), new ConstantProductQuotes(market.view()), Settings.DEFAULTS);

    private static void refused(String words, Executable step) {
        StrategyException thrown = assertThrows(StrategyException.class, step);
        assertTrue(String.valueOf(thrown.getMessage()).contains(words), thrown.getMessage());
        assertTrue(String.valueOf(thrown.getMessage())
                .contains(TestMarket.START.plusSeconds(3600).toString()));
    }

    @Test
    void each_step_says_which_one_it_needs_first() {
        alpha.setSignal(market.pair(0), 1);

        refused("assignWeights before selectTopSignals", () -> alpha.assignWeights(Weighting.equal()));
        refused("normaliseWeights before assignWeights", alpha::normaliseWeights);
        refused("calculateTargetPositions before normaliseWeights", () -> alpha.calculateTargetPositions(1_000));
        refused(
                "generateRebalanceTradesAndTriggers before calculateTargetPositions",
                alpha::generateRebalanceTradesAndTriggers);
    }

    @Test
    void targets_need_what_is_held() {
        alpha.selectTopSignals(1).assignWeights(Weighting.equal()).normaliseWeights();

        refused("calculateTargetPositions before updateOldWeights", () -> alpha.calculateTargetPositions(1_000));
    }

    @Test
    void what_is_held_may_be_taken_in_first_of_all() {
        alpha.updateOldWeights(book.portfolio())
                .setSignal(market.pair(0), 1)
                .selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .calculateTargetPositions(1_000);

        assertEquals(1, alpha.generateRebalanceTradesAndTriggers().size());
    }

    @Test
    void what_is_held_taken_in_anew_needs_new_targets() {
        alpha.setSignal(market.pair(0), 1)
                .selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(book.portfolio())
                .calculateTargetPositions(1_000)
                .updateOldWeights(book.portfolio());

        refused("before calculateTargetPositions", alpha::generateRebalanceTradesAndTriggers);
    }

    @Test
    void a_signal_set_late_needs_a_new_selection() {
        alpha.setSignal(market.pair(0), 1).selectTopSignals(1).setSignal(market.pair(1), 2);

        refused("before selectTopSignals", () -> alpha.assignWeights(Weighting.equal()));
    }

    @Test
    void a_decision_without_signals_is_no_mistake() {
        alpha.selectTopSignals(4)
                .assignWeights(Weighting.oneOverN())
                .normaliseWeights()
                .updateOldWeights(book.portfolio())
                .calculateTargetPositions(1_000);

        assertTrue(alpha.generateRebalanceTradesAndTriggers().isEmpty());
        assertTrue(alpha.outcomes().isEmpty());
    }

    @Test
    void an_investable_equity_that_is_no_amount_is_refused() {
        alpha.selectTopSignals(1)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(book.portfolio());

        refused("NaN", () -> alpha.calculateTargetPositions(Double.NaN));
        refused("-1.0", () -> alpha.calculateTargetPositions(-1));
    }

    @Test
    void signals_that_are_no_numbers_and_pairs_of_another_universe_are_refused() {
        refused("is NaN", () -> alpha.setSignal(market.pair(0), Double.NaN));
        refused("is Infinity", () -> alpha.setSignal(market.pair(0), Double.POSITIVE_INFINITY));
        refused("-1 signals", () -> alpha.selectTopSignals(-1));
        DataException thrown = assertThrows(DataException.class, () -> alpha.setSignal(TestMarket.pair(7, 18, 30), 1));
        assertTrue(String.valueOf(thrown.getMessage()).contains("H-USDC"), thrown.getMessage());
        assertTrue(String.valueOf(thrown.getMessage()).contains("createTradingUniverse"), thrown.getMessage());
    }
}
