package org.evenkeel.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.sample.SampleMarket;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;

/** The sample market in memory: ten pairs, hourly, with gaps and with reserves. */
final class Sample {
    /** Weekly decisions in it. */
    static final int WEEKS = 117;

    private static final Backtest.Period PERIOD =
            new Backtest.Period(Instant.parse("2020-11-01T00:00:00Z"), Instant.parse("2023-01-30T00:00:00Z"));

    private Sample() {}

    static Trial.Market market() {
        List<PairCandles> made = SampleMarket.generate(SampleMarket.SEED);
        Map<TradingPair, Candles> candles =
                made.stream().collect(Collectors.toMap(PairCandles::pair, PairCandles::candles));
        MarketCatalog catalog = new MarketCatalog(
                SampleMarket.NAME,
                true,
                Interval.HOURLY,
                made.stream().map(PairCandles::pair).toList());
        MarketDataSet data = new MarketDataSet(
                catalog,
                wanted -> wanted.stream()
                        .map(pair -> Objects.requireNonNull(candles.get(pair)))
                        .toList());
        return new Trial.Market(data, PERIOD);
    }
}
