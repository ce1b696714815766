package org.evenkeel.api.port;

import java.time.Instant;
import org.evenkeel.market.MarketView;

/** Where candles come from while a strategy runs. */
@FunctionalInterface
public interface MarketData {
    /** The market as it was known at the instant, with all candles that had closed by then. */
    MarketView asOf(Instant instant);
}
