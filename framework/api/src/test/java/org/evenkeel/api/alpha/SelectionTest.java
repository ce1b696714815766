package org.evenkeel.api.alpha;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.api.Settings;
import org.evenkeel.api.testing.ConstantProductQuotes;
import org.evenkeel.api.testing.TestBook;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final TestMarket market = TestMarket.ofPrices(10, 20, 30, 40, 50);
    private final ConstantProductQuotes quotes = new ConstantProductQuotes(market.view());
    private final AlphaModel alpha = new AlphaModel(market.view(), quotes, Settings.DEFAULTS);

    private void signals(double... signals) {
        for (int i = 0; i < signals.length; i++) {
            alpha.setSignal(market.pair(i), signals[i]);
        }
    }

    private List<Integer> ranks() {
        return alpha.outcomes().stream()
                .map(outcome -> outcome.weighing().rank())
                .toList();
    }

    private List<Outcome> outcomes() {
        return alpha.outcomes().stream().map(SignalOutcome::outcome).toList();
    }

    @Test
    void the_highest_signals_above_the_threshold_are_selected_best_first() {
        signals(0.1, 0.4, 0.025, 0.3, 0.2);

        alpha.selectTopSignals(2, 0.025);

        assertEquals(List.of(0, 1, 0, 2, 0), ranks());
        assertEquals(Outcome.NOT_SELECTED, outcomes().get(0));
        assertEquals(2, alpha.outcomes().get(0).bound());
        assertEquals(Outcome.BELOW_THRESHOLD, outcomes().get(2));
        assertEquals(0.025, alpha.outcomes().get(2).bound());
        assertEquals(Outcome.NOT_SELECTED, outcomes().get(4));
    }

    @Test
    void equal_signals_rank_in_the_order_of_the_universe() {
        alpha.setSignal(market.pair(3), 1).setSignal(market.pair(1), 1).setSignal(market.pair(2), 1);

        alpha.selectTopSignals(2);

        assertEquals(List.of(0, 1, 2), ranks());
    }

    @Test
    void a_pair_that_cannot_be_traded_makes_room_for_the_next() {
        signals(5, 4, 3, 2, 1);
        quotes.obstacle(market.pair(0), Outcome.STALE_PRICE).obstacle(market.pair(2), Outcome.NO_ROUTE);

        alpha.selectTopSignals(2);

        assertEquals(List.of(0, 1, 0, 2, 0), ranks());
        assertEquals(Outcome.STALE_PRICE, outcomes().get(0));
        assertEquals(Outcome.NO_ROUTE, outcomes().get(2));
    }

    @Test
    void a_negative_signal_would_be_a_short() {
        signals(-0.5, 0.1, 0, -1, 0.2);

        alpha.selectTopSignals(5);

        assertEquals(List.of(0, 2, 3, 0, 1), ranks());
        assertEquals(Outcome.SHORTS_NOT_ALLOWED, outcomes().get(0));
        assertEquals(Outcome.SHORTS_NOT_ALLOWED, outcomes().get(3));
    }

    @Test
    void a_negative_signal_under_the_threshold_is_below_the_threshold() {
        signals(-0.5);

        alpha.selectTopSignals(5, 0);

        assertEquals(List.of(Outcome.BELOW_THRESHOLD), outcomes());
    }

    @Test
    void the_last_signal_set_for_a_pair_counts() {
        signals(1, 2);
        alpha.setSignal(market.pair(0), 3);

        alpha.selectTopSignals(1);

        assertEquals(List.of(1, 0), ranks());
        assertEquals(OptionalDouble.of(3), alpha.outcomes().get(0).signal());
    }

    @Test
    void a_second_selection_replaces_the_first() {
        signals(0.1, 0.4, 0.2);
        alpha.selectTopSignals(3).assignWeights(Weighting.equal()).normaliseWeights();

        alpha.selectTopSignals(1, 0.15);

        assertEquals(List.of(0, 1, 0), ranks());
        assertEquals(List.of(Outcome.BELOW_THRESHOLD, Outcome.UNCHANGED, Outcome.NOT_SELECTED), outcomes());
        for (SignalOutcome outcome : alpha.outcomes()) {
            assertEquals(0, outcome.weighing().raw());
            assertEquals(0, outcome.weighing().weight());
        }
    }

    @Test
    void selecting_none_selects_none() {
        signals(1, 2);

        alpha.selectTopSignals(0);

        assertEquals(List.of(Outcome.NOT_SELECTED, Outcome.NOT_SELECTED), outcomes());
    }

    @Test
    void a_position_without_a_signal_is_no_candidate_for_selection() {
        alpha.updateOldWeights(
                new TestBook(market.view()).holding(market.pair(4), "1").portfolio());
        signals(1, 2);

        alpha.selectTopSignals(3);

        assertEquals(List.of(0, 2, 1), ranks());
        assertEquals(Outcome.NOT_SELECTED, outcomes().get(0));
    }
}
