package org.evenkeel.onchain.collect;

import java.time.Duration;
import java.util.Optional;
import org.evenkeel.market.Interval;
import org.evenkeel.onchain.rpc.LogEntry;

/**
 * What a token is worth in dollars as the logs go on: the price in its own pool after the last swap there, in the order of the
 * chain. As everywhere a price that is older than a day, or than two candles, is none.
 */
final class DollarPrice {
    private static final long MOST_AGE = Duration.ofDays(1).toMillis();

    private final Optional<PoolTape> tape;
    private final Interval interval;
    private double price = Double.NaN;
    private long tradedIn;

    private DollarPrice(Optional<PoolTape> tape, Interval interval) {
        this.tape = tape;
        this.interval = interval;
    }

    /** By a pool of the token against a dollar. */
    static DollarPrice in(CollectedPool pool, Interval interval) {
        return new DollarPrice(Optional.of(PoolTape.of(pool)), interval);
    }

    /** Of a token that no pool says it of. */
    static DollarPrice unknown(Interval interval) {
        return new DollarPrice(Optional.empty(), interval);
    }

    /** How old a price may be, from the end of the candle it is of to the begin of the candle that it is for. */
    static long mostAge(Interval interval) {
        return Math.max(MOST_AGE, 2 * interval.millis());
    }

    /**
     * The next log of the pool.
     *
     * @param open when the candle opens that it is in
     * @return whether it is of a swap
     */
    boolean read(LogEntry log, long open) {
        Optional<Traded> traded = tape.flatMap(known -> known.read(log));
        traded.ifPresent(swap -> {
            price = swap.price();
            tradedIn = open;
        });
        return traded.isPresent();
    }

    /** When the candle opens that the last swap is in. */
    void dated(long open) {
        tradedIn = open;
    }

    /** For a candle; NaN where it is not known. */
    double at(long open) {
        return open - tradedIn - interval.millis() <= mostAge(interval) ? price : Double.NaN;
    }
}
