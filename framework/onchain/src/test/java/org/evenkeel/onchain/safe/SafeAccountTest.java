package org.evenkeel.onchain.safe;

import static org.evenkeel.onchain.safe.Errands.APPROVE;
import static org.evenkeel.onchain.safe.Errands.GAS;
import static org.evenkeel.onchain.safe.Errands.KEY;
import static org.evenkeel.onchain.safe.Errands.RICH;
import static org.evenkeel.onchain.safe.Errands.SETTINGS;
import static org.evenkeel.onchain.safe.Errands.assertNotSigned;
import static org.evenkeel.onchain.safe.Errands.balance;
import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.sign.AllowedCall;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.tx.TxException;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.TxRequest.Purpose;
import org.evenkeel.testkit.Failpoints;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real Safe on a local chain, that a key speaks for which holds nothing but gas. */
final class SafeAccountTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Errands errands;
    private static TestContract safe;

    @TempDir
    private Path folder;

    private ChainClient client;
    private PolicySigner signer;
    private TxManager manager;
    private SafeAccount account;

    @BeforeAll
    static void deploy() {
        errands = Errands.on(CHAIN);
        // The chain's first account is an owner too: what it tells the Safe is done without this key.
        safe = errands.safes().create(1, List.of(KEY.address().hex(), CHAIN.account()));
        errands.enrich(safe);
    }

    @BeforeEach
    void open() {
        open(policy(), "signed");
    }

    private void open(SigningPolicy policy, String record) {
        client = errands.client();
        signer = PolicySigner.of(KEY, policy, folder.resolve(record), () -> Clients.now(CHAIN));
        manager = TxManager.open(client, signer, folder.resolve("transactions"), SETTINGS);
        account = SafeAccount.open(client, manager, at(safe), folder.resolve("safe"));
    }

    @AfterEach
    void close() {
        account.close();
        manager.close();
        signer.close();
        client.close();
    }

    private static SigningPolicy policy() {
        List<AllowedCall> around = new ArrayList<>(SafeCalls.allowed(at(safe)));
        around.addAll(SafeCalls.allowedBatches(at(errands.safes().multiSend())));
        return errands.policy(around, List.of(), BigInteger.ZERO);
    }

    private static Call approve(BigInteger amount) {
        return errands.approve(errands.dex().routerV2(), amount);
    }

    private static Call transfer(BigInteger amount) {
        return errands.transfer(errands.dex().routerV2(), amount);
    }

    private TxOutcome.Mined mined(TxRequest request) {
        return Errands.mined(account, request);
    }

    private TxOutcome.Mined mined(String id) {
        return Errands.mined(account, id);
    }

    private static BigInteger allowance() {
        return errands.usdc()
                .number("allowance(address,address)", safe, errands.dex().routerV2());
    }

    @Test
    void what_is_swapped_is_the_safes_and_the_key_pays_the_gas_alone() {
        assertEquals(at(safe), account.address());
        BigInteger amount = BigInteger.TEN.pow(8);
        assertTrue(mined(TxRequest.of("1/approve", approve(amount))).receipt().succeeded());
        assertTrue(mined(TxRequest.of("1/swap", errands.swap(amount, BigInteger.ONE, at(safe))))
                .receipt()
                .succeeded());
        assertEquals(RICH.subtract(amount), balance(errands.usdc(), at(safe)));
        assertTrue(balance(errands.coin(), at(safe)).signum() > 0);
        assertEquals(BigInteger.ZERO, balance(errands.coin(), KEY.address()));
        assertEquals(BigInteger.TWO, errands.safes().nonce(safe));
        assertEquals(BigInteger.ZERO, allowance());
    }

    @Test
    void the_same_again_is_a_look_and_something_else_under_its_name_a_conflict() {
        mined(TxRequest.of("1", approve(BigInteger.ONE)));
        mined(TxRequest.of("1", approve(BigInteger.ONE)));
        assertEquals(BigInteger.ONE, errands.safes().nonce(safe));
        assertThrows(TxException.Conflict.class, () -> account.submit(TxRequest.of("1", approve(BigInteger.TWO))));
    }

    @Test
    void what_the_token_would_refuse_is_not_signed_and_its_own_reason_is_told() {
        TxOutcome.Deferred refused = assertInstanceOf(
                TxOutcome.Deferred.class, account.submit(TxRequest.of("1", transfer(RICH.add(BigInteger.ONE)))));
        assertEquals(TxOutcome.Reason.WOULD_REVERT, refused.reason());
        assertFalse(refused.why().contains("GS013"), refused.why());
        assertTrue(refused.why().contains(at(errands.usdc()).hex()), refused.why());
        assertTrue(account.find("1").isEmpty());
    }

    @Test
    void what_fails_within_the_safe_has_failed_and_the_safe_goes_on() {
        TxOutcome.Mined failed =
                mined(TxRequest.of("1", transfer(RICH.add(BigInteger.ONE))).withGas(GAS));
        assertFalse(failed.receipt().succeeded());
        assertTrue(failed.reason().contains("GS013"), failed.reason());
        assertEquals(RICH, balance(errands.usdc(), at(safe)));
        assertEquals(BigInteger.ZERO, errands.safes().nonce(safe));
        assertTrue(mined(TxRequest.of("2", transfer(RICH))).receipt().succeeded());
    }

    @Test
    void several_calls_in_one_transaction_are_all_made() {
        BigInteger amount = BigInteger.TEN.pow(8);
        account.submitAll(
                "1",
                Purpose.ORDINARY,
                Optional.empty(),
                List.of(approve(amount), errands.swap(amount, BigInteger.ONE, at(safe))),
                at(errands.safes().multiSend()));
        TxOutcome.Mined done = mined("1");
        assertTrue(done.receipt().succeeded(), done::toString);
        assertEquals(RICH.subtract(amount), balance(errands.usdc(), at(safe)));
        assertEquals(BigInteger.ONE, errands.safes().nonce(safe));
    }

    @Test
    void or_none_of_them_is() {
        BigInteger amount = BigInteger.TEN.pow(8);
        List<Call> calls = List.of(approve(amount), errands.swap(amount, BigInteger.TEN.pow(30), at(safe)));
        Address multiSend = at(errands.safes().multiSend());
        assertInstanceOf(
                TxOutcome.Deferred.class, account.submitAll("1", Purpose.ORDINARY, Optional.empty(), calls, multiSend));
        // Sent all the same, as when the price moves while it waits.
        account.submitAll("2", Purpose.ORDINARY, Optional.of(GAS), calls, multiSend);
        assertFalse(mined("2").receipt().succeeded());
        assertEquals(BigInteger.ZERO, allowance());
    }

    @Test
    void what_the_safe_did_otherwise_stops_everything_until_a_person_accepts_it() {
        mined(TxRequest.of("1", approve(BigInteger.ONE)));
        assertTrue(account.lookForOthers().isEmpty());
        errands.safes().tell(safe, errands.usdc(), APPROVE, errands.dex().routerV2(), 7);
        assertTrue(account.lookForOthers().orElseThrow().contains("not told here"));
        TxRequest next = TxRequest.of("2", approve(BigInteger.TWO));
        TxException.Conflict conflict = assertThrows(TxException.Conflict.class, () -> account.submit(next));
        assertTrue(conflict.getMessage().contains("not told here"), conflict.getMessage());
        account.close();
        assertThrows(
                TxException.Conflict.class, () -> SafeAccount.open(client, manager, at(safe), folder.resolve("safe")));
        SafeAccount.accept(client, at(safe), folder.resolve("safe"), "it was me, by the other owner");
        account = SafeAccount.open(client, manager, at(safe), folder.resolve("safe"));
        assertTrue(mined(next).receipt().succeeded());
    }

    @Test
    void control_where_nobody_counts_what_the_safe_does_it_goes_on_as_if_nothing_had_been() {
        mined(TxRequest.of("1", approve(BigInteger.ONE)));
        errands.safes().tell(safe, errands.usdc(), APPROVE, errands.dex().routerV2(), 7);
        Call told = SafeCalls.call(at(safe), approve(BigInteger.TWO), BigInteger.ZERO, KEY.address());
        manager.submit(TxRequest.of("2", told));
        assertTrue(mined("2").receipt().succeeded(), "signed, though somebody else tells the Safe things too");
    }

    @Test
    void control_what_the_safe_is_told_before_that_is_recorded_looks_like_somebody_elses() {
        Call told = SafeCalls.call(at(safe), approve(BigInteger.ONE), BigInteger.ZERO, KEY.address());
        manager.submit(TxRequest.of("1", told));
        assertTrue(mined("1").receipt().succeeded());
        // Here the process ended before it recorded that the nonce was its own.
        account.close();
        assertThrows(
                TxException.Conflict.class, () -> SafeAccount.open(client, manager, at(safe), folder.resolve("safe")));
        SafeAccount.accept(client, at(safe), folder.resolve("safe"), "the test");
        account = SafeAccount.open(client, manager, at(safe), folder.resolve("safe"));
    }

    @Test
    void a_call_that_waits_for_a_block_lets_no_other_pass() {
        CHAIN.ask("evm_setAutomine", false);
        account.submit(TxRequest.of("1", approve(BigInteger.ONE)));
        TxOutcome.Deferred waits =
                assertInstanceOf(TxOutcome.Deferred.class, account.submit(TxRequest.of("2", approve(BigInteger.TWO))));
        assertEquals(TxOutcome.Reason.EARLIER_ONE_OPEN, waits.reason());
        CHAIN.ask("evm_setAutomine", true);
        CHAIN.ask("evm_mine");
        assertTrue(mined(TxRequest.of("2", approve(BigInteger.TWO))).receipt().succeeded());
    }

    @Test
    void a_safe_that_this_key_does_not_speak_for_alone_is_refused_before_anything_is_signed() {
        String key = KEY.address().hex();
        assertUnusable("2 signatures", errands.safes().create(2, List.of(key, CHAIN.account())));
        assertUnusable("no owner", errands.safes().create(1, List.of(CHAIN.account())));
        assertUnusable("no contract", new TestContract(CHAIN, "0x" + "12".repeat(20)));
        assertThrows(RuntimeException.class, () -> open(errands.usdc()));
        List<String> notices = account.notices();
        assertEquals(1, notices.size(), notices::toString);
        assertTrue(notices.getFirst().contains(CHAIN.account()), notices::toString);
    }

    private SafeAccount open(TestContract other) {
        return SafeAccount.open(client, manager, at(other), folder.resolve("other"));
    }

    private void assertUnusable(String why, TestContract other) {
        SafeException refused = assertThrows(SafeException.class, () -> open(other));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void the_policy_sees_what_the_safe_is_told() {
        assertNotSigned("recipient", account, errands.swap(BigInteger.ONE, BigInteger.ONE, KEY.address()));
        assertNotSigned(
                "daily amount", account, approve(RICH.multiply(BigInteger.TEN).add(BigInteger.ONE)));
        assertNotSigned(
                "selector",
                account,
                Function.of("addOwnerWithThreshold(address,uint256)").on(at(safe)));
        assertNotSigned("target", account, new Call(at(errands.coin()), "nothing", Bytes.EMPTY));
        assertEquals(BigInteger.ZERO, errands.safes().nonce(safe));
    }

    @Test
    void control_a_policy_that_does_not_look_into_what_the_safe_is_told_lets_its_money_go_to_anybody() {
        SigningPolicy blind = Errands.blind(policy(), AllowedCall.of(at(safe), SafeCalls.EXEC_TRANSACTION));
        close();
        open(blind, "blind");
        mined(TxRequest.of("approve", approve(BigInteger.TEN.pow(6))));
        mined(TxRequest.of("swap", errands.swap(BigInteger.TEN.pow(6), BigInteger.ONE, KEY.address())));
        assertTrue(balance(errands.coin(), KEY.address()).signum() > 0, "bought with the Safe's money, for the key");
    }

    @Test
    void wherever_a_run_ends_the_safe_does_everything_once() {
        close();
        int point = 0;
        boolean ended = true;
        while (ended) {
            point++;
            String snapshot = CHAIN.ask("evm_snapshot").stringValue();
            Path journals = folder.resolve("run-" + point);
            Failpoints points = Failpoints.endingAt(point);
            ended = Failpoints.ends(() -> run(points, journals));
            run(Failpoints.counting(), journals);
            String where = "ended at " + point + ": " + points.reached().getLast();
            assertEquals(BigInteger.ONE, errands.safes().nonce(safe), where);
            assertEquals(RICH.subtract(BigInteger.TEN), balance(errands.usdc(), at(safe)), where);
            CHAIN.ask("evm_revert", snapshot);
        }
        assertTrue(point > 25, "only " + point + " points");
        open();
    }

    private void run(Failpoints points, Path journals) {
        client = points.around(ChainClient.class, errands.client());
        try (TxManager sender = TxManager.open(client, KEY, journals.resolve("transactions"), SETTINGS);
                SafeAccount speaking = SafeAccount.open(client, sender, at(safe), journals.resolve("safe"))) {
            account = speaking;
            mined(TxRequest.of("1", transfer(BigInteger.TEN)));
        }
    }
}
