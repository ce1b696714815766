package org.evenkeel.live;

import java.time.Instant;
import org.evenkeel.api.port.Unavailable;

/** Brings the market data up to date. */
@FunctionalInterface
public interface DataFeed {
    /** Data that others bring up to date. */
    DataFeed NONE = until -> {};

    /**
     * Sees to it that all candles that had closed by an instant are there, as far as they can be had.
     *
     * @throws Unavailable when they cannot be had now, and may be later
     */
    void extend(Instant until);
}
