package org.evenkeel.backtest;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.Settings;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.state.model.Outcome;

/**
 * Finds the mid price at which a trade is filled, and when: at the open that follows the order, at the close it saw, or
 * at a trigger's price. A fill comes within the tolerance, before the next decision (which would otherwise see it
 * before it happened) and before the end of the run.
 */
final class FillPrices {
    private final MarketHistory history;
    private final Settings settings;
    private final Instant end;

    /** A mid price and when it is to be had. */
    record Price(Instant at, double mid) {}

    FillPrices(MarketHistory history, Settings settings, Instant end) {
        this.history = history;
        this.settings = settings;
        this.end = end;
    }

    /** The price of an order; empty where none came in time. */
    Optional<Price> find(Execution.Order order) {
        if (order.touched().isPresent()) {
            return Optional.of(new Price(order.at(), order.touched().getAsDouble()));
        }
        Candles candles = history.of(order.trade().intent().pair()).candles();
        return settings.fills().price() == FillPrice.CLOSE
                ? closeSeen(candles, order.at())
                : nextOpen(candles, order.at());
    }

    private Optional<Price> nextOpen(Candles candles, Instant at) {
        int row = candles.firstAtOrAfter(at.toEpochMilli());
        if (row == candles.size() || candles.time(row) - at.toEpochMilli() > tolerance(candles)) {
            return Optional.empty();
        }
        Instant opens = Instant.ofEpochMilli(candles.time(row));
        return opens.equals(at) || opens.isBefore(deadline(at))
                ? Optional.of(new Price(opens, candles.open(row)))
                : Optional.empty();
    }

    private Optional<Price> closeSeen(Candles candles, Instant at) {
        int row = candles.lastClosedAt(at.toEpochMilli());
        boolean fresh = row >= 0
                && at.toEpochMilli() - candles.time(row) - candles.interval().millis() <= tolerance(candles);
        return fresh ? Optional.of(new Price(at, candles.close(row))) : Optional.empty();
    }

    /** Why there is no price, where there is none. */
    Outcome whyNone() {
        return settings.fills().price() == FillPrice.CLOSE ? Outcome.STALE_PRICE : Outcome.NO_CANDLE;
    }

    private long tolerance(Candles candles) {
        return settings.fills().toleranceFor(candles.interval()).toMillis();
    }

    /** The next decision, or the end of the run if that comes first. */
    private Instant deadline(Instant at) {
        return settings.schedule().first(at.plusMillis(1), end).orElse(end);
    }
}
