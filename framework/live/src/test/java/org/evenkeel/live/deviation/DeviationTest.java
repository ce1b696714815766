package org.evenkeel.live.deviation;

import static org.evenkeel.live.deviation.HandMade.A;
import static org.evenkeel.live.deviation.HandMade.B;
import static org.evenkeel.live.deviation.HandMade.PERIOD;
import static org.evenkeel.live.deviation.HandMade.USDC;
import static org.evenkeel.live.deviation.HandMade.WEEK;
import static org.evenkeel.live.deviation.HandMade.buy;
import static org.evenkeel.live.deviation.HandMade.hour;
import static org.evenkeel.live.deviation.HandMade.price;
import static org.evenkeel.live.deviation.HandMade.sellAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.DataException;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.TradeIntent;
import org.junit.jupiter.api.Test;

/** Differences whose causes are known, because they were made. */
final class DeviationTest {
    private static final double CENT = 0.01;

    /** A for 4,000 in the first week, B for 3,000 in the second, all of A sold in the third. */
    private static final Map<Integer, Function<DecisionInput, List<TradeIntent>>> PLAN = Map.of(
            1, input -> List.of(buy(A, "4000")),
            2, input -> List.of(buy(B, "3000")),
            3, input -> List.of(sellAll(A)));

    private final Backtest backtest = HandMade.backtest(PLAN);
    private final Trial trial = new Trial(backtest, PERIOD);

    private Deviation disturbed(Disturbance disturbance) {
        Deviation deviation = trial.run(disturbance).deviation();
        assertEquals(
                0,
                deviation.equities().difference().compareTo(deviation.parts().total()),
                "the parts add up to the difference");
        assertTrue(Math.abs(amount(deviation, DeviationPart.REMAINDER)) < 1e-6, deviation.parts()::toString);
        return deviation;
    }

    private static double amount(Deviation deviation, DeviationPart part) {
        return deviation.parts().get(part).doubleValue();
    }

    private static Fill fill(Deviation deviation, int trade) {
        return deviation.trades().get(trade).liveFill().orElseThrow().fill();
    }

    private static Fill paper(Deviation deviation, int trade) {
        return deviation.trades().get(trade).backtestFill().orElseThrow().fill();
    }

    /** All other parts are nothing worth a cent. */
    private static void assertOnly(Deviation deviation, Set<DeviationPart> expected) {
        for (DeviationPart part : EnumSet.complementOf(EnumSet.copyOf(expected))) {
            assertEquals(0, amount(deviation, part), CENT, part + " of " + deviation.parts());
        }
    }

    @Test
    void a_run_that_went_like_its_backtest_does_not_deviate_at_all() {
        Deviation deviation = disturbed(Disturbance.NONE);
        assertTrue(deviation.parts().isNone(), deviation.parts()::toString);
        assertEquals(3, deviation.trades().size());
        assertTrue(deviation.trades().stream().allMatch(trade -> trade.parts().isNone()));
    }

    @Test
    void gas_from_outside_is_gas_to_the_last_digit_and_nothing_else() {
        trial.payingGasFromOutside();
        Deviation deviation = disturbed(Disturbance.gas("2.5"));
        assertEquals(0, new BigDecimal("-7.5").compareTo(deviation.parts().get(DeviationPart.GAS)));
        assertOnly(deviation, EnumSet.of(DeviationPart.GAS));
        assertEquals(-7.5, deviation.equities().difference().doubleValue(), 1e-9);
    }

    @Test
    void a_worse_price_is_price_drift_of_the_quantity_traded() {
        Deviation deviation = disturbed(Disturbance.worsePrice(0.01).onlyTrade(2));
        double expected = fill(deviation, 1).quantity().doubleValue() * -0.01 * price(B, WEEK);
        assertEquals(expected, amount(deviation, DeviationPart.PRICE), 1e-6);
        // Of B, which fell, less was bought for the money: that is to the good.
        assertTrue(amount(deviation, DeviationPart.SIZE) > 0);
        assertOnly(deviation, EnumSet.of(DeviationPart.PRICE, DeviationPart.SIZE));
    }

    @Test
    void a_worse_price_of_a_sale_has_no_consequence_but_itself() {
        Deviation deviation = disturbed(Disturbance.worsePrice(0.02).onlyTrade(3));
        double expected = fill(deviation, 2).quantity().doubleValue() * -0.02 * price(A, 2 * WEEK);
        assertEquals(expected, amount(deviation, DeviationPart.PRICE), 1e-6);
        double feeLess = expected * -0.003;
        assertEquals(feeLess, amount(deviation, DeviationPart.SIZE), CENT);
    }

