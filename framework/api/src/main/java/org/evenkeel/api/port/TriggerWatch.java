package org.evenkeel.api.port;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;

/** Watches prices between decisions. */
public interface TriggerWatch {
    /**
     * A trigger that was touched.
     *
     * @param at when; in a backtest, the open of the candle that touched it
     * @param position the position to sell
     * @param reason which trigger
     * @param level the price of the trigger, in USD
     * @param price the mid price at which a sale can be expected, in USD
     */
    record Touch(Instant at, Position position, TradeReason reason, double level, double price) {}

    /**
     * The first touch of any position's own trigger or basket; where several come at once, that of the position opened
     * first.
     *
     * @param open the open positions
     * @param from from when on to watch, inclusive
     * @param until until when to watch, exclusive
     * @throws InterruptedException when the run is to stop; a simulation never waits
     */
    Optional<Touch> first(Collection<Position> open, Instant from, Instant until) throws InterruptedException;

    /**
     * What is touched at this moment, without waiting for anything.
     *
     * @param open the positions to look at; those that are left out are no less open
     * @param at the moment
     * @throws InterruptedException when the run is to stop
     */
    default Optional<Touch> look(Collection<Position> open, Instant at) throws InterruptedException {
        return first(open, at, at.plusMillis(1));
    }

    /**
     * The highest price of a position between two instants, or its peak so far if that was higher, in USD.
     *
     * @param position the position
     * @param from inclusive
     * @param until exclusive
     */
    double peak(Position position, Instant from, Instant until);
}
