package org.evenkeel.onchain.exec;

import static org.evenkeel.onchain.swap.TestExchanges.at;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.market.Place;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.TestExchanges;
import org.evenkeel.onchain.swap.Venue;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;

/** Contracts on a local chain: a reserve, wrapped coins at 2,000 each, and tokens at one each, all in deep pools. */
final class Floor {
    static final BigInteger MILLION = BigInteger.TEN.pow(6);
    private static final long DEPTH = 1_000_000;
    private static final BigInteger TWO_96 = BigInteger.ONE.shiftLeft(96);
    /** At one whole token for another, where one has 12 decimals more. */
    private static final int TICK_OF_TRILLION = 276_320;

    final LocalChain localChain;
    final Chain chain;
    final TestDex dex;
    final Token reserve;
    final TestContract cash;
    final TestContract coins;
    final TestContract dollar;
    final List<TradingPair> pairs = new ArrayList<>();
    private final List<TestContract> tokens = new ArrayList<>();
    private final List<Address> routing = new ArrayList<>();
    private final Dex.ConstantProduct v2;
    private final Dex.Concentrated v3;

    /** With a reserve of so many decimals; USDT's way to approve where told. */
    Floor(LocalChain localChain, int decimals, boolean resets) {
        this.localChain = localChain;
        chain = new Chain("local", localChain.id());
        TestExchanges exchanges = TestExchanges.deployOn(localChain);
        dex = exchanges.contracts();
        v2 = exchanges.pairs();
        v3 = exchanges.ranges();
        dex.deployMulticall();
        cash = resets ? dex.resetApprovalToken("USDT", decimals) : dex.token("USDC", decimals);
        reserve = new Token(chain, cash.address(), resets ? "USDT" : "USDC", decimals);
        coins = dex.token("WETH", 18);
        dollar = dex.token("DAI", 18);
        routing.add(at(dex.pairV2(cash, whole(20_000_000), coins, units(10_000, 18))));
        routing.add(at(dex.pairV2(cash, whole(5_000_000), dollar, units(5_000_000, 18))));
    }

    static BigInteger units(long amount, int decimals) {
        return BigInteger.valueOf(amount).multiply(BigInteger.TEN.pow(decimals));
    }

    BigInteger whole(long amount) {
        return units(amount, reserve.decimals());
    }

    /** A plain token of 18 decimals against the reserve, at one each and a million deep. */
    TradingPair pairV2(String symbol) {
        return pairV2(dex.token(symbol, 18), symbol);
    }

    /** The same with a token of another kind. */
    TradingPair pairV2(TestContract token, String symbol) {
        dex.pairV2(cash, whole(DEPTH), token, units(DEPTH, 18));
        return add(token, symbol, v2.name(), 30);
    }

    /** The same with ranges about the price, in a pool that takes 5 bps. */
    TradingPair poolV3(String symbol) {
        return poolV3(dex.token(symbol, 18), symbol);
    }

    /** The same with a token of another kind. */
    TradingPair poolV3(TestContract token, String symbol) {
        return poolV3(token, symbol, 500);
    }

    /** The same with another fee; the reserve has 6 decimals or 18. */
    TradingPair poolV3(TestContract token, String symbol, int feePips) {
        boolean even = reserve.decimals() == 18;
        boolean cashFirst = TestDex.sorted(cash, token)[0].equals(cash);
        BigInteger price = even ? TWO_96 : cashFirst ? TWO_96.multiply(MILLION) : TWO_96.divide(MILLION);
        int tick = even ? 0 : cashFirst ? TICK_OF_TRILLION : -TICK_OF_TRILLION;
        int middle = tick / 600 * 600;
        TestContract pool = dex.poolV3(cash, token, feePips, price);
        BigInteger most0 = cashFirst ? whole(DEPTH) : units(DEPTH, 18);
        BigInteger most1 = cashFirst ? units(DEPTH, 18) : whole(DEPTH);
        dex.provide(pool, middle - 6000, middle + 6000, most0, most1);
        return add(token, symbol, v3.name(), feePips / 100.0);
    }

    private TradingPair add(TestContract token, String symbol, String exchange, double feeBps) {
        tokens.add(token);
        TradingPair pair = new TradingPair(
                pairs.size() + 1,
                new Exchange(exchange, FeeMode.FROM_INPUT),
                new Token(chain, token.address(), symbol, 18),
                reserve,
                feeBps,
                PriceUnit.USD);
        pairs.add(pair);
        return pair;
    }

    TestContract contract(TradingPair pair) {
        return tokens.get(pairs.indexOf(pair));
    }

    /** From here on a honeypot's token cannot be sold to its pair any more. */
    void trap(TradingPair honeypot) {
        TestContract token = contract(honeypot);
        token.send("trap(address)", dex.factoryV2().contract("getPair(address,address)", cash, token));
    }

    TradingUniverse universe() {
        return new MarketCatalog("local", true, Interval.HOURLY, pairs)
                .selectAll()
                .reserve(reserve.symbol())
                .build();
    }

    Trading.Stage stage() {
        return new Trading.Stage(place(), universe(), () -> Clients.now(localChain));
    }

    Venue venueV2() {
        return new Venue(v2, Venue.UNISWAP_V2);
    }

    Venue venueV3() {
        return new Venue(v3, Venue.UNISWAP_V3);
    }

    Place place() {
        List<Venue> venues = List.of(venueV2(), venueV3());
        List<RouterContract> routers = List.of(
                new RouterContract(at(dex.router()), RouterKind.SWAP_ROUTER_02, venues),
                new RouterContract(at(dex.routerV2()), RouterKind.V2_ROUTER, List.of(venueV2())));
        return new Place(
                venues,
                routers,
                routing,
                new Place.Gas(at(coins), BigInteger.TEN.pow(9)),
                RouteLimits.DEFAULTS,
                PegRule.POOLS);
    }

    BigInteger balance(TestContract token, Address owner) {
        return token.number("balanceOf(address)", owner.hex());
    }
}