    @Test
    void what_a_sale_loses_beyond_fees_and_impact_is_slippage() {
        Deviation deviation = disturbed(Disturbance.slippage(0.004).onlyTrade(3));
        double expected = -0.004 * paper(deviation, 2).value().doubleValue();
        assertEquals(expected, amount(deviation, DeviationPart.SLIPPAGE), 1e-5);
        assertOnly(deviation, EnumSet.of(DeviationPart.SLIPPAGE));
    }

    @Test
    void a_trade_that_comes_hours_later_costs_what_the_market_moved_until_then() {
        Deviation deviation = disturbed(Disturbance.delay(backtest.history(), 5).onlyTrade(1));
        double expected = fill(deviation, 0).quantity().doubleValue() * (price(A, 0) - price(A, 5));
        assertEquals(expected, amount(deviation, DeviationPart.DELAY), 1e-9);
        assertEquals(0, amount(deviation, DeviationPart.PRICE), 1e-9);
        assertEquals(
                Duration.ofHours(5), deviation.trades().getFirst().lateness().orElseThrow());
        assertOnly(deviation, EnumSet.of(DeviationPart.DELAY, DeviationPart.SIZE));
    }

    @Test
    void a_late_trade_at_another_price_than_the_market_had_is_late_and_drifted() {
        Deviation deviation = disturbed(Disturbance.delay(backtest.history(), 5)
                .and(Disturbance.worsePrice(0.01))
                .onlyTrade(1));
        double quantity = fill(deviation, 0).quantity().doubleValue();
        assertEquals(quantity * (price(A, 0) - price(A, 5)), amount(deviation, DeviationPart.DELAY), 1e-9);
        assertEquals(quantity * -0.01 * price(A, 5), amount(deviation, DeviationPart.PRICE), 1e-6);
    }

    @Test
    void a_missed_trade_is_judged_by_the_time_for_which_it_was_not_held() {
        Deviation deviation = disturbed(Disturbance.reverted("1.5").onlyTrade(1));
        Fill bought = paper(deviation, 0);
        double gain = bought.quantity().doubleValue() * (price(A, 2 * WEEK) - price(A, 0));
        double fees = 4000 * 0.003 + bought.quantity().doubleValue() * price(A, 2 * WEEK) * 0.003;
        assertEquals(fees - gain, amount(deviation, DeviationPart.MISSED), 1e-4);
        assertEquals(-1.5, amount(deviation, DeviationPart.GAS), 1e-9);
        assertOnly(deviation, EnumSet.of(DeviationPart.MISSED, DeviationPart.GAS));
        TradeDeviation buy = deviation.trades().getFirst();
        assertEquals(Outcome.REVERTED, buy.missed().orElseThrow().outcome().orElseThrow());
        TradeDeviation sale = deviation.trades().getLast();
        assertEquals(Missed.Why.OTHER_OUTCOME, sale.missed().orElseThrow().why());
        assertEquals(
                "the signal came to another outcome: nothing held",
                sale.missed().get().explain());
        assertEquals(-gain + 4000 * 0.003, buy.parts().get(DeviationPart.MISSED).doubleValue(), 1e-4);
    }

    @Test
    void a_sale_that_was_missed_leaves_what_it_should_have_sold_at_the_end() {
        Deviation deviation = disturbed(Disturbance.reverted("0").onlyTrade(3));
        Fill sold = paper(deviation, 2);
        double brings = price(A, HandMade.HOURS) * (1 - 0.003) * sold.quantity().doubleValue();
        assertEquals(brings - sold.value().doubleValue(), amount(deviation, DeviationPart.MISSED), 1e-4);
        assertOnly(deviation, EnumSet.of(DeviationPart.MISSED));
    }

    @Test
    void a_trade_that_only_the_live_run_made_is_extra() {
        Backtest more = HandMade.backtest(Map.of(
                1, input -> List.of(buy(A, "4000")),
                2, input -> List.of(buy(B, "3000")),
                3, input -> List.of(sellAll(A)),
                4, input -> List.of(buy(A, "500"))));
        Trial other = new Trial(more, PERIOD).run(Disturbance.NONE);
        Deviation deviation = Deviation.of(other.recorded(), backtest, Optional.empty());
        double quantity = fill(deviation, 3).quantity().doubleValue();
        double expected = quantity * price(A, HandMade.HOURS) * (1 - 0.003) - 500;
        assertEquals(expected, amount(deviation, DeviationPart.EXTRA), 1e-4);
        assertOnly(deviation, EnumSet.of(DeviationPart.EXTRA));
    }

