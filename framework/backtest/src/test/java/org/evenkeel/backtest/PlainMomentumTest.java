package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenkeel.data.DataSets;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.strategies.WeeklyMomentum;
import org.evenkeel.testkit.SeededTest;
import org.evenkeel.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** WeeklyMomentum against the same rules as a bare loop. */
final class PlainMomentumTest {
    /** Money is booked to millionths, quantities to the digits of a double: that is all that may differ. */
    private static final double TOLERANCE = 1e-7;

    private static final List<String> PAIRS = List.of(
            "WETH-USDC",
            "UNI-WETH",
            "CRV-WETH",
            "AAVE-WETH",
            "SUSHI-WETH",
            "WBNB-BUSD",
            "Cake-BUSD",
            "WMATIC-USDC",
            "WAVAX-USDC",
            "JOE-WAVAX");

    private static final int HOURS = 24 * 7 * 26;

    private static final PlainMomentum.Rules RULES = new PlainMomentum.Rules(4, 0.025, 0.66, 1.05);

    @Test
    void on_real_candles_the_framework_earns_what_a_bare_loop_earns() {
        MarketDataSet data = DataSets.open(SharedData.path("defi-hourly"));
        Instant start = Instant.parse("2021-06-01T00:00:00Z");
        Instant end = Instant.parse("2023-01-31T00:00:00Z");
        PlainMomentum plain = plain(data, PAIRS, RULES).run(start.toEpochMilli(), end.toEpochMilli());
        assertAgrees(plain, run(data, Map.of(), start, end));
        assertTrue(plain.trades() > 300 && plain.stopLosses() > 0 && plain.takeProfits() > 100, "too little happened");
    }

    @SeededTest
    void on_made_up_candles_the_framework_earns_what_a_bare_loop_earns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MarketDataSet data = madeUp(random);
        PlainMomentum.Rules rules = new PlainMomentum.Rules(
                random.nextInt(1, 6),
                random.nextDouble(0.1),
                random.nextDouble(0.6, 0.97),
                random.nextDouble(1.02, 1.4));
        Map<String, String> set = Map.of(
                "pairs", String.join(",", names(data)),
                "topCount", Integer.toString(rules.top()),
                "threshold", Double.toString(rules.threshold()),
                "stopLoss", Double.toString(rules.stopLoss()),
                "takeProfit", Double.toString(rules.takeProfit()));
        Instant start = Lab.hour(random.nextInt(200));
        Instant end = Lab.hour(random.nextInt(HOURS - 400, HOURS));
        PlainMomentum plain = plain(data, names(data), rules).run(start.toEpochMilli(), end.toEpochMilli());
        assertAgrees(plain, run(data, set, start, end));
        assertTrue(plain.trades() > 10, "only " + plain.trades() + " trades");
    }

    private static void assertAgrees(PlainMomentum plain, Portfolio book) {
        double[] equity = book.equityCurve().equity();
        assertEquals(plain.equity().size(), equity.length, "points of the equity curve");
        for (int point = 0; point < equity.length; point++) {
            double expected = plain.equity().get(point);
            assertEquals(expected, equity[point], TOLERANCE * expected, "equity at point " + point);
        }
        double fees = 0;
        for (Trade trade : book.trades()) {
            fees += trade.filled().orElseThrow().fill().costs().fee().doubleValue();
        }
        assertEquals(plain.fees(), fees, TOLERANCE * 10_000, "fees");
        assertEquals(plain.trades(), book.trades().size(), "trades");
        assertEquals(plain.stopLosses(), because(book, TradeReason.STOP_LOSS), "stop losses");
        assertEquals(plain.takeProfits(), because(book, TradeReason.TAKE_PROFIT), "take profits");
    }

    private static long because(Portfolio book, TradeReason reason) {
        return book.trades().stream()
                .filter(trade -> trade.plan().intent().reason() == reason)
                .count();
    }

    private static Portfolio run(MarketDataSet data, Map<String, String> set, Instant start, Instant end) {
        Backtest backtest = Backtest.prepare(WeeklyMomentum::new, set, data);
        Ledger ledger = new Ledger(event -> {});
        Backtest.Period period = new Backtest.Period(start, end);
        backtest.open(ledger, backtest.info("plain", "nowhere"), period);
        backtest.run(period, ledger, CycleListener.NONE);
        return ledger.book(Ledger.MAIN_BOOK);
    }

    private static PlainMomentum plain(MarketDataSet data, List<String> names, PlainMomentum.Rules rules) {
        MarketHistory history =
                data.history(data.catalog().selectAll().reserve("USDC").build());
        Map<String, TradingPair> pairs = new LinkedHashMap<>();
        data.catalog().pairs().forEach(pair -> pairs.put(pair.symbol(), pair));
        List<PlainMomentum.Asset> assets = new ArrayList<>();
        for (String name : names) {
            TradingPair pair = pairs.get(name);
            assets.add(new PlainMomentum.Asset(history.of(pair).candles(), left(pair)));
        }
        return new PlainMomentum(assets, rules);
    }

    /** 30 basis points for every pool on the way: those quoted in an asset pay for the pool of that asset, too. */
    private static double left(TradingPair pair) {
        double left = 1 - pair.feeBps() / 10_000;
        boolean twoPools = List.of("WETH", "WAVAX").contains(pair.quote().symbol());
        return twoPools ? left * (1 - 30 / 10_000.0) : left;
    }

    private static List<String> names(MarketDataSet data) {
        return data.catalog().pairs().stream().map(TradingPair::symbol).toList();
    }

    /** Pairs in dollars and in WETH on one chain, without depth; here and there an hour without a trade. */
    private static MarketDataSet madeUp(SplittableRandom random) {
        Map<TradingPair, Candles> candles = new LinkedHashMap<>();
        candles.put(Pairs.pair(1, Pairs.WETH, Pairs.USDC, 30), walk(random, 0));
        for (int id = 2; id < 10; id++) {
            TradingPair pair = Pairs.pair(
                    id,
                    Pairs.token(Pairs.ETHEREUM, "T" + id),
                    random.nextBoolean() ? Pairs.WETH : Pairs.USDC,
                    random.nextInt(100));
            candles.put(pair, walk(random, random.nextInt(3) == 0 ? random.nextInt(HOURS / 2) : 0));
        }
        MarketCatalog catalog = new MarketCatalog("made up", true, Interval.HOURLY, List.copyOf(candles.keySet()));
        return new MarketDataSet(
                catalog, wanted -> wanted.stream().map(candles::get).toList());
    }

    private static Candles walk(SplittableRandom random, int listed) {
        double price = Math.exp(random.nextDouble(-8, 8));
        double volatility = random.nextDouble(0.002, 0.03);
        Series series = Series.hourly(0, price);
        for (int hour = listed; hour < HOURS; hour++) {
            double open = price * (1 + volatility * random.nextGaussian() / 3);
            double close = open * Math.exp(volatility * random.nextGaussian());
            double high = Math.max(open, close) * (1 + volatility * random.nextDouble());
            double low = Math.min(open, close) * (1 - volatility * random.nextDouble());
            series.candle(hour, open, high, low, close);
            price = close;
        }
        for (int hour = listed + 2; hour < HOURS - 1; hour += random.nextInt(2, 40)) {
            series.gap(hour, hour + 1);
        }
        return series.candles();
    }
}
