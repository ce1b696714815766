package org.evenkeel.cli.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.data.DataSets;
import org.evenkeel.market.Candles;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the node of a user to a backtest. */
final class CollectCommandTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31338, TradedChain.GENESIS);

    @TempDir
    private Path folder;

    private FaultProxy proxy;
    private TradedChain traded;
    private Path data;

    @BeforeEach
    void trade() {
        proxy = FaultProxy.before(CHAIN);
        traded = new TradedChain(CHAIN);
        data = folder.resolve("data");
        traded.trade(0, 30, 7);
        traded.idleUntil(30.1);
    }

    @AfterEach
    void disconnect() {
        proxy.close();
    }

    private Cli.Ran collect(Object... more) {
        List<Object> words = new ArrayList<>(List.of(
                "collect",
                "--out",
                data,
                "--chains",
                traded.chainsFile(folder),
                "--env",
                traded.envFile(folder, proxy.url())));
        words.addAll(List.of(more));
        Cli.Ran ran = Cli.run(words.toArray());
        assertFalse((ran.out() + ran.err()).contains(FaultProxy.SECRET), ran.err());
        return ran;
    }

    private Cli.Ran both(Object... more) {
        List<Object> words = new ArrayList<>(List.of(
                "--pool", "local:" + traded.wethUsdc, "--pool", "local:" + traded.tokenWeth, "--from", "2024-03-01"));
        words.addAll(List.of(more));
        return collect(words.toArray());
    }

    private static void ok(Cli.Ran ran) {
        assertEquals(0, ran.code(), ran.err());
    }

    private Candles candles(String name) {
        MarketDataSet set = DataSets.open(data);
        MarketHistory history = set.history(set.catalog().selectAll().build());
        TradingPair pair = history.universe().pairs().stream()
                .filter(one -> one.symbol().equals(name))
                .findFirst()
                .orElseThrow();
        return history.of(pair).candles();
    }

    @Test
    void what_is_collected_is_a_data_set_that_is_shown_checked_and_backtested() {
        Cli.Ran ran = both();
        ok(ran);
        assertTrue(ran.out().contains("TOK-WETH") && ran.out().contains("2024-03-02T06:00:00Z"), ran.out());
        assertTrue(ran.err().contains("Read "), ran.err());
        Candles weth = candles("WETH-USDC");
        Candles token = candles("TOK-WETH");
        assertTrue(weth.size() > 15 && token.size() > 15, weth.size() + " and " + token.size());
        assertEquals(3_000, weth.open(0), 100);
        assertEquals(1.5, token.open(0), 0.1, "half a thousandth of 3,000 dollars");
        assertEquals(LiquiditySource.RESERVES, token.liquiditySource());
        assertEquals(1_500_000, token.depthUsd(0), 100_000);
        assertEquals(3_000_000, weth.depthUsd(0), 200_000);
        ok(Cli.run("data", "show", data));
        Cli.Ran check = Cli.run("data", "check", data);
        ok(check);
        assertTrue(check.out().contains("can be used"), check.out());
        Cli.Ran backtest = Cli.run(
                "backtest", "BuyAndHold", "--data", data, "--set", "pairs=WETH-USDC", "--out", folder.resolve("run"));
        ok(backtest);
    }

    @Test
    void run_again_it_goes_on_where_it_was_and_needs_no_pool_to_be_named() throws Exception {
        ok(both());
        int before = candles("TOK-WETH").size();
        traded.trade(31, 40, 8);
        traded.idleUntil(40.1);
        Cli.Ran ran = collect("--json");
        ok(ran);
        JsonNode json = new JsonMapper().readTree(ran.out());
        assertEquals(2, json.get("pools").size(), ran.out());
        JsonNode second = json.get("pools").get(1);
        assertEquals("TOK-WETH", second.get("pair").stringValue());
        assertEquals("2024-03-02T16:00:00Z", second.get("completeTo").stringValue());
        assertEquals(traded.tokenWeth.address(), second.get("pool").stringValue());
        assertEquals(
                before + second.get("candles").intValue(), candles("TOK-WETH").size());
        assertTrue(second.get("candles").intValue() > 0);
        assertTrue(second.get("wentBackTo").isNull());
        byte[] file = Files.readAllBytes(data.resolve("collected-2024-03.parquet"));
        ok(collect());
        assertEquals(
                -1, java.util.Arrays.mismatch(file, Files.readAllBytes(data.resolve("collected-2024-03.parquet"))));
    }

    @Test
    void a_data_set_that_came_from_elsewhere_is_extended_and_its_own_files_stay() throws Exception {
        ok(both("--to", "2024-03-01T10:00:00Z"));
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        Files.copy(data.resolve("collected-2024-03.parquet"), other.resolve("candles.parquet"));
        Files.copy(data.resolve("pairs.json"), other.resolve("pairs.json"));
        int before = candles("WETH-USDC").size();
        ok(collect("--to", "2024-03-02T06:00:00Z"));
        Candles whole = candles("WETH-USDC");
        data = other;
        ok(collect());
        Candles extended = candles("WETH-USDC");
        assertTrue(extended.size() > before);
        assertEquals(whole.size(), extended.size());
        assertEquals(whole.close(whole.size() - 1), extended.close(extended.size() - 1));
        assertTrue(Files.exists(other.resolve("candles.parquet")));
    }

    @Test
    void daily_candles_and_the_height_of_a_block_as_the_begin_are_taken() {
        String height = CHAIN.ask("eth_blockNumber").stringValue();
        long block = Long.decode(height) - 2;
        ok(both("--interval", "1d"));
        assertEquals(1, candles("WETH-USDC").size());
        data = folder.resolve("late");
        ok(collect("--pool", "local:" + traded.wethUsdc, "--from", Long.toString(block)));
        assertFalse(Files.exists(data.resolve("collected-2024-03.parquet")), "nothing was over since then");
    }

    @Test
    void the_token_that_is_bought_and_sold_can_be_said() {
        ok(collect(
                "--pool",
                "local:" + traded.tokenWeth + ":TOK",
                "--usd-pool",
                "local:" + traded.wethUsdc,
                "--from",
                "2024-03-01"));
        assertEquals(1, DataSets.open(data).catalog().pairs().size());
        assertEquals(1.5, candles("TOK-WETH").open(0), 0.1);
    }

    private void refused(int code, String word, Object... more) {
        Cli.Ran ran = collect(more);
        assertEquals(code, ran.code(), ran.err());
        assertTrue(ran.err().contains(word), ran.err());
        assertFalse(ran.err().matches("(?s).*(?<!\\.)\\.\\.(?!\\.).*"), "a sentence ends once: " + ran.err());
        assertFalse(Files.exists(data.resolve("pairs.json")), "nothing is written");
    }

    @Test
    void what_cannot_be_collected_is_refused_with_what_to_do() {
        refused(ExitCode.USAGE, "no --pool");
        refused(ExitCode.USAGE, "names no pool", "--pool", "local:0x12");
        refused(ExitCode.USAGE, "Did you mean 'local'", "--pool", "locl:" + traded.wethUsdc);
        refused(ExitCode.USAGE, "ETHEREUM_RPC_URL", "--pool", "ethereum:" + traded.wethUsdc);
        refused(ExitCode.DATA, "WETH against USDC", "--pool", "local:" + traded.tokenWeth);
        refused(ExitCode.DATA, "is no pool", "--pool", "local:0x" + "12".repeat(20));
        refused(ExitCode.USAGE, "--from", "--pool", "local:" + traded.wethUsdc, "--from", "yesterday");
        refused(ExitCode.USAGE, "--interval", "--pool", "local:" + traded.wethUsdc, "--interval", "soon");
        refused(ExitCode.USAGE, "--confirmations", "--pool", "local:" + traded.wethUsdc, "--confirmations", "-1");
    }

    @Test
    void a_node_of_another_chain_is_refused() {
        proxy.set("eth_chainId", new FaultProxy.Fault.Result("\"0x1\""));
        Cli.Ran ran = collect("--pool", "local:" + traded.wethUsdc);
        assertTrue(ran.code() != 0 && ran.err().contains("the id 1"), ran.err());
    }

    @Test
    void candles_of_another_length_than_those_there_are_refused() {
        ok(both());
        Cli.Ran ran = collect("--interval", "1d");
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("are of 1h"), ran.err());
    }
}
