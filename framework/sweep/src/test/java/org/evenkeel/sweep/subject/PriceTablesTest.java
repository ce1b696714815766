package org.evenkeel.sweep.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.api.Settings;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candle;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.research.PriceTable;
import org.evenkeel.research.Vectorised;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;

class PriceTablesTest {
    /** A stop must not be fired by what a candle did before its close was bought at. */
    @SeededTest
    void at_a_tick_without_a_new_candle_prices_did_not_move_since_the_tick_before(long seed) {
        MarketDataSet data = RandomMarkets.seeded(seed).dataSet();
        MarketHistory history = data.history(data.catalog().selectAll().build());
        Instant from = RandomMarkets.START.plus(Duration.ofDays(2));
        // It ends between two ticks of hours, with a row of its own.
        Backtest.Period period = new Backtest.Period(from, from.plus(Duration.ofMinutes(60 * 500 + 30)));
        Settings settings = Settings.DEFAULTS.withCycle(Interval.HOURLY);
        PriceTable table = PriceTables.of(history, settings, Vectorised.Rows.TICKS, period);
        PriceTable.Ranges ranges = table.ranges().orElseThrow();
        int repeated = 0;
        for (int asset = 0; asset < table.assets().size(); asset++) {
            for (int row = 1; row < table.rows(); row++) {
                double close = table.closes()[asset][row];
                List<Candle> last = history.asOf(Instant.ofEpochMilli(table.times()[row]))
                        .candles(history.universe().pairs().get(asset), Interval.HOURLY, 1);
                boolean old = last.isEmpty() || last.getFirst().closeTime().toEpochMilli() <= table.times()[row - 1];
                if (old && !Double.isNaN(close)) {
                    repeated++;
                    assertEquals(close, ranges.opens()[asset][row]);
                    assertEquals(close, ranges.highs()[asset][row]);
                    assertEquals(close, ranges.lows()[asset][row]);
                } else if (!Double.isNaN(close)) {
                    assertEquals(last.getFirst().low(), ranges.lows()[asset][row]);
                }
            }
        }
        assertTrue(repeated > 0, "no tick without a new candle");
    }
}
