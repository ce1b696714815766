package org.evenkeel.cli.live;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestBridge;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.evenkeel.testkit.chain.Whim;

/**
 * A chain on which people trade: dollars, the wrapped coin and some tokens, in pools of both kinds. Its first account
 * makes their swaps; what they do to prices is up to the test.
 */
final class BusyChain {
    private static final int EIGHTEEN = 18;
    private static final int DEPOSIT_ID = 8;
    private static final int FEE_PIPS = 3000;
    private static final int LOWEST_TICK = -887_220;
    private static final BigDecimal DEPTH_USD = new BigDecimal("2000000");
    /** How much of a pool anybody buys or sells at most. */
    private static final double SHARE = 0.004;

    /** More than that. */
    private static final double RISE = 0.01;

    private static final Duration BETWEEN = Duration.ofMinutes(50);
    private static final String RICH = "0x" + BigInteger.TEN.pow(30).toString(16);

    private final LocalChain chain;
    private final String name;
    private final TestDex dex;
    private final TestContract dollar;
    private final int dollarDecimals;
    private final TestContract stable;
    private final TestContract stablePair;
    private final TestBridge bridge;
    private final Map<String, Pool> pools = new LinkedHashMap<>();

    /** A pool of a token against dollars or the wrapped coin. */
    private record Pool(String symbol, boolean ranges, TestContract token, TestContract quote, TestContract contract) {}

    BusyChain(LocalChain chain, String name, int dollarDecimals) {
        this.chain = chain;
        this.name = name;
        this.dollarDecimals = dollarDecimals;
        chain.ask("anvil_setBalance", chain.account(), RICH);
        dex = TestDex.deployOn(chain);
        dex.deployMulticall();
        dollar = dex.token("USDC", dollarDecimals);
        dex.wrap(BigInteger.TEN.pow(25));
        stable = dex.token("USDT", 6);
        stablePair = dex.pairV2(dollar, units(DEPTH_USD, dollarDecimals), stable, units(DEPTH_USD, 6));
        pool("WETH", dex.weth(), dollar, "2000", true);
        bridge = TestBridge.deployOn(chain);
    }

    /** A new token in a v2 pair against dollars. */
    BusyChain withPair(String symbol, String usd) {
        pool(symbol, dex.token(symbol, EIGHTEEN), dollar, usd, false);
        return this;
    }

    /** A new token in a v2 pair against dollars, that can be turned into a bad one. */
    BusyChain withFickle(String symbol, String usd) {
        pool(symbol, dex.fickleToken(symbol, EIGHTEEN), dollar, usd, false);
        return this;
    }

    /** Tells a fickle token what to be. */
    void turn(String symbol, Whim whim) {
        whim.on(pools.get(symbol).token());
    }

    /** The contract of a token is gone. */
    void remove(String symbol) {
        chain.ask("anvil_setCode", pools.get(symbol).token().address(), "0x");
    }

    /** A new token in a v3 pool against the wrapped coin. */
    BusyChain withRanges(String symbol, String usd) {
        pool(symbol, dex.token(symbol, EIGHTEEN), dex.weth(), usd, true);
        return this;
    }

    private void pool(String symbol, TestContract token, TestContract quote, String usd, boolean ranges) {
        BigDecimal quoteUsd = quote.equals(dollar) ? BigDecimal.ONE : new BigDecimal("2000");
        BigInteger tokens = units(DEPTH_USD.divideToIntegralValue(new BigDecimal(usd)), EIGHTEEN);
        BigInteger quotes = units(DEPTH_USD.divideToIntegralValue(quoteUsd), decimals(quote));
        TestContract contract;
        if (ranges) {
            contract = dex.poolV3(token, quote, FEE_PIPS, sqrtPriceX96(token, tokens, quote, quotes));
            dex.provide(
                    contract,
                    LOWEST_TICK,
                    -LOWEST_TICK,
                    first(token, tokens, quote, quotes),
                    second(token, tokens, quote, quotes));
        } else {
            contract = dex.pairV2(token, tokens, quote, quotes);
        }
        pools.put(symbol, new Pool(symbol, ranges, token, quote, contract));
    }

