package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.report.Story;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

final class TriggerLevelsTest {
    private static final Candles NONE =
            new Candles(Interval.DAILY, new long[0], Candles.Prices.ofCloses(new double[0]));

    private static List<String> levels(Run run, Candles candles) {
        Position position = PositionsView.all(run).getFirst();
        List<Object> levels = new ArrayList<>();
        new TriggerLevels(position, run.fills().ofPosition(position.id()), run.end()).addTo(levels, candles);
        return levels.stream().map(TriggerLevelsTest::text).toList();
    }

    private static String text(Object level) {
        List<?> parts = (List<?>) level;
        return day(parts.get(0)) + " to " + day(parts.get(1)) + ": " + parts.get(3) + " at "
                + ((Island.Column) parts.get(2)).values()[0];
    }

    private static double day(Object time) {
        return ((long) time - Story.START.toEpochMilli()) / 86_400_000.0;
    }

    @Test
    void a_further_buy_moves_stop_and_target_with_the_entry_price_and_a_partial_sale_moves_neither() {
        Run run = new Story("A")
                .decide(1_000, 1_000, 10)
                .buy(0, 10, 10, 0, TriggerFactors.stopLoss(0.5).withTakeProfit(2))
                .close(1_000, 900)
                .decide(1_100, 900, 20)
                .buy(0, 10, 20, 1, TriggerFactors.NONE)
                .sell(0, 5, 20, 1.5, TradeReason.REBALANCE)
                .close(1_100, 800)
                .sell(0, 15, 30, 1.75, TradeReason.TAKE_PROFIT)
                .value(3, 1_250, 1_250)
                .run();
        assertEquals(
                List.of(
                        "0.0 to 1.0: stop at 5.0",
                        "1.0 to 1.5: stop at 7.5",
                        "1.5 to 1.75: stop at 7.5",
                        "0.0 to 1.0: target at 20.0",
                        "1.0 to 1.5: target at 30.0",
                        "1.5 to 1.75: target at 30.0"),
                levels(run, NONE));
    }

    @Test
    void a_trailing_stop_is_raised_by_a_high_from_the_end_of_its_candle_on() {
        long start = Story.START.toEpochMilli();
        long day = Interval.DAILY.millis();
        double[] closes = {10, 12, 11};
        Candles candles = new Candles(
                Interval.DAILY, new long[] {start, start + day, start + 2 * day}, Candles.Prices.ofCloses(closes));
        Run run = new Story("A")
                .decide(1_000, 1_000, 10)
                .buy(0, 10, 10, 0, TriggerFactors.NONE.withTrailingStop(0.5))
                .close(1_000, 900)
                .value(3, 1_010, 900)
                .run();
        assertEquals(List.of("0.0 to 2.0: stop at 5.0", "2.0 to 3.0: stop at 6.0"), levels(run, candles));
    }
}
