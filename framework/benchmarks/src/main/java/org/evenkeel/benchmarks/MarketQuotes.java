package org.evenkeel.benchmarks;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.Candles;
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
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.OnchainPricing;
import org.evenkeel.onchain.market.Place;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.Venue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A quote as a strategy gets it, over the pools of a universe of ten pairs that were read for the block: the route looked
 * for, in parts where these bring more, and fees and impact told apart. No quote is asked for twice.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class MarketQuotes {
    private static final int PAIRS = 10;
    private static final BigInteger DEEP = BigInteger.TEN.pow(24);

    /** The market, and what was not asked yet. */
    @State(Scope.Thread)
    public static class Market {
        private final MadeUpChain chain = new MadeUpChain();
        private final Address factory = address(0xfac);
        private final Venue venue =
                new Venue(new Dex.ConstantProduct("pairs", factory, address(0x907), 3000), Venue.UNISWAP_V2);
        private final Token reserve = token("USDC", 0x1);
        private final List<TradingPair> pairs = new ArrayList<>();
        private final OnchainPricing pricing;
        private final MarketView view;
        private Quotes quotes;
        private double amount = 1_000;

        /** Makes it. */
        public Market() {
            for (int row = 0; row < PAIRS; row++) {
                Token token = token("T" + row, 0x100 + row);
                pair(token);
                pairs.add(new TradingPair(
                        row + 1L, new Exchange("pairs", FeeMode.FROM_INPUT), token, reserve, 30, PriceUnit.USD));
            }
            TradingUniverse universe = new MarketCatalog("made-up", true, Interval.HOURLY, pairs)
                    .selectAll()
                    .reserve("USDC")
                    .build();
            ChainMarket market = ChainMarket.open(chain, place(), universe);
            pricing = new OnchainPricing(
                    Stream.of(new OnchainPricing.Desk(market, TokenVerdicts.trusting())), Duration.ofHours(2));
            view = view(universe);
            quotes = pricing.quotes(view);
            Quote first = quotes.buy(pairs.getFirst(), amount);
            Trial.require(first.quantity() > 990 && first.quantity() < 1_000, first.toString());
        }

        private Place place() {
            RouterContract router = new RouterContract(address(0x907), RouterKind.SWAP_ROUTER_02, List.of(venue));
            Place.Gas gas = new Place.Gas(new Address(pairs.getFirst().base().address()), BigInteger.TEN.pow(9));
            return new Place(List.of(venue), List.of(router), List.of(), gas, RouteLimits.DEFAULTS, PegRule.POOLS);
        }

        /** A pool of a token and the reserve at one each. */
        private void pair(Token token) {
            Address base = new Address(token.address());
            Address quote = new Address(reserve.address());
            Address pool = venue.poolAddress(base, quote, 3000);
            chain.say(base, "decimals()", new AbiWriter().uint(18));
            chain.say(quote, "decimals()", new AbiWriter().uint(18));
            chain.say(
                    factory,
                    "getPair(address,address)",
                    new AbiWriter().address(base).address(quote),
                    new AbiWriter().address(pool));
            chain.say(pool, "factory()", new AbiWriter().address(factory));
            boolean baseFirst = base.compareTo(quote) < 0;
            chain.say(pool, "token0()", new AbiWriter().address(baseFirst ? base : quote));
            chain.say(pool, "token1()", new AbiWriter().address(baseFirst ? quote : base));
            chain.say(pool, "getReserves()", new AbiWriter().uint(DEEP).uint(DEEP));
        }

        private MarketView view(TradingUniverse universe) {
            Map<TradingPair, PairHistory> histories = new LinkedHashMap<>();
            for (TradingPair pair : pairs) {
                long opened = MadeUpChain.NOW.minus(Duration.ofHours(1)).toEpochMilli();
                Candles candles =
                        new Candles(Interval.HOURLY, new long[] {opened}, Candles.Prices.ofCloses(new double[] {1}));
                histories.put(pair, new PairHistory(pair, candles));
            }
            return new MarketHistory(universe, histories).asOf(MadeUpChain.NOW);
        }

        private static Token token(String symbol, int number) {
            return new Token(MadeUpChain.CHAIN, address(number).hex(), symbol, 18);
        }

        private static Address address(int number) {
            return new Address(String.format(Locale.ROOT, "0x%040x", number));
        }

        /** Quotes that remember nothing of what was asked before. */
        @Setup(Level.Iteration)
        public void forget() {
            quotes = pricing.quotes(view);
        }
    }

    /** What a purchase brings. */
    @Benchmark
    public Quote buy(Market market) {
        market.amount += 0.01;
        return market.quotes.buy(market.pairs.getFirst(), market.amount);
    }

    /** What a sale brings. */
    @Benchmark
    public Quote sell(Market market) {
        market.amount += 0.01;
        return market.quotes.sell(market.pairs.getFirst(), market.amount);
    }
}
