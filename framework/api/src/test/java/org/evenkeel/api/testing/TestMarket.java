package org.evenkeel.api.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.PairHistory;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;

/** A market of a few pairs against USDC on one chain, made of closes. */
public final class TestMarket {
    /** The chain of all pairs. */
    public static final Chain ETHEREUM = new Chain("ethereum", 1);

    /** The reserve. */
    public static final Token USDC = new Token(ETHEREUM, "0xusdc", "USDC", 6);

    /** When the first candles open: a Monday. */
    public static final Instant START = Instant.parse("2021-03-01T00:00:00Z");

    private static final Exchange POOLS = new Exchange("pools", FeeMode.FROM_INPUT);

    private final Interval interval;
    private final int rows;
    private final MarketHistory history;

    private TestMarket(Interval interval, int rows, MarketHistory history) {
        this.interval = interval;
        this.rows = rows;
        this.history = history;
    }

    /** Pairs of one hourly candle, each at its price; names A-USDC, B-USDC, …; fee 30 basis points, 18 decimals. */
    public static TestMarket ofPrices(double... prices) {
        double[][] closes = new double[prices.length][];
        for (int i = 0; i < prices.length; i++) {
            closes[i] = new double[] {prices[i]};
        }
        return ofCloses(Interval.HOURLY, closes);
    }

    /**
     * Pairs of candles from {@link #START} on.
     *
     * @param closes {@code [pair][candle]}; NaN where the pair has no candle
     */
    public static TestMarket ofCloses(Interval interval, double[][] closes) {
        List<TradingPair> pairs = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            pairs.add(pair(i, 18, 30));
        }
        return of(interval, pairs, closes);
    }

    /** Chosen pairs; see {@link #ofCloses}. */
    public static TestMarket of(Interval interval, List<TradingPair> pairs, double[][] closes) {
        Map<TradingPair, PairHistory> histories = new LinkedHashMap<>();
        for (int i = 0; i < closes.length; i++) {
            histories.put(pairs.get(i), new PairHistory(pairs.get(i), candles(interval, closes[i])));
        }
        TradingUniverse universe =
                new MarketCatalog("test", true, interval, pairs).selectAll().build();
        return new TestMarket(interval, closes[0].length, new MarketHistory(universe, histories));
    }

    /** The pair of a number: A-USDC, B-USDC, …, on {@link #ETHEREUM}. */
    public static TradingPair pair(int number, int decimals, double feeBps) {
        String symbol = Character.toString('A' + number);
        Token base = new Token(ETHEREUM, "0x" + symbol, symbol, decimals);
        return new TradingPair(number + 1, POOLS, base, USDC, feeBps, PriceUnit.USD);
    }

    private static Candles candles(Interval interval, double[] closes) {
        List<Long> times = new ArrayList<>();
        List<Double> prices = new ArrayList<>();
        for (int row = 0; row < closes.length; row++) {
            if (!Double.isNaN(closes[row])) {
                times.add(START.toEpochMilli() + row * interval.millis());
                prices.add(closes[row]);
            }
        }
        return new Candles(
                interval,
                times.stream().mapToLong(Long::longValue).toArray(),
                Candles.Prices.ofCloses(
                        prices.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** The universe's pair of a number, from 0. */
    public TradingPair pair(int number) {
        return history.universe().pairs().get(number);
    }

    /** How many pairs there are. */
    public int size() {
        return history.universe().pairs().size();
    }

    /** When the last candle has closed. */
    public Instant end() {
        return START.plusMillis(rows * interval.millis());
    }

    /** The market once all candles have closed. */
    public MarketView view() {
        return viewAfter(rows);
    }

    /** The market once so many candles have closed. */
    public MarketView viewAfter(int candles) {
        return history.asOf(START.plusMillis(candles * interval.millis()));
    }
}
