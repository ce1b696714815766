package org.evenkeel.onchain.collect;

import java.util.Optional;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.Interval;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.onchain.rpc.LogEntry;

/** Makes the candles of one pool of its logs. */
final class PoolRecorder {
    private final CollectedPool pool;
    private final Optional<DollarPrice> dollars;
    private final PoolTape tape;
    private final CandleTape candles;
    private long swaps;
    private long leftOut;

    /**
     * @param dollars what its quote token is worth; empty where that is a dollar
     */
    PoolRecorder(CollectedPool pool, Optional<DollarPrice> dollars, Interval interval) {
        this.pool = pool;
        this.dollars = dollars;
        this.tape = PoolTape.of(pool);
        this.candles = new CandleTape(pool.pair(), interval);
    }

    CollectedPool pool() {
        return pool;
    }

    /**
     * The next log.
     *
     * @param open when the candle opens that it is in
     */
    void read(LogEntry log, long open) {
        tape.read(log).ifPresent(traded -> trade(traded, open));
        candles.holds(open, tape.baseReserve(), tape.quoteReserve());
    }

    private void trade(Traded traded, long open) {
        double usd = dollars.map(price -> price.at(open)).orElse(1.0);
        double price = pool.pair().priceUnit() == PriceUnit.USD ? traded.price() * usd : traded.price();
        swaps++;
        if (price > 0 && price < Double.POSITIVE_INFINITY) {
            candles.trade(open, price, traded.quoteVolume() * usd);
        } else {
            leftOut++;
        }
    }

    int size() {
        return candles.size();
    }

    CandleTail takeBefore(long time, long from) {
        return candles.takeBefore(time, from);
    }

    long swaps() {
        return swaps;
    }

    long leftOut() {
        return leftOut;
    }
}
