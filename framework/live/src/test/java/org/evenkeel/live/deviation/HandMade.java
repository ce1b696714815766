package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;

/**
 * Two pairs of a fee of 30 bps over five weeks and the day before, hourly: A rises by 0.1 USD an hour from 100, B falls as fast from 200. Weekly
 * decisions, 10,000 USD.
 */
final class HandMade {
    static final Instant START = Instant.parse("2022-01-03T00:00:00Z");
    private static final int DAY = 24;
    static final int WEEK = 24 * 7;
    static final int HOURS = 5 * WEEK;
    static final Chain ETHEREUM = new Chain("ethereum", 1);
    static final Token USDC = new Token(ETHEREUM, "0xusdc", "USDC", 6);
    static final TradingPair A = pair(1, "A");
    static final TradingPair B = pair(2, "B");
    static final Backtest.Period PERIOD = new Backtest.Period(START, hour(HOURS));

    private HandMade() {}

    private static TradingPair pair(long id, String symbol) {
        Token base = new Token(ETHEREUM, "0x" + symbol, symbol, 18);
        return new TradingPair(id, new Exchange("pool", FeeMode.FROM_INPUT), base, USDC, 30, PriceUnit.USD);
    }

    static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    /** The open of a candle; also the close of the one before. */
    static double price(TradingPair pair, int hour) {
        return pair.equals(A) ? 100 + hour / 10.0 : 200 - hour / 10.0;
    }

    private static Candles candles(TradingPair pair, IntPredicate traded) {
        int[] hours = IntStream.range(-DAY, HOURS).filter(traded).toArray();
        long[] times =
                IntStream.of(hours).mapToLong(hour -> hour(hour).toEpochMilli()).toArray();
        int size = times.length;
        double[] opens =
                IntStream.of(hours).mapToDouble(hour -> price(pair, hour)).toArray();
        double[] closes =
                IntStream.of(hours).mapToDouble(hour -> price(pair, hour + 1)).toArray();
        double[] highs = pair.equals(A) ? closes : opens;
        double[] lows = pair.equals(A) ? opens : closes;
        return new Candles(Interval.HOURLY, times, new Candles.Prices(opens, highs, lows, closes, new double[size]));
    }

    /** What is decided in each cycle, counted from 1; in others nothing. */
    static Backtest backtest(Map<Integer, Function<DecisionInput, List<TradeIntent>>> decisions) {
        return backtest(decisions, Map.of());
    }

    /** The same with settings. */
    static Backtest backtest(
            Map<Integer, Function<DecisionInput, List<TradeIntent>>> decisions, Map<String, String> set) {
        return backtest(decisions, set, hour -> true);
    }

    /** The same on candles of some of the hours alone. */
    static Backtest backtest(
            Map<Integer, Function<DecisionInput, List<TradeIntent>>> decisions,
            Map<String, String> set,
            IntPredicate traded) {
        MarketCatalog catalog = new MarketCatalog("by hand", true, Interval.HOURLY, List.of(A, B));
        MarketDataSet data = new MarketDataSet(
                catalog,
                wanted -> wanted.stream().map(pair -> candles(pair, traded)).toList());
        return Backtest.prepare(parameters -> new Scripted(decisions), set, data);
    }

    static TradeIntent buy(TradingPair pair, String usd) {
        return TradeIntent.buy(pair, new Size.Spend(new BigDecimal(usd)), TradeReason.ORDER);
    }

    static TradeIntent sellAll(TradingPair pair) {
        return TradeIntent.sell(pair, new Size.SellAll(), TradeReason.CLOSE);
    }

    private record Scripted(Map<Integer, Function<DecisionInput, List<TradeIntent>>> decisions) implements Strategy {
        @Override
        public TradingUniverse createTradingUniverse(MarketCatalog market) {
            return market.selectAll().reserve("USDC").build();
        }

        @Override
        public List<TradeIntent> decideTrades(DecisionInput input) {
            return decisions.getOrDefault(input.cycle(), nothing -> List.of()).apply(input);
        }

        @Override
        public Settings settings() {
            return Settings.DEFAULTS.withCapital(new Settings.Capital(10_000, 1, 0));
        }
    }
}