    private int decimals(TestContract token) {
        return token.equals(dollar) ? dollarDecimals : EIGHTEEN;
    }

    private static BigInteger units(BigDecimal amount, int decimals) {
        return amount.movePointRight(decimals).toBigInteger();
    }

    private static boolean inOrder(TestContract a, TestContract b) {
        return TestDex.sorted(a, b)[0].equals(a);
    }

    private static BigInteger first(TestContract a, BigInteger ofA, TestContract b, BigInteger ofB) {
        return inOrder(a, b) ? ofA : ofB;
    }

    private static BigInteger second(TestContract a, BigInteger ofA, TestContract b, BigInteger ofB) {
        return inOrder(a, b) ? ofB : ofA;
    }

    private static BigInteger sqrtPriceX96(TestContract a, BigInteger ofA, TestContract b, BigInteger ofB) {
        return second(a, ofA, b, ofB)
                .shiftLeft(192)
                .divide(first(a, ofA, b, ofB))
                .sqrt();
    }

    /** Everybody's swaps of a moment: each token is bought or sold for up to a share of its pool. */
    void trade(Random random, Instant at, double share) {
        for (String symbol : pools.keySet()) {
            push(symbol, (2 * random.nextDouble() - 1) * share, at);
        }
    }

    /** Buys (or, below 0, sells) a share of what one side of a token's pool was worth in the beginning. */
    void push(String symbol, double share, Instant at) {
        Pool pool = pools.get(symbol);
        chain.ask("evm_setNextBlockTimestamp", Math.max(at.getEpochSecond(), now().getEpochSecond()));
        boolean buys = share > 0;
        TestContract in = buys ? pool.quote() : pool.token();
        TestContract out = buys ? pool.token() : pool.quote();
        BigInteger held = in.number("balanceOf(address)", pool.contract());
        BigInteger amount = new BigDecimal(held)
                .multiply(BigDecimal.valueOf(Math.abs(share)))
                .toBigInteger();
        if (pool.ranges()) {
            dex.swapV3(in, out, FEE_PIPS, amount);
        } else {
            dex.swapV2(in, out, amount);
        }
    }

    /**
     * Lets people trade up to an instant, some time after each hour. In the end some tokens have risen, whatever the hour
     * is.
     */
    void tradeUpTo(Instant end, Random random, List<String> rising) {
        for (Instant at = now().plus(Duration.ofHours(1)); at.isBefore(end); at = at.plus(BETWEEN)) {
            trade(random, at, SHARE);
            for (String symbol : rising) {
                push(symbol, RISE, at);
            }
        }
        passTo(end.minusSeconds(2));
        passTo(end);
    }

    /** Lets time pass to an instant. */
    void passTo(Instant at) {
        if (at.isAfter(now())) {
            chain.ask("evm_setNextBlockTimestamp", at.getEpochSecond());
            chain.ask("evm_mine");
        }
    }

    /** The time of the newest block. */
    Instant now() {
        String time = chain.ask("eth_getBlockByNumber", "latest", false)
                .get("timestamp")
                .stringValue();
        return Instant.ofEpochSecond(Long.decode(time));
    }

    /** Gives an account coins and dollars. */
    void fund(String account, String coins, String dollars) {
        chain.ask(
                "anvil_setBalance",
                account,
                "0x" + units(new BigDecimal(coins), EIGHTEEN).toString(16));
        dollar.send("mint(address,uint256)", account, units(new BigDecimal(dollars), dollarDecimals));
    }

    /** Gives an account some of a token. */
    void give(String symbol, String account, String tokens) {
        pools.get(symbol).token().send("mint(address,uint256)", account, units(new BigDecimal(tokens), EIGHTEEN));
    }

    /** Takes dollars from an account as one does who was allowed to: its own nonce stays as it is. */
    void take(String account, String dollars) {
        BigInteger left =
                dollar.number("balanceOf(address)", account).subtract(units(new BigDecimal(dollars), dollarDecimals));
        chain.ask("anvil_dealERC20", account, dollar.address(), "0x" + left.toString(16));
    }

