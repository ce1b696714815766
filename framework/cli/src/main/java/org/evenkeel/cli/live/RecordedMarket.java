package org.evenkeel.cli.live;

import java.time.Instant;
import org.evenkeel.api.port.MarketData;
import org.evenkeel.data.DataSets;
import org.evenkeel.live.DataFeed;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingUniverse;

/** Candles of a data set that grows: read anew each time it was extended. */
final class RecordedMarket implements MarketData, DataFeed {
    private final String location;
    private final TradingUniverse universe;
    private final DataFeed source;
    private MarketHistory history;

    /**
     * @param source extends the data set
     */
    RecordedMarket(String location, MarketHistory history, DataFeed source) {
        this.location = location;
        this.universe = history.universe();
        this.history = history;
        this.source = source;
    }

    @Override
    public void extend(Instant until) {
        source.extend(until);
        history = DataSets.open(location).history(universe);
    }

    @Override
    public MarketView asOf(Instant instant) {
        return history.asOf(instant);
    }
}
