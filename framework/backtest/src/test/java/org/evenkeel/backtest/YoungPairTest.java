package org.evenkeel.backtest;

import static org.evenkeel.backtest.Pairs.A;
import static org.evenkeel.backtest.Pairs.B;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.indicators.Indicators;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.market.PairFilter;
import org.evenkeel.market.TradingPair;
import org.junit.jupiter.api.Test;

/** A pair that is listed three hours before a week's end. */
final class YoungPairTest {
    private static final int WEEK = Lab.WEEK;
    private static final Indicator WEEKLY = Indicators.candleReturn(Interval.WEEKLY);

    private final List<OptionalDouble> returns = new ArrayList<>();
    private final List<List<TradingPair>> accepted = new ArrayList<>();

    private Lab lab() {
        Series young = Series.hourly(3 * WEEK, 10).gap(0, WEEK - 3).level(WEEK - 1, 3 * WEEK, 11);
        return new Lab()
                .pair(A, Series.hourly(3 * WEEK, 100))
                .pair(B, young)
                .always(input -> {
                    returns.add(input.value(WEEKLY, B));
                    accepted.add(input.pairs());
                    return List.of();
                })
                .hours(3 * WEEK);
    }

    @Test
    void its_first_weekly_return_is_that_of_three_hours() {
        lab().run();
        assertEquals(0.1, returns.get(1).orElseThrow(), 1e-12);
        assertEquals(0, returns.get(2).orElseThrow(), 1e-12);
        assertEquals(List.of(A, B), accepted.get(1));
    }

    @Test
    void an_age_that_is_asked_for_leaves_it_out_until_it_has_a_full_week_behind_it() {
        lab().where(PairFilter.minAge(Duration.ofDays(7))).run();
        assertEquals(List.of(A), accepted.get(1));
        assertEquals(List.of(A, B), accepted.get(2));
    }
}