    /** Takes units of a token from an account. */
    void take(String symbol, String account, BigInteger units) {
        TestContract token = pools.get(symbol).token();
        BigInteger left = token.number("balanceOf(address)", account).subtract(units);
        chain.ask("anvil_dealERC20", account, token.address(), "0x" + left.toString(16));
    }

    /** Takes all its dollars from an account. */
    void impoverish(String account) {
        String gone = dollar.input(
                "transfer(address,uint256)", chain.account(), dollar.number("balanceOf(address)", account));
        chain.ask("anvil_impersonateAccount", account);
        chain.ask("eth_sendTransaction", Map.of("from", account, "to", dollar.address(), "data", gone));
    }

    /** What an account holds of the dollar and of each token, in base units, by symbol. */
    Map<String, BigInteger> holdings(String account) {
        Map<String, BigInteger> holdings = new LinkedHashMap<>();
        holdings.put("USDC", dollar.number("balanceOf(address)", account));
        pools.forEach((symbol, pool) -> holdings.put(symbol, pool.token().number("balanceOf(address)", account)));
        return holdings;
    }

    /** What the chain's entry of {@code chains.json} is. */
    String profile() {
        return """
                {"name": "%s", "id": %d, "confirmations": 1, "head_age_seconds": 86400, "requests_per_second": 10000,
                 "wrapped_native": "%s", "native_symbol": "ETH",
                 "exchanges": [
                  {"name": "uniswap-v2", "kind": "constant-product", "factory": "%s", "router": "%s", "fee_bps": 30,
                   "init_code_hash": "0x96e8ac4277198ff8b6f785478aa9a39f403cb768dd02cbee326c3e7da348845f"},
                  {"name": "uniswap-v3", "kind": "concentrated", "factory": "%s", "quoter": "%s",
                   "init_code_hash": "0xe34f199b19b2b4f47f68442619d555527d244f78a3297ea89325f843f87b8b54"}],
                 "routers": [{"address": "%s", "kind": "swap-router-02", "exchanges": ["uniswap-v2", "uniswap-v3"]}],
                 "routing_pools": ["%s"],
                 "limits": {"trade_usd": 100000, "day_usd": 1000000, "daily_loss_usd": 100000, "quote_age_seconds": 86400},
                 "bridge": {"kind": "across", "spoke_pool": "%s"}}""".formatted(
                        name,
                        chain.id(),
                        dex.weth(),
                        dex.factoryV2(),
                        dex.routerV2(),
                        dex.factoryV3(),
                        dex.quoter(),
                        dex.router(),
                        stablePair,
                        bridge.pool());
    }

    /** What 'collect' is told of the chain's pools. */
    List<String> pools() {
        return pools.values().stream()
                .map(pool -> "--pool=" + name + ":" + pool.contract().address() + ":" + pool.symbol())
                .toList();
    }

    /** Lets other chains pay out what was paid in here, as relayers do. */
    void relayTo(BusyChain destination, Set<BigInteger> done) {
        for (TestBridge.Relay relay : bridge.deposits()) {
            if (done.add(relay.words().get(DEPOSIT_ID))) {
                destination.bridge.fill(relay, destination.dollar);
            }
        }
    }

    /** The address of a token's pool. */
    String poolOf(String symbol) {
        return pools.get(symbol).contract().address();
    }

    /** The dollar of this chain. */
    TestContract dollar() {
        return dollar;
    }

    /** SwapRouter02. */
    TestContract router() {
        return dex.router();
    }

    /** The dollar and all that is traded. */
    List<TestContract> tokens() {
        return Stream.concat(Stream.of(dollar), pools.values().stream().map(Pool::token))
                .toList();
    }

    /** Where the node listens, as a line of {@code .env}. */
    String endpoint() {
        return name.toUpperCase(Locale.ROOT) + "_RPC_URL=" + url() + "\n";
    }

    /** Where the node listens. */
    String url() {
        return chain.url().toString();
    }
}
