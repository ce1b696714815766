package org.evenkeel.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;

/**
 * Made-up markets for tests: the same seed makes the same market. Eleven pairs on four chains and a simulated venue;
 * quoted in dollars, in WETH and in WAVAX; priced in dollars and in their quote tokens; with reserves, with value
 * locked and without depth; one listed late, one delisted early; with hours without trades, outages, and jumps.
 *
 * <pre>{@code
 * RandomMarkets market = RandomMarkets.seeded(seed).hours(24 * 90);
 * MarketDataSet data = market.dataSet();
 * MarketDataSet sameUntilNow = market.otherwiseAfter(now).dataSet();
 * }</pre>
 */
public final class RandomMarkets {
    /** When every made-up market begins: a Monday. */
    public static final Instant START = Instant.parse("2022-01-03T00:00:00Z");

    private static final Interval INTERVAL = Interval.HOURLY;
    private static final long ANOTHER_FUTURE = 0x5DEECE66DL;

    private final long seed;
    private final int hours;
    private final double gaps;
    private final Future future;
    private final long changeMillis;

    /** What becomes of the candles that had not closed at an instant. */
    private enum Future {
        AS_IT_WAS,
        CUT_OFF,
        ANOTHER
    }

    private RandomMarkets(long seed, int hours, double gaps, Future future, long changeMillis) {
        this.seed = seed;
        this.hours = hours;
        this.gaps = gaps;
        this.future = future;
        this.changeMillis = changeMillis;
    }

    /** A market of twelve weeks, hourly, in which one hour in twenty has no trade. */
    public static RandomMarkets seeded(long seed) {
        return new RandomMarkets(seed, 24 * 7 * 12, 0.05, Future.AS_IT_WAS, Long.MAX_VALUE);
    }

    /** The same market, so many hours long. Lengths of the same seed differ in when pairs are listed and delisted. */
    public RandomMarkets hours(int count) {
        return new RandomMarkets(seed, count, gaps, future, changeMillis);
    }

    /**
     * The same market with other gaps.
     *
     * @param share how many hours have no trade, 0 (none at all) to 1; above 0 there are outages besides
     */
    public RandomMarkets gaps(double share) {
        return new RandomMarkets(seed, hours, share, future, changeMillis);
    }

    /** The same market as it was known at an instant: without the candles that had not closed by then. */
    public RandomMarkets cutAt(Instant instant) {
        return new RandomMarkets(seed, hours, gaps, Future.CUT_OFF, instant.toEpochMilli());
    }

    /** The same market up to an instant, and another one after it: all candles that had not closed by then differ. */
    public RandomMarkets otherwiseAfter(Instant instant) {
        return new RandomMarkets(seed, hours, gaps, Future.ANOTHER, instant.toEpochMilli());
    }

    /** When the market ends. */
    public Instant end() {
        return START.plus(INTERVAL.duration().multipliedBy(hours));
    }

    /** The pairs, which are the same for every seed. */
    public List<TradingPair> pairs() {
        return Listings.all().stream().map(Listing::pair).toList();
    }

    /** The market as a data set. */
    public MarketDataSet dataSet() {
        MarketCatalog catalog = new MarketCatalog("made up from seed " + seed, true, INTERVAL, pairs());
        Map<TradingPair, Listing> listings =
                Listings.all().stream().collect(Collectors.toMap(Listing::pair, listing -> listing));
        return new MarketDataSet(
                catalog,
                wanted -> wanted.stream().map(listings::get).map(this::candles).toList());
    }

    private Candles candles(Listing listing) {
        SplittableRandom seeds =
                new SplittableRandom(seed * 1_000_003 + listing.pair().id());
        RandomGenerator known = seeds.split();
        RandomGenerator changed = new SplittableRandom(seeds.nextLong() ^ ANOTHER_FUTURE);
        CandleWalk walk = new CandleWalk(listing, hours, gaps, known);
        int first = (int) (listing.listed() * hours);
        int last = (int) (listing.delisted() * hours);
        for (int hour = first; hour < last; hour++) {
            long time = START.toEpochMilli() + hour * INTERVAL.millis();
            boolean closed = future == Future.AS_IT_WAS || time + INTERVAL.millis() <= changeMillis;
            if (closed) {
                walk.step(time, known);
            } else if (future == Future.ANOTHER) {
                walk.step(time, changed);
            }
        }
        return walk.candles(INTERVAL, listing.liquidity());
    }
}
