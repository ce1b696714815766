package org.evenkeel.onchain.collect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;

/**
 * Pools of a local chain that are traded at times that a test says: WETH against USDC in v2 and in v3, and a token against WETH in
 * v2. What each swap did is noted from what the contracts say after it.
 */
final class TradedPools {
    static final Duration HOUR = Duration.ofHours(1);

    private static final MathContext EXACT = new MathContext(60);

    private final LocalChain chain;
    final TestDex dex;
    final TestContract usdc;
    final TestContract token;
    final TestContract wethUsdc;
    final TestContract tokenWeth;
    final TestContract ranges;
    final List<Noted> noted = new ArrayList<>();
    private Instant now;

    /** A swap: in which pool, when, what the mid price in quote tokens was then, and how many quote tokens changed hands. */
    record Noted(TestContract pool, Instant at, double price, double quoteVolume) {}

    TradedPools(LocalChain chain) {
        this.chain = chain;
        dex = TestDex.deployOn(chain);
        usdc = dex.token("USDC", 6);
        token = dex.token("TOK", 8);
        dex.wrap(units(1_000_000, 18));
        wethUsdc = dex.pairV2(dex.weth(), units(1_000, 18), usdc, units(2_000_000, 6));
        tokenWeth = dex.pairV2(token, units(500_000, 8), dex.weth(), units(100, 18));
        ranges = dex.poolV3(dex.weth(), usdc, 3000, rootOf(2_000));
        dex.provide(ranges, -887220, 887220, inOrder()[0], inOrder()[1]);
        now = Clients.now(chain);
    }

    /** 500 WETH and a million USDC, in the pool's order. */
    private BigInteger[] inOrder() {
        BigInteger weth = units(500, 18);
        BigInteger dollars = units(1_000_000, 6);
        return wethIsFirst() ? new BigInteger[] {weth, dollars} : new BigInteger[] {dollars, weth};
    }

    boolean wethIsFirst() {
        return dex.weth().address().compareTo(usdc.address()) < 0;
    }

    /** The square root of the price of so many dollars a WETH, as a pool has it. */
    private BigInteger rootOf(long dollars) {
        BigInteger[] units = {units(1, 18), units(dollars, 6)};
        BigInteger first = wethIsFirst() ? units[0] : units[1];
        BigInteger second = wethIsFirst() ? units[1] : units[0];
        return second.shiftLeft(192).divide(first).sqrt();
    }

    static BigInteger units(long tokens, int decimals) {
        return BigInteger.valueOf(tokens).multiply(BigInteger.TEN.pow(decimals));
    }

    List<Dex> exchanges() {
        return List.of(
                new Dex.ConstantProduct("uniswap-v2", address(dex.factoryV2()), address(dex.routerV2()), 3000),
                new Dex.Concentrated("uniswap-v3", address(dex.factoryV3()), address(dex.quoter())));
    }

    PoolFinder finder(ChainClient client) {
        return new PoolFinder(client, exchanges(), Optional.of(address(dex.weth())));
    }

    static Address address(TestContract contract) {
        return new Address(contract.address());
    }

    /** The newest block's time, as far as it was said here. */
    Instant now() {
        return now;
    }

    /** The next block is of this time. */
    void at(Instant time) {
        now = time;
        chain.ask("evm_setNextBlockTimestamp", time.getEpochSecond());
    }

    /** Makes an empty block at a time. */
    void idleUntil(Instant time) {
        at(time);
        chain.ask("evm_mine");
    }

    /** Buys or sells WETH for so many dollars' worth in the v2 pair. */
    void tradeWeth(Instant time, boolean buy, long dollars) {
        at(time);
        BigInteger before = usdc.number("balanceOf(address)", wethUsdc);
        if (buy) {
            dex.swapV2(usdc, dex.weth(), units(dollars, 6));
        } else {
            dex.swapV2(dex.weth(), usdc, units(dollars, 18).divide(BigInteger.valueOf(2_000)));
        }
        note(wethUsdc, priceV2(wethUsdc, dex.weth(), 18, 6), moved(before, usdc, wethUsdc, 6));
    }

    /** Buys or sells the token for so many thousandths of WETH. */
    void tradeToken(Instant time, boolean buy, long milliWeth) {
        at(time);
        BigInteger before = dex.weth().number("balanceOf(address)", tokenWeth);
        BigInteger weth = units(milliWeth, 15);
        if (buy) {
            dex.swapV2(dex.weth(), token, weth);
        } else {
            dex.swapV2(token, dex.weth(), units(milliWeth * 5, 8));
        }
        note(tokenWeth, priceV2(tokenWeth, token, 8, 18), moved(before, dex.weth(), tokenWeth, 18));
    }

    /** Buys or sells WETH for so many dollars' worth in the v3 pool. */
    void tradeRanges(Instant time, boolean buy, long dollars) {
        at(time);
        BigInteger before = usdc.number("balanceOf(address)", ranges);
        if (buy) {
            dex.swapV3(usdc, dex.weth(), 3000, units(dollars, 6));
        } else {
            dex.swapV3(dex.weth(), usdc, 3000, units(dollars, 18).divide(BigInteger.valueOf(2_000)));
        }
        BigDecimal root = new BigDecimal(ranges.ask("slot0()").getFirst());
        BigDecimal raw = root.multiply(root).divide(new BigDecimal(BigInteger.TWO.pow(192)), EXACT);
        BigDecimal dollarsAWeth = wethIsFirst()
                ? raw.movePointRight(12)
                : BigDecimal.ONE.divide(raw, EXACT).movePointRight(12);
        note(ranges, dollarsAWeth.doubleValue(), moved(before, usdc, ranges, 6));
    }

    private static double moved(BigInteger before, TestContract quote, TestContract pool, int decimals) {
        BigInteger change =
                quote.number("balanceOf(address)", pool).subtract(before).abs();
        return new BigDecimal(change, decimals).doubleValue();
    }

    private static double priceV2(TestContract pair, TestContract base, int baseDecimals, int quoteDecimals) {
        List<BigInteger> reserves = pair.ask("getReserves()");
        boolean baseIsFirst = pair.contract("token0()").address().equals(base.address());
        BigDecimal baseTokens = new BigDecimal(reserves.get(baseIsFirst ? 0 : 1), baseDecimals);
        BigDecimal quoteTokens = new BigDecimal(reserves.get(baseIsFirst ? 1 : 0), quoteDecimals);
        return quoteTokens.divide(baseTokens, EXACT).doubleValue();
    }

    private void note(TestContract pool, double price, double quoteVolume) {
        noted.add(new Noted(pool, now, price, quoteVolume));
    }
}
