package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;

/** What the recorded market tells of the time between two fills. */
final class RecordedPrices {
    private final MarketHistory history;

    RecordedPrices(MarketHistory history) {
        this.history = history;
    }

    /**
     * The mid price to which the market had moved when a trade was executed at another time than in the backtest: the open of
     * the candle at work then, or the last close before it.
     *
     * @return empty where the two were less than a candle apart, or no price is known
     */
    Optional<BigDecimal> moved(TradingPair pair, Instant backtest, Instant live) {
        Candles candles = history.of(pair).candles();
        Duration apart = Duration.between(backtest, live).abs();
        int row = candles.firstAtOrAfter(live.toEpochMilli() + 1) - 1;
        if (apart.compareTo(candles.interval().duration()) < 0 || row < 0) {
            return Optional.empty();
        }
        boolean atWork =
                live.toEpochMilli() < candles.time(row) + candles.interval().millis();
        return Optional.of(BigDecimal.valueOf(atWork ? candles.open(row) : candles.close(row)));
    }
}
