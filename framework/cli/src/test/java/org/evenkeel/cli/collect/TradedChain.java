package org.evenkeel.cli.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.collect.PoolFinder;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainSettings;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.rpc.Freshness;
import org.evenkeel.onchain.rpc.RpcLimits;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;

/** A local chain of 2024 with a pool of WETH against USDC in v3 and one of a token against WETH in v2, and what a user says of it. */
final class TradedChain {
    static final Instant GENESIS = Instant.parse("2024-02-29T20:00:00Z");
    /** When the first trade can be: all contracts are there. */
    static final Instant BEGIN = Instant.parse("2024-03-01T00:00:00Z");

    private static final Freshness ANY_TIME = new Freshness(Duration.ofDays(36_500), Duration.ofSeconds(30), 3);

    private final LocalChain chain;
    private final TestDex dex;
    private final TestContract usdc;
    private final TestContract token;
    final TestContract wethUsdc;
    final TestContract tokenWeth;

    TradedChain(LocalChain chain) {
        this.chain = chain;
        dex = TestDex.deployOn(chain);
        usdc = dex.token("USDC", 6);
        token = dex.token("TOK", 18);
        dex.wrap(units(100_000, 18));
        tokenWeth = dex.pairV2(token, units(1_000_000, 18), dex.weth(), units(500, 18));
        boolean wethIsFirst = dex.weth().address().compareTo(usdc.address()) < 0;
        BigInteger weth = units(1_000, 18);
        BigInteger dollars = units(3_000_000, 6);
        BigInteger first = wethIsFirst ? weth : dollars;
        BigInteger second = wethIsFirst ? dollars : weth;
        wethUsdc = dex.poolV3(
                dex.weth(), usdc, 500, second.shiftLeft(192).divide(first).sqrt());
        dex.provide(wethUsdc, -887_270, 887_270, first, second);
    }

    private static BigInteger units(long tokens, int decimals) {
        return BigInteger.valueOf(tokens).multiply(BigInteger.TEN.pow(decimals));
    }

    /** Makes an empty block at so many hours after the begin. */
    void idleUntil(double hours) {
        at(hours);
        chain.ask("evm_mine");
    }

    private void at(double hours) {
        chain.ask("evm_setNextBlockTimestamp", BEGIN.getEpochSecond() + Math.round(hours * 3600));
    }

    /** Trades for some hours, in both pools, at random, a few times an hour; the last block is of the end. */
    void trade(int from, int to, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int hour = from; hour < to; hour++) {
            for (int part = 1; part < 4; part++) {
                at(hour + part / 4.0);
                int amount = random.nextInt(1, 10);
                switch (random.nextInt(4)) {
                    case 0 -> dex.swapV3(usdc, dex.weth(), 500, units(3_000L * amount, 6));
                    case 1 -> dex.swapV3(dex.weth(), usdc, 500, units(amount, 18));
                    case 2 -> dex.swapV2(dex.weth(), token, units(amount, 17));
                    default -> dex.swapV2(token, dex.weth(), units(200L * amount, 18));
                }
            }
        }
        idleUntil(to);
    }

    /** The chains.json that names the exchanges. */
    Path chainsFile(Path folder) {
        String json =
                """
                {"chains": [{"name": "local", "id": %d, "confirmations": 1, "head_age_seconds": 2000000000,
                  "wrapped_native": "%s", "native_symbol": "ETH",
                  "exchanges": [
                    {"name": "uniswap-v2", "kind": "constant-product", "factory": "%s", "router": "%s", "fee_bps": 30,
                      "init_code_hash": "0x96e8ac4277198ff8b6f785478aa9a39f403cb768dd02cbee326c3e7da348845f"},
                    {"name": "uniswap-v3", "kind": "concentrated", "factory": "%s", "quoter": "%s",
                      "init_code_hash": "0xe34f199b19b2b4f47f68442619d555527d244f78a3297ea89325f843f87b8b54"}]}]}
                """.formatted(chain.id(), dex.weth(), dex.factoryV2(), dex.routerV2(), dex.factoryV3(), dex.quoter());
        return written(folder.resolve("chains.json"), json);
    }

    /** The file that names the node. */
    Path envFile(Path folder, String url) {
        return written(folder.resolve(".env"), "# nodes\nLOCAL_RPC_URL=" + url + "\n");
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChainClient client(String url) {
        RpcLimits quick = RpcLimits.DEFAULTS.withRequestsPerSecond(10_000).withRounds(1, Duration.ofMillis(1));
        ChainSettings settings = ChainSettings.of(new Chain("local", chain.id()), List.of(Endpoint.of(url)))
                .withLimits(quick)
                .withFreshness(ANY_TIME);
        return ChainClient.of(settings, () -> Instant.parse("2026-01-01T00:00:00Z"));
    }

    PoolFinder finder(ChainClient client) {
        List<Dex> exchanges = List.of(
                new Dex.ConstantProduct(
                        "uniswap-v2",
                        new Address(dex.factoryV2().address()),
                        new Address(dex.routerV2().address()),
                        3000),
                new Dex.Concentrated(
                        "uniswap-v3",
                        new Address(dex.factoryV3().address()),
                        new Address(dex.quoter().address())));
        return new PoolFinder(
                client, exchanges, Optional.of(new Address(dex.weth().address())));
    }
}
