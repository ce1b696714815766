package org.evenkeel.cli.wallet;

import static org.evenkeel.cli.Cli.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.OwnProcess;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class WalletCommandsTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static LocalWallet wallet;
    private static TestDex dex;
    private static TestContract usdc;

    @TempDir
    private Path own;

    @BeforeAll
    static void deploy() {
        dex = TestDex.deployOn(CHAIN);
        usdc = dex.token("USDC", 6);
        wallet = new LocalWallet(CHAIN, dex, folder);
    }

    @Test
    void a_wallet_is_made_once_and_its_address_is_all_that_is_said() throws IOException {
        Path keystore = own.resolve("new.json");
        Cli.Ran made = Cli.run("wallet", "create", "--out", keystore, "--password-file", wallet.password());
        assertTrue(made.out().matches("0x[0-9a-f]{40}\\R"), made.out());
        assertEquals("", made.err());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)));
        assertEquals(made.out().strip(), new WalletFiles(keystore).address().hex());
        byte[] before = Files.readAllBytes(keystore);
        Cli.Ran again = Cli.run("wallet", "create", "--out", keystore, "--password-file", wallet.password());
        assertSays(ExitCode.USAGE, "is there already", again);
        assertArrayEquals(before, Files.readAllBytes(keystore));
    }

    @Test
    void a_wallet_that_is_made_for_a_program_is_told_as_json() {
        Path keystore = own.resolve("new.json");
        Cli.Ran made = Cli.run("wallet", "create", "--out", keystore, "--password-file", wallet.password(), "--json");
        JsonNode told = JSON.readTree(made.out());
        assertEquals(
                new WalletFiles(keystore).address().hex(), told.get("address").stringValue());
        assertEquals(keystore.toString(), told.get("keystore").stringValue());
    }

    @Test
    void no_wallet_is_made_with_a_password_that_others_can_read_or_with_two_or_none() throws IOException {
        Path open = Files.writeString(own.resolve("open"), LocalWallet.PASSWORD);
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path keystore = own.resolve("new.json");
        assertSays(
                ExitCode.USAGE,
                "can be read by others",
                Cli.run("wallet", "create", "--out", keystore, "--password-file", open));
        assertSays(ExitCode.USAGE, "--password-fd", Cli.run("wallet", "create", "--out", keystore));
        assertSays(
                ExitCode.USAGE,
                "--password-fd",
                Cli.run("wallet", "create", "--out", keystore, "--password-file", open, "--password-fd", "0"));
        assertSays(ExitCode.USAGE, "0 or more", Cli.run("wallet", "create", "--out", keystore, "--password-fd", "-1"));
        assertFalse(Files.exists(keystore));
    }

    @Test
    void a_password_is_read_from_a_descriptor() throws IOException, InterruptedException {
        Path keystore = own.resolve("new.json");
        Path said = own.resolve("said");
        Process process = OwnProcess.start(List.of("wallet", "create", "--out", keystore, "--password-fd", "0"), said);
        try (Writer in = process.outputWriter()) {
            in.write(LocalWallet.PASSWORD + "\n");
        }
        assertEquals(0, process.waitFor(), () -> said + " tells");
        Cli.Ran opened = Cli.run(
                "wallet",
                "check",
                "--wallet",
                keystore,
                "--password-file",
                wallet.password(),
                "--chains",
                wallet.path("chains.json"),
                "--env",
                wallet.path(".env"));
        assertSays(ExitCode.OK, "the password opens it", opened);
    }

    @Test
    void balances_are_exact_and_need_no_password() {
        wallet.fund("1234567890123456789");
        wallet.mint(usdc, 1_000_001);
        Cli.Ran table = wallet.run("wallet", "balances", "--token", "local:" + usdc);
        assertSays(ExitCode.OK, "1.234567890123456789", table);
        assertTrue(table.out().matches("(?s).*\\| local +\\| USDC +\\| +1.000001 \\| " + usdc + ".*"), table.out());
        JsonNode told = JSON.readTree(wallet.run("wallet", "balances", "--json", "--token", "local:" + usdc)
                .out());
        assertEquals(wallet.address().hex(), told.get("wallet").stringValue());
        assertEquals("ETH", told.get("balances").get(0).get("asset").stringValue());
        assertEquals(
                "1234567890123456789", told.get("balances").get(0).get("units").stringValue());
        assertEquals("1.000001", told.get("balances").get(1).get("balance").stringValue());
        assertEquals(31337, told.get("balances").get(1).get("chainId").longValue());
    }

    @Test
    void the_tokens_of_a_data_set_are_looked_at_and_what_is_none_there_is_told() throws IOException {
        wallet.mint(usdc, 7);
        Path csv = Files.writeString(
                own.resolve("GOODS-USDC_1h.csv"),
                "time,open,high,low,close,volume\n2021-01-01T00:00:00Z,1,1,1,1,1\n2021-01-01T01:00:00Z,1,1,1,1,1\n");
        Path data = own.resolve("data");
        Cli.Ran imported = Cli.run("data", "import", csv, "--out", data);
        assertEquals(0, imported.code(), imported.err());
        Files.writeString(data.resolve("pairs.json"), """
                [{"pair_id": 1, "chain": "local", "chain_id": 31337, "exchange": "uniswap-v2", "fee_bps": 30,
                  "base": "GOODS", "base_address": "0x%s", "base_decimals": 18,
                  "quote": "USDC", "quote_address": "%s", "quote_decimals": 6}]""".formatted("7".repeat(40), usdc));
        Cli.Ran ran = wallet.run("wallet", "balances", "--data", data);
        assertSays(ExitCode.OK, "0.000007", ran);
        assertTrue(ran.err().contains("GOODS on local is left out: there is no token at 0x7777"), ran.err());
    }

    @Test
    void a_chain_without_a_node_and_a_token_that_is_none_are_errors() {
        assertSays(
                ExitCode.USAGE,
                "set ETHEREUM_RPC_URL",
                wallet.run("wallet", "balances", "--token", "ethereum:" + usdc));
        assertSays(
                ExitCode.USAGE,
                "There is no token at",
                wallet.run("wallet", "balances", "--token", "local:" + dex.factoryV2()));
        assertSays(ExitCode.USAGE, "Did you mean 'local'", wallet.run("wallet", "balances", "--token", "lokal:0x1"));
        assertSays(ExitCode.USAGE, "is no address", wallet.run("wallet", "balances", "--token", "local:0x1"));
        assertSays(ExitCode.USAGE, "CHAIN:ADDRESS", wallet.run("wallet", "balances", "--token", usdc));
        wallet.write(".env", "");
        assertSays(ExitCode.USAGE, "no endpoint for any known chain", wallet.run("wallet", "check"));
        wallet.endpoint(CHAIN.url().toString());
    }

    @Test
    void a_node_of_another_chain_is_refused() {
        wallet.write(".env", "POLYGON_RPC_URL=" + CHAIN.url() + "\n");
        assertSays(ExitCode.USAGE, "it is of the chain with the id 31337", wallet.run("wallet", "balances"));
        assertSays(ExitCode.USAGE, "it is of the chain with the id 31337", wallet.run("wallet", "check"));
        wallet.endpoint(CHAIN.url().toString());
    }

    @Test
    void a_wrong_password_is_an_error_before_any_node_is_asked() {
        wallet.endpoint("http://127.0.0.1:1");
        Path wrong = wallet.secret("wrong", "something else");
        assertSays(
                ExitCode.USAGE,
                "no keystore of version 3 that the password",
                wallet.run("wallet", "check", "--password-file", wrong));
        wallet.endpoint(CHAIN.url().toString());
    }

    @Test
    void a_wallet_that_never_sent_anything_is_well() {
        Cli.Ran ran = wallet.run("wallet", "check", "--password-file", wallet.password());
        assertSays(ExitCode.OK, "the password opens it", ran);
        assertSays(ExitCode.OK, "the wallet has sent nothing", ran);
        assertSays(ExitCode.OK, "All is well.", ran);
    }

    @Test
    void transactions_that_no_journal_knows_need_a_person() {
        wallet.fund("1000000000000000000");
        wallet.sendElsewhere(wallet.address().hex(), "0x");
        assertSays(ExitCode.STATE, "the wallet has sent 1 transactions", wallet.run("wallet", "check"));
        JsonNode told = JSON.readTree(wallet.run("wallet", "check", "--json").out());
        assertEquals(1, told.get("problems").intValue());
        assertTrue(told.get("findings")
                .valueStream()
                .anyMatch(finding -> finding.get("repair").asString("").equals("begin-journal:local")));
    }
}