    @Test
    void trades_that_the_recorded_candles_have_no_price_for_are_told_apart_with_what_to_do() {
        RecordedRun recorded = trial.run(Disturbance.NONE).recorded();
        // Nobody traded in the hours around the first two decisions; A is not there to be sold in the third.
        Backtest gaps = HandMade.backtest(PLAN, Map.of(), hour -> hour < 0 || hour > WEEK + 30);
        Deviation deviation = Deviation.of(recorded, gaps, Optional.empty());
        List<Extra.Why> whys = deviation.trades().stream()
                .flatMap(trade -> trade.extra().stream())
                .map(Extra::why)
                .toList();
        assertEquals(List.of(Extra.Why.NO_PRICE, Extra.Why.NO_PRICE, Extra.Why.NOT_BOUGHT), whys);
        assertEquals(0, amount(deviation, DeviationPart.EXTRA));
        assertTrue(Math.abs(amount(deviation, DeviationPart.UNPRICED)) > 1, deviation.parts()::toString);
        assertEquals(
                0, deviation.equities().difference().compareTo(deviation.parts().total()));
        Unpriced unpriced = deviation.basis().unpriced().orElseThrow();
        assertEquals(3, unpriced.trades());
        assertEquals(hour(0), unpriced.from());
        assertTrue(unpriced.sentence().startsWith("3 trades of the run have no recorded price"), unpriced::sentence);
        assertTrue(unpriced.sentence().endsWith("so nobody traded: no split is possible."), unpriced::sentence);
    }

    @Test
    void where_candles_end_too_early_for_a_price_it_is_said_from_when_to_when_to_collect_them() {
        Map<String, String> between = Map.of("cycleOffset", "30m");
        Backtest whole = HandMade.backtest(PLAN, between);
        RecordedRun recorded = new Trial(whole, PERIOD).run(Disturbance.NONE).recorded();
        Backtest early = HandMade.backtest(PLAN, between, hour -> hour < 1);
        String sentence = Deviation.of(recorded, early, Optional.empty())
                .basis()
                .unpriced()
                .orElseThrow()
                .sentence();
        assertTrue(sentence.startsWith("1 trade of the run has no recorded price"), sentence);
        assertTrue(
                sentence.contains("The recorded candles end at " + hour(1) + ": collect them from "
                        + hour(0).plus(Duration.ofMinutes(30)) + " to "
                        + hour(3).plus(Duration.ofMinutes(30))),
                sentence);
        assertTrue(Deviation.of(recorded, whole, Optional.empty())
                .basis()
                .unpriced()
                .isEmpty());
    }

    @Test
    void it_says_at_what_both_are_valued_and_what_the_run_was_worth_by_its_own_quotes() {
        RecordedRun recorded = trial.run(Disturbance.NONE).recorded();
        Deviation deviation = Deviation.of(recorded, backtest, Optional.of(hour(WEEK + 5)));
        assertTrue(
                deviation.valued().startsWith("Both are valued at " + hour(WEEK + 5) + " by the recorded candles"),
                deviation::valued);
        double worth = deviation.basis().worth().orElseThrow().equity();
        assertTrue(
                deviation.valued().contains(String.format(Locale.ROOT, "last worth %,.2f USD", worth)),
                deviation::valued);
        Deviation whole = Deviation.of(recorded, backtest, Optional.empty());
        assertTrue(whole.valued().contains("the run as it valued itself then"), whole::valued);
    }

    @Test
    void what_slippage_took_is_missing_until_it_would_have_been_sold() {
        Deviation deviation = disturbed(Disturbance.slippage(0.25).onlyTrade(1));
        double lost = paper(deviation, 0)
                .quantity()
                .subtract(fill(deviation, 0).quantity())
                .doubleValue();
        assertEquals(-lost * price(A, 0), amount(deviation, DeviationPart.SLIPPAGE), 1e-4);
        double rise = price(A, 2 * WEEK) - price(A, 0);
        double feeLess = lost * price(A, 2 * WEEK) * 0.003;
        assertEquals(feeLess - lost * rise, amount(deviation, DeviationPart.SIZE), 1e-4);
    }

