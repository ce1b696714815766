package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.Folders;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run whose key is in no file: a node of its own has the account unlocked, and signs. Nothing is sent to that node. */
final class SignerLiveTest {
    private static final long ID = 31422;
    private static final int ACCOUNT = 7; // The first of a node's accounts deploys, and has a nonce.

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(ID, DueRun.genesis());

    @RegisterExtension
    static final LocalChain SIGNER = LocalChain.withId(ID);

    @TempDir
    private Path folder;

    private FaultProxy service;
    private String account;
    private DueRun run;

    @BeforeEach
    void prepare() {
        account = SIGNER.ask("eth_accounts").get(ACCOUNT).stringValue();
        service = FaultProxy.before(SIGNER);
        run = DueRun.of(CHAIN, folder, account).begun();
        byEnvironment();
    }

    @AfterEach
    void close() {
        service.close();
        run.close();
    }

    private void byEnvironment() {
        run.environment("EVENKEEL_SIGNER_URL=" + service.url() + "\n");
    }

    private List<Object> live(String... more) {
        List<Object> command = new ArrayList<>(run.withoutKey("live", "WeeklyMomentum", "--execute", "--once"));
        command.addAll(List.of(more));
        return command;
    }

    private Cli.Ran ran(List<Object> command) {
        Cli.Ran ran = Cli.run(command.toArray());
        assertFalse((ran.out() + ran.err()).contains(FaultProxy.SECRET), ran.out() + ran.err());
        return ran;
    }

    private void assertKeptSecret() throws Exception {
        Files.delete(folder.resolve(".env"));
        assertFalse(Folders.text(folder).contains(FaultProxy.SECRET));
        byEnvironment();
    }

    @Test
    void a_decision_is_traded_and_booked_to_the_unit_and_all_is_sold_again() throws Exception {
        Cli.Ran live = ran(live());
        assertEquals(ExitCode.OK, live.code(), live.out() + live.err());
        run.assertDone("signed elsewhere");
        assertTrue(service.count("eth_signTransaction") >= 4, service.received()::toString);
        assertTrue(service.received().stream().noneMatch(method -> method.contains("send")), "it only signs");
        assertTrue(Files.exists(folder.resolve(account).resolve("gamma-" + ID)), "where its journal is");

        Cli.Ran doctor = ran(run.withoutKey("doctor", "--state=" + run.state()));
        assertEquals(ExitCode.OK, doctor.code(), doctor.out() + doctor.err());
        assertTrue(doctor.out().contains("signer http://127.0.0.1:"), doctor.out());
        Cli.Ran closed = ran(run.withoutKey("close-all", "WeeklyMomentum", "--execute"));
        assertEquals(ExitCode.OK, closed.code(), closed.out() + closed.err());
        assertEquals(0, run.book().positions().size());
        run.assertSame("all sold");
        assertKeptSecret();
    }

    /** Signed by the very account, and something else than was asked for. */
    private String another() {
        return SIGNER.ask(
                        "eth_signTransaction",
                        Map.of(
                                "from", account,
                                "to", "0x" + "ee".repeat(20),
                                "value", "0x1",
                                "gas", "0x5208",
                                "nonce", "0x0",
                                "maxFeePerGas", "0x77359400",
                                "maxPriorityFeePerGas", "0x1"))
                .stringValue();
    }

    @Test
    void a_signer_that_lies_makes_a_trade_fail_and_nothing_is_sent() throws Exception {
        service.set("eth_signTransaction", new Fault.Result("\"" + another() + "\""));
        run.proxy().watch(new FaultProxy.Watcher() {});
        Cli.Ran live = ran(live());
        assertEquals(ExitCode.OK, live.code(), live.err());
        assertTrue(live.out().contains("its recipient is 0x" + "ee".repeat(20) + " in the place of"), live.out());
        assertEquals(0, run.proxy().count("eth_sendRawTransaction"));
        assertEquals(0, run.nonce());
        List<Trade> trades = run.book().trades();
        assertEquals(2, trades.size(), trades::toString);
        for (Trade trade : trades) {
            assertEquals(Outcome.REFUSED, ((Trade.Failed) trade.end().orElseThrow()).outcome());
        }
        run.assertSame("nothing traded");
        assertKeptSecret();
    }

    @Test
    void a_decision_waits_for_a_signer_that_is_away_for_a_moment_and_is_traded_once_he_is_back() throws Exception {
        service.once("eth_signTransaction", new Fault.LostRequest());
        Cli.Ran live = ran(live());
        assertEquals(ExitCode.OK, live.code(), live.out() + live.err());
        assertTrue((live.out() + live.err()).contains("and did not: no connection"), live.out() + live.err());
        List<Outcome> failed = run.book().trades().stream()
                .flatMap(trade -> trade.failed().stream())
                .map(Trade.Failed::outcome)
                .toList();
        assertEquals(List.of(Outcome.NOT_SENT), failed);
        assertEquals(2, run.book().positions().size());
        run.assertSame("signed in the end");
        assertKeptSecret();
    }

    @Test
    void what_cannot_sign_is_told_before_anything_begins() {
        long before = service.count("eth_signTransaction");
        service.set("eth_accounts", new Fault.Result("[]"));
        Cli.Ran none = ran(live());
        assertEquals(ExitCode.STATE, none.code(), none.err());
        assertTrue(none.err().contains("has 0 accounts, and none of them is the wallet " + account), none.err());
        Cli.Ran check = ran(run.withoutKey("wallet", "check"));
        assertEquals(ExitCode.STATE, check.code(), check.out());
        assertTrue(check.out().contains("PROBLEM  signer http://127.0.0.1:"), check.out());

        Cli.Ran open = ran(live("--signer=http://signer.example/" + FaultProxy.SECRET));
        assertEquals(ExitCode.USAGE, open.code(), open.err());
        assertTrue(open.err().contains("--signer: a signer at http://signer.example/***"), open.err());
        Cli.Ran both = ran(live("--signer=" + service.url(), "--password-file=nowhere"));
        assertTrue(both.err().contains("and not both"), both.err());
        Cli.Ran opened = ran(live("--password-file=nowhere"));
        assertTrue(opened.err().contains("an address, which no password opens"), opened.err());
        run.environment("");
        Cli.Ran nobody = ran(live());
        assertEquals(ExitCode.USAGE, nobody.code(), nobody.err());
        assertTrue(nobody.err().contains("say by --signer URL, or by EVENKEEL_SIGNER_URL"), nobody.err());
        assertEquals(before, service.count("eth_signTransaction"));
        assertEquals(BigInteger.ZERO, BigInteger.valueOf(run.nonce()));
    }
}
