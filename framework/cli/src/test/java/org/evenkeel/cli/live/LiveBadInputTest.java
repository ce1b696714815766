package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.market.Interval;
import org.evenkeel.onchain.collect.CandleCollector;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a run that is to send is refused for: with what, where and what to do, and before anything is signed. */
final class LiveBadInputTest {
    private static final String NOBODY = "0x" + "1".repeat(40);

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(
            31413,
            Instant.ofEpochMilli(System.currentTimeMillis())
                    .minus(Duration.ofHours(4))
                    .truncatedTo(ChronoUnit.HOURS));

    @TempDir
    private static Path folder;

    private static BusyChain busy;
    private static LocalWallet wallet;
    private static FaultProxy proxy;

    private static void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void writeWhatIsRight() throws IOException {
        write("chains.json", "{\"chains\": [" + busy.profile() + "]}");
        write(".env", "EPS_RPC_URL=" + proxy.url() + "\n");
    }

    @BeforeAll
    static void trade() throws IOException {
        busy = new BusyChain(CHAIN, "eps", 6).withPair("AAA", "5");
        proxy = FaultProxy.before(CHAIN);
        wallet = LocalWallet.ofFolder(CHAIN, folder);
        writeWhatIsRight();
        busy.fund(wallet.address().hex(), "5", "9000");
        Instant at = busy.now();
        for (int hour = 1; hour < 3; hour++) {
            busy.trade(new Random(hour), at.plus(Duration.ofHours(hour)), 0.004);
        }
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
        busy.passTo(now.minusSeconds(2));
        busy.passTo(now);
        List<Object> collect = new ArrayList<>(List.of("collect", "--out=" + folder.resolve("pools")));
        collect.addAll(busy.pools());
        collect.addAll(List.of("--chains=" + folder.resolve("chains.json"), "--env=" + folder.resolve(".env")));
        Cli.Ran candles = Cli.run(collect.toArray());
        assertEquals(0, candles.code(), candles.err());
    }

    @AfterAll
    static void end() {
        proxy.close();
    }

    @BeforeEach
    void right() throws IOException {
        writeWhatIsRight();
    }

    @AfterEach
    void nothingWasSigned() {
        assertFalse(proxy.received().contains("eth_sendRawTransaction"), "something was sent");
    }

    private Cli.Ran live(Object... more) {
        List<Object> words = new ArrayList<>(List.of("live", "WeeklyMomentum", "--execute", "--once"));
        words.addAll(List.of(
                "--data=" + folder.resolve("pools"),
                "--out=" + folder.resolve("run"),
                "--chains=" + folder.resolve("chains.json"),
                "--wallet=" + wallet.keystore(),
                "--set=cycle=1h",
                "--set=lookback=2h",
                "--set=pairs=AAA-USDC,WETH-USDC"));
        List<Object> given = List.of(more);
        if (given.stream().noneMatch(word -> word.toString().startsWith("--env"))) {
            words.add("--env=" + folder.resolve(".env"));
        }
        if (given.stream().noneMatch(word -> word.toString().startsWith("--password"))) {
            words.add("--password-file=" + wallet.password());
        }
        words.addAll(given);
        return Cli.run(words.toArray());
    }

    private static void assertRefused(int code, Cli.Ran ran, String... said) {
        assertEquals(code, ran.code(), ran.out() + ran.err());
        for (String part : said) {
            assertTrue(ran.err().contains(part), () -> "'" + part + "' in: " + ran.err());
        }
    }

    @Test
    void no_endpoint() throws IOException {
        write(".env", "OTHER_RPC_URL=http://127.0.0.1:1\n");
        assertRefused(ExitCode.USAGE, live(), "There is no endpoint for eps", "EPS_RPC_URL");
    }

    @Test
    void a_file_of_endpoints_that_is_not_there() {
        Path none = folder.resolve("nope.env");
        assertRefused(ExitCode.USAGE, live("--env=" + none), "--env " + none, "no such file");
    }

    @Test
    void a_wrong_password() {
        Path wrong = wallet.secret("wrong", "not it");
        Cli.Ran ran = live("--password-file=" + wrong);
        assertTrue(ran.code() != 0, ran.out());
        assertTrue(ran.err().contains("password"), ran.err());
        assertFalse(ran.err().contains("not it"), ran.err());
    }

    @Test
    void a_chain_of_which_nothing_is_known() throws IOException {
        write("chains.json", "{\"chains\": []}");
        assertRefused(ExitCode.USAGE, live(), "Nothing is known of the chain eps", "chains.json");
    }

    @Test
    void a_pair_whose_pool_is_not_of_its_exchange() throws IOException {
        String elsewhere = busy.profile().replaceFirst("\"factory\": \"0x[0-9a-fA-F]{40}", "\"factory\": \"" + NOBODY);
        write("chains.json", "{\"chains\": [" + elsewhere + "]}");
        Cli.Ran ran = live("--no-collect");
        assertTrue(ran.code() != 0, ran.out());
        assertTrue(ran.err().contains("eps"), ran.err());
        assertTrue(ran.err().contains(NOBODY) || ran.err().contains("uniswap-v2"), ran.err());
    }

    @Test
    void no_coin_to_pay_gas_with() {
        CHAIN.ask("anvil_setBalance", wallet.address().hex(), "0x0");
        assertRefused(ExitCode.STATE, live("--no-collect"), wallet.address().hex(), "0 ETH", "eps", "gas");
    }

    @Test
    void a_wallet_that_holds_positions_which_the_state_does_not_know() {
        busy.give("AAA", wallet.address().hex(), "3");
        assertRefused(
                ExitCode.STATE,
                live("--no-collect"),
                "The wallet holds 3",
                "AAA",
                "of which a new state knows nothing");
    }

    @Test
    void nothing_to_trade_with() {
        busy.impoverish(wallet.address().hex());
        assertRefused(ExitCode.STATE, live("--no-collect"), "holds no money to trade with", "USDC", "eps");
    }

    @Test
    void a_data_set_that_another_process_collects_into() {
        CandleCollector other = CandleCollector.open(folder.resolve("pools"), tails -> {}, List.of(), Interval.HOURLY);
        try {
            assertRefused(ExitCode.STATE, live(), "is locked by pid", "--no-collect");
        } finally {
            other.close();
        }
    }

    @Test
    void close_all_without_a_run() {
        List<Object> words = new ArrayList<>(List.of("close-all", "WeeklyMomentum"));
        words.addAll(List.of(
                "--data=" + folder.resolve("pools"),
                "--out=" + folder.resolve("run"),
                "--chains=" + folder.resolve("chains.json"),
                "--env=" + folder.resolve(".env"),
                "--wallet=" + wallet.keystore()));
        assertRefused(ExitCode.STATE, Cli.run(words.toArray()), "holds no live run", "--out");
    }
}
