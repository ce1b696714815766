package org.evenkeel.cli.wallet;

import static org.evenkeel.cli.Cli.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.RealTime;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainsFile;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.sign.Keystore;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DoctorTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final Chain LOCAL = new Chain(LocalWallet.CHAIN_NAME, 31337);
    private static final Instant BEGUN = Instant.parse("2026-01-05T00:00:00Z");

    private static TestDex dex;
    private static TestContract usdc;
    private static TestContract goods;

    @TempDir
    private Path folder;

    private LocalWallet wallet;
    private Path state;
    private RunInfo.Market market;

    @BeforeAll
    static void deploy() {
        dex = TestDex.deployOn(CHAIN);
        usdc = dex.token("USDC", 6);
        goods = dex.token("GOODS", 18);
    }

    /** Books of a hundred dollars, a wallet with as many, and a coin for gas. */
    @BeforeEach
    void begin() {
        wallet = new LocalWallet(CHAIN, dex, folder);
        wallet.fund("1000000000000000000");
        wallet.mint(usdc, 100_000_000);
        state = folder.resolve("run");
        Token cash = token(usdc, "USDC", 6);
        Exchange exchange = new Exchange("uniswap-v2", FeeMode.FROM_INPUT);
        TradingPair pair = new TradingPair(1, exchange, token(goods, "GOODS", 18), cash, 30, PriceUnit.USD);
        market = new RunInfo.Market(List.of(pair), new LinkedHashMap<>(Map.of(LOCAL, cash)));
        create(RunInfo.Data.GROWING, Optional.empty());
    }

    private void create(String fingerprint, Optional<RunInfo.Live> live) {
        RunInfo info = new RunInfo(
                "Doctored",
                "nowhere",
                new LinkedHashMap<>(),
                new RunInfo.Data("none", "nowhere", fingerprint, false),
                market,
                live);
        try (StateStore store = StateStore.create(state, Durability.FAST)) {
            store.ledger().apply(new Event.LedgerOpened(BEGUN, info));
            store.ledger()
                    .apply(new Event.CashFlowed(
                            BEGUN, Ledger.MAIN_BOOK, token(usdc, "USDC", 6), BigDecimal.valueOf(100)));
            store.writeSnapshot();
        }
    }

    @Test
    void a_run_that_has_no_wallet_is_not_held_against_one() {
        wallet.mint(usdc, 1);
        state = folder.resolve("paper");
        create(
                RunInfo.Data.GROWING,
                Optional.of(new RunInfo.Live(false, Optional.empty(), Duration.ofMinutes(1), new LinkedHashMap<>())));
        assertSays(ExitCode.STATE, "is on paper and has no wallet", doctor());
        assertSays(ExitCode.STATE, "nothing was booked", doctor("--repair", "book-deposit:local:USDC"));
        assertEquals(0, booked().compareTo(BigDecimal.valueOf(100)));
        state = folder.resolve("backtest");
        create("sha256:0", Optional.empty());
        assertSays(ExitCode.STATE, "is a backtest and has no wallet", doctor());
    }

    private static Token token(TestContract contract, String symbol, int decimals) {
        return new Token(LOCAL, contract.address(), symbol, decimals);
    }

    private Cli.Ran doctor(Object... more) {
        Object[] command = new Object[more.length + 3];
        command[0] = "doctor";
        command[1] = "--state";
        command[2] = state;
        System.arraycopy(more, 0, command, 3, more.length);
        return wallet.run(command);
    }

    private BigDecimal booked() {
        return StateFolder.at(state).load().book(Ledger.MAIN_BOOK).reserve(token(usdc, "USDC", 6));
    }

    @Test
    void where_books_and_wallet_agree_and_nothing_stands_open_all_is_well() {
        Cli.Ran ran = doctor();
        for (String said : List.of(
                "answers; block",
                "the wallet has sent nothing",
                "none of 2 tokens stands for a router or the bridge",
                "books and wallet both have 100",
                "All is well.")) {
            assertSays(ExitCode.OK, said, ran);
        }
    }

    @Test
    void reserve_from_outside_is_told_to_the_unit_and_booked_when_that_is_signed_off() {
        wallet.mint(usdc, 1);
        assertSays(ExitCode.STATE, "the books have 100, the wallet 100.000001: 0.000001 more", doctor());
        assertEquals(0, booked().compareTo(BigDecimal.valueOf(100)));
        assertSays(ExitCode.OK, "books and wallet both have 100.000001", doctor("--repair", "book-deposit:local:USDC"));
        assertEquals(new BigDecimal("100.000001"), booked());
        assertSays(ExitCode.USAGE, "There is none to be made", doctor("--repair", "book-deposit:local:USDC"));
    }

    @Test
    void reserve_that_is_gone_is_told_and_booked_when_that_is_signed_off() {
        String nobody = "0x" + "5".repeat(40);
        wallet.sendElsewhere(usdc.address(), usdc.input("transfer(address,uint256)", nobody, 40_000_000));
        assertSays(ExitCode.STATE, "the books have 100, the wallet 60: 40 less", doctor());
        doctor("--repair", "book-withdrawal:local:USDC");
        assertEquals(0, booked().compareTo(BigDecimal.valueOf(60)));
    }

    @Test
    void a_position_that_the_books_do_not_know_is_told_and_has_no_repair() {
        wallet.mint(goods, 5);
        Cli.Ran ran = doctor("--json");
        assertEquals(ExitCode.STATE, ran.code(), ran.err());
        List<JsonNode> problems = new JsonMapper()
                .readTree(ran.out())
                .get("findings")
                .valueStream()
                .filter(finding -> finding.get("level").stringValue().equals("problem"))
                .toList();
        assertEquals(1, problems.size(), ran.out());
        assertTrue(
                problems.getFirst().get("what").stringValue().contains("the wallet 0.000000000000000005"), ran.out());
        assertTrue(problems.getFirst().get("repair").isNull(), ran.out());
    }

    private void allowElsewhere(TestContract token, long units) {
        wallet.sendElsewhere(token.address(), token.input("approve(address,uint256)", dex.routerV2(), units));
    }

    private BigInteger allowance(TestContract token) {
        return token.number("allowance(address,address)", wallet.address().hex(), dex.routerV2());
    }

    @Test
    void allowances_that_stand_are_taken_back_by_the_wallet_when_that_is_signed_off() {
        allowElsewhere(usdc, 3_000_000);
        allowElsewhere(goods, 7);
        Cli.Ran found = doctor();
        assertSays(ExitCode.STATE, dex.routerV2() + " may take 3 USDC", found);
        String revoke = "revoke-allowance:local:" + usdc + ":" + dex.routerV2();
        assertSays(ExitCode.STATE, "--repair " + revoke, found);
        assertSays(ExitCode.USAGE, "--password-file", doctor("--repair", revoke));
        assertEquals(BigInteger.valueOf(3_000_000), allowance(usdc));
        Cli.Ran mended =
                doctor("--password-file", wallet.password(), "--repair", "begin-journal:local", "--repair", revoke);
        assertSays(ExitCode.STATE, "is taken back", mended);
        assertEquals(BigInteger.ZERO, allowance(usdc));
        assertEquals(BigInteger.valueOf(7), allowance(goods));
        assertSays(ExitCode.STATE, "the next nonce is 3", mended);
        assertSays(ExitCode.STATE, "1 thing needs a person", mended);
    }

    private static final String STRANGER = "0x" + "5".repeat(40);
    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    private BigInteger allowed(TestContract token, String spender) {
        return token.number("allowance(address,address)", wallet.address().hex(), spender);
    }

    @Test
    void what_nobody_configured_may_take_is_found_by_the_logs_and_taken_back_when_that_is_signed_off() {
        assertSays(ExitCode.OK, "allowances of others: none stands that was given since block 0", doctor());
        wallet.sendElsewhere(usdc.address(), usdc.input("approve(address,uint256)", STRANGER, ALL));
        wallet.sendElsewhere(goods.address(), goods.input("approve(address,uint256)", STRANGER, 5));
        wallet.sendElsewhere(goods.address(), goods.input("approve(address,uint256)", STRANGER, 0));
        wallet.sendElsewhere(goods.address(), goods.input("approve(address,uint256)", "0x" + "6".repeat(40), 7));
        Cli.Ran found = doctor();
        assertSays(ExitCode.STATE, STRANGER + " may take any amount of USDC", found);
        assertSays(ExitCode.STATE, "and no configuration names it", found);
        assertFalse(found.out().contains(STRANGER + " may take 0"), found.out());
        assertSays(ExitCode.STATE, "0x" + "6".repeat(40) + " may take 0.000000000000000007 GOODS", found);
        String revoke = "revoke-allowance:local:" + usdc + ":" + STRANGER;
        assertSays(ExitCode.STATE, "--repair " + revoke, found);
        Cli.Ran mended =
                doctor("--password-file", wallet.password(), "--repair", "begin-journal:local", "--repair", revoke);
        assertSays(ExitCode.STATE, "the allowance of " + STRANGER + " is taken back", mended);
        assertEquals(BigInteger.ZERO, allowed(usdc, STRANGER));
        assertEquals(BigInteger.valueOf(7), allowed(goods, "0x" + "6".repeat(40)));
        assertSays(ExitCode.STATE, "1 thing needs a person", mended);
    }

    @Test
    void a_node_that_gives_no_logs_is_told_and_fails_nothing() {
        try (FaultProxy proxy = FaultProxy.before(CHAIN)) {
            wallet.endpoint(proxy.url());
            wallet.sendElsewhere(usdc.address(), usdc.input("approve(address,uint256)", STRANGER, 5));
            proxy.set("eth_getLogs", new FaultProxy.Fault.Error(-32601, "eth_getLogs is not available on this plan"));
            Cli.Ran ran = doctor();
            assertSays(ExitCode.STATE, "note     local, allowances of others: cannot be looked for", ran);
            assertSays(ExitCode.STATE, "not available on this plan", ran);
            assertFalse(ran.out().contains(STRANGER), "control: with logs it is found");
            assertSays(ExitCode.STATE, "1 thing needs a person", ran); // What was sent has no journal.
            proxy.clear();
            assertSays(ExitCode.STATE, STRANGER + " may take 0.000005 USDC", doctor());
        }
    }

    /** As the next start of a run would. */
    private void start() {
        ChainProfile profile = ChainsFile.read(wallet.path("chains.json")).get(LOCAL);
        try (ChainClient client = ChainClient.of(
                profile.settings(List.of(Endpoint.of(CHAIN.url().toString())), Optional.empty()), RealTime.clock())) {
            Address address = wallet.address();
            TxManager.open(
                            client,
                            Keystore.open(wallet.keystore(), wallet.password()),
                            new WalletFiles(wallet.keystore()).journal(address, LOCAL),
                            profile.rules().transactions())
                    .close();
        }
    }

    @Test
    void a_frozen_wallet_is_released_by_somebody_who_says_why() {
        start();
        wallet.sendElsewhere(wallet.address().hex(), "0x");
        assertSays(ExitCode.STATE, "the wallet was used elsewhere", doctor());
        start();
        assertSays(ExitCode.STATE, "the wallet is frozen", doctor());
        assertSays(ExitCode.USAGE, "--reason", doctor("--repair", "release-nonce:local"));
        assertSays(
                ExitCode.OK,
                "All is well.",
                doctor("--repair", "release-nonce:local", "--reason", "I sent that myself"));
    }

    @Test
    void too_little_for_gas_is_told_with_what_is_missing() {
        wallet.fund("1000000000000000");
        assertSays(ExitCode.STATE, "the wallet has 0.001 ETH; 0.01 are kept for exits", doctor());
        assertSays(ExitCode.STATE, "ETH or more to " + wallet.address(), doctor());
    }

    @Test
    void a_node_that_is_gone_is_told_beside_one_that_is_well_and_its_key_is_not() {
        wallet.endpoint("http://127.0.0.1:1/key-of-mine," + CHAIN.url());
        Cli.Ran ran = doctor();
        assertSays(ExitCode.STATE, "PROBLEM  local, node http://127.0.0.1:1/***", ran);
        assertSays(ExitCode.STATE, "books and wallet both have 100", ran);
        assertSays(ExitCode.STATE, "1 thing needs a person", ran);
        assertFalse(ran.out().contains("key-of-mine"));
    }

    @Test
    void where_no_node_is_well_what_could_not_be_looked_at_is_told() {
        wallet.endpoint("http://127.0.0.1:1");
        assertSays(ExitCode.STATE, "could not be looked at any further", doctor());
    }

    @Test
    void a_repair_of_nothing_that_was_found_is_refused_with_the_nearest_and_nothing_is_mended() {
        wallet.mint(usdc, 1);
        assertSays(
                ExitCode.USAGE,
                "Did you mean 'book-deposit:local:USDC'? Found: book-deposit:local:USDC.",
                doctor("--repair", "book-deposit:local:USDC", "--repair", "book-deposit:local:USCD"));
        assertEquals(0, booked().compareTo(BigDecimal.valueOf(100)));
    }

    @Test
    void a_state_that_is_in_use_is_not_booked_into() {
        wallet.mint(usdc, 1);
        try (StateStore store = StateStore.open(state, "Doctored", Durability.FAST)) {
            assertSays(ExitCode.STATE, "0.000001 more", doctor());
            assertSays(ExitCode.STATE, "locked", doctor("--repair", "book-deposit:local:USDC"));
            assertTrue(store.notices().isEmpty());
        }
    }
}