    @Test
    void money_that_came_and_went_on_the_way_comes_and_goes_in_the_backtest() {
        trial.hearing((tick, until) -> {
            if (tick.equals(hour(0))) {
                flow(trial, "2000", 0);
            } else if (tick.equals(hour(WEEK))) {
                flow(trial, "-1500", WEEK);
            }
        });
        Deviation deviation = disturbed(Disturbance.NONE);
        assertTrue(deviation.parts().isNone(), deviation.parts()::toString);
        assertEquals(
                new BigDecimal("10500.000000"),
                deviation.portfolios().backtest().netDeposits().setScale(6));
    }

    @Test
    void money_that_the_backtest_does_not_have_cannot_be_taken_out_of_it() {
        trial.hearing((tick, until) -> {
            if (tick.equals(hour(WEEK))) {
                flow(trial, "-6000", WEEK);
            }
        });
        Deviation deviation = disturbed(Disturbance.reverted("0").onlyTrade(1));
        // It has 3,000 then, and 4,000 more once A is sold.
        assertEquals(0, amount(deviation, DeviationPart.FLOWS), 1e-9);
        assertTrue(amount(deviation, DeviationPart.MISSED) < 0);
    }

    @Test
    void money_that_the_backtest_never_has_is_told_apart() {
        Backtest holding =
                HandMade.backtest(Map.of(1, input -> List.of(buy(A, "4000")), 2, input -> List.of(buy(B, "3000"))));
        Trial missing = new Trial(holding, PERIOD);
        missing.hearing((tick, until) -> {
            if (tick.equals(hour(WEEK))) {
                flow(missing, "-6000", WEEK);
            }
        });
        Deviation deviation =
                missing.run(Disturbance.reverted("0").onlyTrade(1)).deviation();
        assertEquals(-3000, amount(deviation, DeviationPart.FLOWS), 1e-9);
        assertEquals(
                0, deviation.equities().difference().compareTo(deviation.parts().total()));
        assertEquals(0, amount(deviation, DeviationPart.REMAINDER), 1e-6);
    }

    @Test
    void a_cycle_that_the_live_run_slept_through_is_missed_and_said_so() {
        Deviation deviation = trial.sleepingAt(hour(WEEK)).run(Disturbance.NONE).deviation();
        TradeDeviation missed = deviation.trades().stream()
                .filter(trade -> trade.missed().isPresent())
                .findFirst()
                .orElseThrow();
        assertEquals(Missed.Why.NO_DECISION, missed.missed().orElseThrow().why());
        assertEquals(hour(WEEK), missed.tick());
        assertEquals(0, deviation.parts().get(DeviationPart.REMAINDER).doubleValue(), 1e-6);
    }

    private static void flow(Trial run, String amount, int hour) {
        run.ledger().apply(new Event.CashFlowed(hour(hour + 1), Ledger.MAIN_BOOK, USDC, new BigDecimal(amount)));
    }

    @Test
    void a_run_of_which_the_data_tells_only_the_beginning_is_compared_that_far() {
        RecordedRun recorded = trial.run(Disturbance.slippage(0.01)).recorded();
        Deviation deviation = Deviation.of(recorded, backtest, Optional.of(hour(WEEK + 5)));
        assertEquals(2, deviation.trades().size());
        assertEquals(hour(WEEK + 5), deviation.period().to());
        assertThrows(DataException.class, () -> Deviation.of(recorded, backtest, Optional.of(hour(6 * WEEK))));
        assertThrows(DataException.class, () -> Deviation.of(recorded, backtest, Optional.of(hour(0))));
    }

    @Test
    void a_run_without_a_decision_cannot_be_compared() {
        RecordedRun opened =
                RecordedRun.of(List.of(new Event.LedgerOpened(hour(0), backtest.info("made up", "nowhere"))));
        assertThrows(IllegalArgumentException.class, () -> Deviation.of(opened, backtest, Optional.empty()));
    }

    @Test
    void amounts_are_told_in_basis_points_of_what_was_traded_and_of_the_equity_a_year() {
        trial.payingGasFromOutside();
        Deviation deviation = disturbed(Disturbance.gas("2.5"));
        BigDecimal gas = deviation.parts().get(DeviationPart.GAS);
        double traded = 7000 + fill(deviation, 2).value().doubleValue();
        assertEquals(-7.5 / traded * 10_000, deviation.ofTraded(gas).orElseThrow(), 1e-6);
        double years = 35 / 365.25;
        double average = deviation.equities().average();
        assertTrue(average > 10_000 && average < 11_000, () -> "average " + average);
        assertEquals(-7.5 / average / years * 10_000, deviation.perYear(gas).orElseThrow(), 1e-9);
    }
}
