package org.evenkeel.cli.wallet;

import static org.evenkeel.cli.Cli.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.RealTime;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainsFile;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.safe.SafeAccount;
import org.evenkeel.onchain.sign.Keystore;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The money is a Safe's, and the wallet's key is one of its owners. */
final class SafeDoctorTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final Chain LOCAL = new Chain(LocalWallet.CHAIN_NAME, 31337);
    private static SafeGround ground;

    @TempDir
    private Path folder;

    private LocalWallet wallet;
    private TestContract safe;

    @BeforeAll
    static void deploy() {
        ground = SafeGround.on(CHAIN);
    }

    @BeforeEach
    void begin() {
        wallet = ground.wallet(folder);
        safe = ground.enriched(ground.safes().create(1, List.of(wallet.address().hex(), CHAIN.account())));
    }

    private Cli.Ran run(Object... command) {
        return wallet.run(SafeGround.about(safe, command));
    }

    /** As the start of a run would. */
    private void start() {
        ChainProfile profile = ChainsFile.read(wallet.path("chains.json")).get(LOCAL);
        WalletFiles files = new WalletFiles(wallet.keystore());
        Address address = new Address(safe.address());
        try (ChainClient client = ChainClient.of(
                        profile.settings(List.of(Endpoint.of(CHAIN.url().toString())), Optional.empty()),
                        RealTime.clock());
                TxManager owner = TxManager.open(
                        client,
                        Keystore.open(wallet.keystore(), wallet.password()),
                        files.journal(wallet.address(), LOCAL),
                        profile.rules().transactions())) {
            SafeAccount.open(client, owner, address, files.safe(wallet.address(), LOCAL, address))
                    .close();
        }
    }

    @Test
    void balances_are_those_of_the_safe() {
        assertSays(ExitCode.OK, "2.5 |", run("wallet", "balances", "--token", "local:" + ground.usdc()));
    }

    @Test
    void a_safe_of_the_key_is_well_and_who_else_can_move_its_money_is_told() {
        for (String said : List.of(
                "has other owners, each of whom can move its money alone: [" + CHAIN.account(),
                "was never told anything from here; its nonce is 0",
                "All is well.")) {
            assertSays(ExitCode.OK, said, run("wallet", "check"));
        }
        start();
        assertSays(ExitCode.OK, "has done what it was told here and nothing else", run("wallet", "check"));
        assertSays(ExitCode.OK, "has done what it was told here and nothing else", run("doctor"));
    }

    @Test
    void a_safe_that_the_key_does_not_speak_for_alone_needs_a_person() {
        safe = ground.safes().create(2, List.of(wallet.address().hex(), CHAIN.account()));
        assertSays(ExitCode.STATE, "wants 2 signatures for everything", run("wallet", "check"));
        safe = ground.safes().create(1, List.of(CHAIN.account()));
        assertSays(ExitCode.STATE, "is no owner of the Safe", run("doctor"));
    }

    @Test
    void what_is_no_safe_is_told() {
        assertSays(
                ExitCode.STATE,
                "There is no contract at",
                wallet.run("wallet", "check", "--safe", "0x" + "5".repeat(40)));
        assertSays(ExitCode.USAGE, "is no address", wallet.run("wallet", "check", "--safe", "0x5"));
    }

    @Test
    void what_the_safe_did_otherwise_is_told_and_accepted_by_somebody_who_says_why() {
        start();
        ground.safes().tell(safe, ground.usdc(), "transfer(address,uint256)", CHAIN.account(), 1);
        assertSays(ExitCode.STATE, "has done 1 things that it was not told here", run("doctor"));
        assertSays(ExitCode.USAGE, "--reason", run("doctor", "--repair", "accept-safe-nonce:local"));
        assertSays(
                ExitCode.OK,
                "All is well.",
                run("doctor", "--repair", "accept-safe-nonce:local", "--reason", "I did that myself"));
    }

    @Test
    void an_allowance_of_the_safe_is_taken_back_by_the_safe_when_that_is_signed_off() {
        ground.safes()
                .tell(
                        safe,
                        ground.usdc(),
                        "approve(address,uint256)",
                        ground.dex().routerV2(),
                        700_000);
        start();
        Path data = ground.data(wallet);
        Cli.Ran found = run("doctor", "--data", data);
        assertSays(ExitCode.STATE, ground.dex().routerV2() + " may take 0.7 USDC", found);
        String revoke =
                "revoke-allowance:local:" + ground.usdc() + ":" + ground.dex().routerV2();
        Cli.Ran mended = run("doctor", "--data", data, "--password-file", wallet.password(), "--repair", revoke);
        assertSays(ExitCode.OK, "is taken back", mended);
        assertSays(ExitCode.OK, "its nonce is 2", mended);
        assertEquals(
                BigInteger.ZERO,
                ground.usdc()
                        .number("allowance(address,address)", safe, ground.dex().routerV2()));
    }
}
