package org.evenkeel.onchain.safe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.sign.AllowedCall;
import org.evenkeel.onchain.sign.AllowedCall.Argument;
import org.evenkeel.onchain.sign.AllowedCall.Rule;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.onchain.tx.TxException;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.TxRequest.Purpose;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.testkit.Failpoints;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.evenkeel.testkit.chain.TestSafe;
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

    private static final Signer KEY = TestKeys.signer(TestKeys.WALLET);
    private static final TxSettings SETTINGS = TxSettings.DEFAULTS.withConfirmations(2);
    private static final String APPROVE = "approve(address,uint256)";
    private static final String TRANSFER = "transfer(address,uint256)";
    private static final String SWAP = "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)";
    private static final BigInteger RICH = BigInteger.TEN.pow(9);
    private static final BigInteger GAS = BigInteger.valueOf(500_000);
    private static TestDex dex;
    private static TestSafe safes;
    private static TestContract safe;
    private static TestContract usdc;
    private static TestContract coin;

    @TempDir
    private Path folder;

    private ChainClient client;
    private PolicySigner signer;
    private TxManager manager;
    private SafeAccount account;

    @BeforeAll
    static void deploy() {
        dex = TestDex.deployOn(CHAIN);
        safes = TestSafe.deployOn(CHAIN);
        usdc = dex.token("USDC", 6);
        coin = dex.token("COIN", 18);
        dex.pairV2(usdc, BigInteger.TEN.pow(12), coin, BigInteger.TEN.pow(24));
        // A pair's first trade ever in another second than its last writes two words more than an estimate knows of.
        CHAIN.ask("evm_increaseTime", 60);
        CHAIN.ask("evm_mine");
        dex.swapV2(usdc, coin, BigInteger.TEN);
        // The chain's first account is an owner too: what it tells the Safe is done without this key.
        safe = safes.create(1, List.of(KEY.address().hex(), CHAIN.account()));
        usdc.send("mint(address,uint256)", safe, RICH);
        CHAIN.ask("anvil_setBalance", KEY.address().hex(), "0x8ac7230489e80000");
    }

    @BeforeEach
    void open() {
        client = Clients.client(CHAIN, CHAIN.url().toString());
        signer = PolicySigner.of(KEY, policy(), folder.resolve("signed"), () -> Clients.now(CHAIN));
        manager = TxManager.open(client, signer, folder.resolve("transactions"), SETTINGS);
        account = SafeAccount.open(client, manager, address(safe), folder.resolve("safe"));
    }

    @AfterEach
    void close() {
        account.close();
        manager.close();
        signer.close();
        client.close();
    }

    private static SigningPolicy policy() {
        BigInteger coins = BigInteger.TEN.pow(18);
        List<AllowedCall> calls = new ArrayList<>(SafeCalls.allowed(address(safe)));
        calls.addAll(SafeCalls.allowedBatches(address(safes.multiSend())));
        calls.add(AllowedCall.of(address(usdc), APPROVE, Argument.of(Rule.TARGET, 0), Argument.of(Rule.AMOUNT, 1)));
        calls.add(AllowedCall.of(address(usdc), TRANSFER, Argument.of(Rule.AMOUNT, 1)));
        calls.add(AllowedCall.of(
                address(dex.routerV2()), SWAP, Argument.of(Rule.TOKENS, 2), Argument.of(Rule.WALLET, 3)));
        return new SigningPolicy(
                CHAIN.id(),
                calls,
                Set.of(address(usdc), address(coin)),
                new SigningPolicy.Caps(
                        coins, coins.multiply(BigInteger.TEN), Map.of(address(usdc), RICH.multiply(BigInteger.TEN))));
    }

    private static Address address(TestContract contract) {
        return new Address(contract.address());
    }

    private static Call approve(BigInteger amount) {
        return Function.of(APPROVE)
                .on(
                        address(usdc),
                        new AbiWriter().address(address(dex.routerV2())).uint(amount));
    }

    private static Call swap(BigInteger amount, BigInteger least, Address recipient) {
        List<AbiWriter> path = List.of(new AbiWriter().address(address(usdc)), new AbiWriter().address(address(coin)));
        AbiWriter arguments = new AbiWriter()
                .uint(amount)
                .uint(least)
                .array(path)
                .address(recipient)
                .uint(BigInteger.ONE.shiftLeft(62));
        return Function.of(SWAP).on(address(dex.routerV2()), arguments);
    }

    private static Call transfer(BigInteger amount) {
        return Function.of(TRANSFER)
                .on(
                        address(usdc),
                        new AbiWriter().address(address(dex.routerV2())).uint(amount));
    }

    private TxOutcome.Mined mined(TxRequest request) {
        account.submit(request);
        return mined(request.id());
    }

    private TxOutcome.Mined mined(String id) {
        int[] looks = {500};
        return assertInstanceOf(TxOutcome.Mined.class, account.await(id, soFar -> looks[0]-- > 0));
    }

    private static BigInteger balance(TestContract token, String owner) {
        return token.number("balanceOf(address)", owner);
    }

    private static BigInteger allowance() {
        return usdc.number("allowance(address,address)", safe, dex.routerV2());
    }

    @Test
    void what_is_swapped_is_the_safes_and_the_key_pays_the_gas_alone() {
        assertEquals(address(safe), account.address());
        BigInteger amount = BigInteger.TEN.pow(8);
        assertTrue(mined(TxRequest.of("1/approve", approve(amount))).receipt().succeeded());
        assertTrue(mined(TxRequest.of("1/swap", swap(amount, BigInteger.ONE, address(safe))))
                .receipt()
                .succeeded());
        assertEquals(RICH.subtract(amount), balance(usdc, safe.address()));
        assertTrue(balance(coin, safe.address()).signum() > 0);
        assertEquals(BigInteger.ZERO, balance(coin, KEY.address().hex()));
        assertEquals(BigInteger.TWO, safes.nonce(safe));
        assertEquals(BigInteger.ZERO, allowance());
    }

    @Test
    void the_same_again_is_a_look_and_something_else_under_its_name_a_conflict() {
        mined(TxRequest.of("1", approve(BigInteger.ONE)));
        mined(TxRequest.of("1", approve(BigInteger.ONE)));
        assertEquals(BigInteger.ONE, safes.nonce(safe));
        assertThrows(TxException.Conflict.class, () -> account.submit(TxRequest.of("1", approve(BigInteger.TWO))));
    }

    @Test
    void what_the_token_would_refuse_is_not_signed_and_its_own_reason_is_told() {
        TxOutcome.Deferred refused = assertInstanceOf(
                TxOutcome.Deferred.class, account.submit(TxRequest.of("1", transfer(RICH.add(BigInteger.ONE)))));
        assertEquals(TxOutcome.Reason.WOULD_REVERT, refused.reason());
        assertFalse(refused.why().contains("GS013"), refused.why());
        assertTrue(refused.why().contains(address(usdc).hex()), refused.why());
        assertTrue(account.find("1").isEmpty());
    }

    @Test
    void what_fails_within_the_safe_has_failed_and_the_safe_goes_on() {
        TxOutcome.Mined failed =
                mined(TxRequest.of("1", transfer(RICH.add(BigInteger.ONE))).withGas(GAS));
        assertFalse(failed.receipt().succeeded());
        assertTrue(failed.reason().contains("GS013"), failed.reason());
        assertEquals(RICH, balance(usdc, safe.address()));
        assertEquals(BigInteger.ZERO, safes.nonce(safe));
        assertTrue(mined(TxRequest.of("2", transfer(RICH))).receipt().succeeded());
    }

    @Test
    void several_calls_in_one_transaction_are_all_made() {
        BigInteger amount = BigInteger.TEN.pow(8);
        account.submitAll(
                "1",
                Purpose.ORDINARY,
                Optional.empty(),
                List.of(approve(amount), swap(amount, BigInteger.ONE, address(safe))),
                address(safes.multiSend()));
        TxOutcome.Mined done = mined("1");
        assertTrue(done.receipt().succeeded(), done::toString);
        assertEquals(RICH.subtract(amount), balance(usdc, safe.address()));
        assertEquals(BigInteger.ONE, safes.nonce(safe));
    }

    @Test
    void or_none_of_them_is() {
        BigInteger amount = BigInteger.TEN.pow(8);
        List<Call> calls = List.of(approve(amount), swap(amount, BigInteger.TEN.pow(30), address(safe)));
        Address multiSend = address(safes.multiSend());
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
        safes.tell(safe, usdc, APPROVE, dex.routerV2(), 7);
        assertTrue(account.lookForOthers().orElseThrow().contains("not told here"));
        TxRequest next = TxRequest.of("2", approve(BigInteger.TWO));
        TxException.Conflict conflict = assertThrows(TxException.Conflict.class, () -> account.submit(next));
        assertTrue(conflict.getMessage().contains("not told here"), conflict.getMessage());
        account.close();
        assertThrows(
                TxException.Conflict.class,
                () -> SafeAccount.open(client, manager, address(safe), folder.resolve("safe")));
        SafeAccount.accept(client, address(safe), folder.resolve("safe"), "it was me, by the other owner");
        account = SafeAccount.open(client, manager, address(safe), folder.resolve("safe"));
        assertTrue(mined(next).receipt().succeeded());
    }

    @Test
    void control_where_nobody_counts_what_the_safe_does_it_goes_on_as_if_nothing_had_been() {
        mined(TxRequest.of("1", approve(BigInteger.ONE)));
        safes.tell(safe, usdc, APPROVE, dex.routerV2(), 7);
        Call told = SafeCalls.call(address(safe), approve(BigInteger.TWO), BigInteger.ZERO, KEY.address());
        manager.submit(TxRequest.of("2", told));
        assertTrue(mined("2").receipt().succeeded(), "signed, though somebody else tells the Safe things too");
    }

    @Test
    void control_what_the_safe_is_told_before_that_is_recorded_looks_like_somebody_elses() {
        Call told = SafeCalls.call(address(safe), approve(BigInteger.ONE), BigInteger.ZERO, KEY.address());
        manager.submit(TxRequest.of("1", told));
        assertTrue(mined("1").receipt().succeeded());
        // Here the process ended before it recorded that the nonce was its own.
        account.close();
        assertThrows(
                TxException.Conflict.class,
                () -> SafeAccount.open(client, manager, address(safe), folder.resolve("safe")));
        SafeAccount.accept(client, address(safe), folder.resolve("safe"), "the test");
        account = SafeAccount.open(client, manager, address(safe), folder.resolve("safe"));
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
        assertUnusable("2 signatures", safes.create(2, List.of(key, CHAIN.account())));
        assertUnusable("no owner", safes.create(1, List.of(CHAIN.account())));
        assertUnusable("no contract", new TestContract(CHAIN, "0x" + "12".repeat(20)));
        assertThrows(RuntimeException.class, () -> open(usdc));
        List<String> notices = account.notices();
        assertEquals(1, notices.size(), notices::toString);
        assertTrue(notices.getFirst().contains(CHAIN.account()), notices::toString);
    }

    private SafeAccount open(TestContract other) {
        return SafeAccount.open(client, manager, address(other), folder.resolve("other"));
    }

    private void assertUnusable(String why, TestContract other) {
        SafeException refused = assertThrows(SafeException.class, () -> open(other));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void the_policy_sees_what_the_safe_is_told() {
        assertRefused("recipient", swap(BigInteger.ONE, BigInteger.ONE, KEY.address()));
        assertRefused("daily amount", approve(RICH.multiply(BigInteger.TEN).add(BigInteger.ONE)));
        assertRefused(
                "selector",
                Function.of("addOwnerWithThreshold(address,uint256)").on(address(safe)));
        assertRefused("target", new Call(address(coin), "nothing", Bytes.EMPTY));
        assertEquals(BigInteger.ZERO, safes.nonce(safe));
    }

    @Test
    void control_a_policy_that_does_not_look_into_what_the_safe_is_told_lets_its_money_go_to_anybody() {
        SigningPolicy seeing = policy();
        List<AllowedCall> blind = List.of(AllowedCall.of(address(safe), SafeCalls.EXEC_TRANSACTION));
        close();
        client = Clients.client(CHAIN, CHAIN.url().toString());
        signer = PolicySigner.of(
                KEY,
                new SigningPolicy(seeing.chainId(), blind, seeing.tokens(), seeing.caps()),
                folder.resolve("blind"),
                () -> Clients.now(CHAIN));
        manager = TxManager.open(client, signer, folder.resolve("transactions"), SETTINGS);
        account = SafeAccount.open(client, manager, address(safe), folder.resolve("safe"));
        mined(TxRequest.of("approve", approve(BigInteger.TEN.pow(6))));
        mined(TxRequest.of("swap", swap(BigInteger.TEN.pow(6), BigInteger.ONE, KEY.address())));
        assertTrue(balance(coin, KEY.address().hex()).signum() > 0, "bought with the Safe's money, for the key");
    }

    private void assertRefused(String rule, Call inner) {
        TxRequest request = TxRequest.of("refused", inner).withGas(GAS);
        SigningRefused refused = assertThrows(SigningRefused.class, () -> account.submit(request));
        assertTrue(refused.getMessage().startsWith("Not signed (" + rule + ")"), refused.getMessage());
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
            ended = ends(points, journals);
            run(Failpoints.counting(), journals);
            String where = "ended at " + point + ": " + points.reached().getLast();
            assertEquals(BigInteger.ONE, safes.nonce(safe), where);
            assertEquals(RICH.subtract(BigInteger.TEN), balance(usdc, safe.address()), where);
            CHAIN.ask("evm_revert", snapshot);
        }
        assertTrue(point > 25, "only " + point + " points");
        open();
    }

    private boolean ends(Failpoints points, Path journals) {
        try {
            run(points, journals);
            return false;
        } catch (Failpoints.Ended killed) {
            return true;
        }
    }

    private void run(Failpoints points, Path journals) {
        client = points.around(
                ChainClient.class, Clients.client(CHAIN, CHAIN.url().toString()));
        try (TxManager sender = TxManager.open(client, KEY, journals.resolve("transactions"), SETTINGS);
                SafeAccount speaking = SafeAccount.open(client, sender, address(safe), journals.resolve("safe"))) {
            account = speaking;
            mined(TxRequest.of("1", transfer(BigInteger.TEN)));
        }
    }
}
