package org.evenkeel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.support.RandomMarket;
import org.evenkeel.market.Candles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairSummaryTest {
    @TempDir
    Path folder;

    @Test
    void a_pair_is_summed_up_in_a_line() {
        List<PairCandles> written = new RandomMarket(6).pairs(4, 300);
        RandomMarket.write(folder, written);
        List<PairSummary> lines = PairSummary.of(DataSets.open(folder));
        for (int i = 0; i < written.size(); i++) {
            Candles candles = written.get(i).candles();
            int last = candles.size() - 1;
            long hours = (candles.time(last) - candles.time(0)) / 3_600_000L + 1;
            assertEquals(written.get(i).pair(), lines.get(i).pair());
            assertEquals(candles.size(), lines.get(i).rows());
            assertEquals(hours - candles.size(), lines.get(i).missing());
            assertEquals(candles.close(last), lines.get(i).lastClose().orElseThrow());
            assertEquals(candles.candle(0).openTime(), lines.get(i).first().orElseThrow());
            assertEquals(candles.candle(last).openTime(), lines.get(i).last().orElseThrow());
            assertEquals(candles.liquiditySource(), lines.get(i).liquidity());
        }
    }
}
