package org.evenkeel.onchain.safe;

import static org.evenkeel.onchain.safe.Errands.APPROVE;
import static org.evenkeel.onchain.safe.Errands.GAS;
import static org.evenkeel.onchain.safe.Errands.KEY;
import static org.evenkeel.onchain.safe.Errands.RICH;
import static org.evenkeel.onchain.safe.Errands.SETTINGS;
import static org.evenkeel.onchain.safe.Errands.SWAP;
import static org.evenkeel.onchain.safe.Errands.TRANSFER;
import static org.evenkeel.onchain.safe.Errands.assertNotSigned;
import static org.evenkeel.onchain.safe.Errands.balance;
import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.sign.AllowedCall;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.sign.UnsignedTransaction;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.testkit.Failpoints;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestRoles;
import org.evenkeel.testkit.chain.TestRoles.Limit;
import org.evenkeel.testkit.chain.TestRoles.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real Roles modifiers on Safes of two owners; the key is none of them, and has a role. */
final class RoleAccountTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final BigInteger CAP = BigInteger.TEN.pow(8);
    private static Errands errands;
    private static final Map<Version, TestRoles> ROLES = new EnumMap<>(Version.class);

    @TempDir
    private Path folder;

    private TestRoles roles;
    private ChainClient client;
    private PolicySigner signer;
    private TxManager manager;
    private RoleAccount account;

    @BeforeAll
    static void deploy() {
        errands = Errands.on(CHAIN);
        for (Version version : Version.values()) {
            TestRoles made = TestRoles.deployFor(
                            errands.safes(), errands.safes().createOfTwo(), version)
                    .enable()
                    .assign(KEY.address().hex(), true);
            errands.enrich(made.safe());
            ROLES.put(version, made);
        }
        for (TestRoles each : ROLES.values()) {
            each.allowWithCoins(errands.dex().weth(), "deposit()");
            CHAIN.ask("anvil_setBalance", each.safe().address(), "0x" + CAP.toString(16));
        }
        ROLES.get(Version.TWO)
                .allow(errands.usdc(), APPROVE)
                .allow(errands.dex().routerV2(), SWAP)
                .allow(errands.usdc(), TRANSFER);
        TestRoles limited = ROLES.get(Version.ONE);
        limited.limitTo(List.of(errands.dex().routerV2(), errands.dex().router()), errands.usdc(), APPROVE, 0);
        limited.limit(
                errands.dex().routerV2(),
                SWAP,
                Limit.under(0, CAP.add(BigInteger.ONE)),
                Limit.is(3, limited.safe().address()));
        limited.limit(
                errands.usdc(), TRANSFER, Limit.is(0, errands.dex().routerV2().address()));
    }

    private void open(Version version) {
        open(version, policy(ROLES.get(version)), "signed");
    }

    private void open(Version version, SigningPolicy policy, String record) {
        roles = ROLES.get(version);
        client = errands.client();
        signer = PolicySigner.of(KEY, policy, folder.resolve(record), () -> Clients.now(CHAIN));
        manager = TxManager.open(client, signer, folder.resolve("transactions"), SETTINGS);
        account = RoleAccount.open(client, manager, RoleAccess.of(roles));
    }

    @AfterEach
    void close() {
        if (signer != null) {
            account.close();
            manager.close();
            signer.close();
            client.close();
            signer = null;
        }
    }

    private static SigningPolicy policy(TestRoles of) {
        List<AllowedCall> more = List.of(
                AllowedCall.of(at(errands.dex().router()), "refundETH()"),
                AllowedCall.of(at(errands.dex().weth()), "deposit()"));
        return errands.policy(RoleAccess.of(of).allowed(), more, CAP);
    }

    private Address safe() {
        return at(roles.safe());
    }

    private TxOutcome.Mined mined(TxRequest request) {
        return Errands.mined(account, request);
    }

    private long nonce() {
        return client.transactions().nonce(client.head(), KEY.address());
    }

    /** Nothing was signed, and so no gas was paid. */
    private void assertRefusedUnsigned(String why, TxRequest request) {
        long before = nonce();
        TxOutcome.Deferred refused =
                assertInstanceOf(TxOutcome.Deferred.class, account.submit(request), request::toString);
        assertEquals(TxOutcome.Reason.WOULD_REVERT, refused.reason());
        assertTrue(refused.why().contains(why), refused.why());
        assertTrue(account.find(request.id()).isEmpty());
        assertEquals(before, nonce());
    }

    private void assertRefusedByModule(String why, Call inner) {
        assertRefusedUnsigned(why, TxRequest.of("refused", inner));
        // Nor where its gas is given, so that nobody estimates.
        assertRefusedUnsigned(why, TxRequest.of("refused", inner).withGas(GAS));
        RevertException told =
                assertThrows(RevertException.class, () -> account.estimateGas(client.head(), inner, BigInteger.ZERO));
        assertTrue(told.getMessage().contains(why), told.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_swapped_is_the_safes_and_the_key_pays_the_gas_alone(Version version) {
        open(version);
        assertEquals(safe(), account.address());
        assertEquals(List.of(), account.notices());
        BigInteger before = errands.safes().nonce(roles.safe());
        assertTrue(mined(TxRequest.of("1/approve", errands.approve(errands.dex().routerV2(), CAP)))
                .receipt()
                .succeeded());
        assertTrue(mined(TxRequest.of("1/swap", errands.swap(CAP, BigInteger.ONE, safe())))
                .receipt()
                .succeeded());
        assertEquals(RICH.subtract(CAP), balance(errands.usdc(), safe()));
        assertTrue(balance(errands.coin(), safe()).signum() > 0);
        assertEquals(BigInteger.ZERO, balance(errands.coin(), KEY.address()));
        assertEquals(before, errands.safes().nonce(roles.safe()), "no signature of an owner was needed");
    }

    @ParameterizedTest
    @EnumSource
    void coins_that_the_role_may_send_are_the_safes(Version version) {
        open(version);
        Call wrap = Function.of("deposit()").on(at(errands.dex().weth()));
        assertTrue(mined(TxRequest.of("1", wrap).withValue(CAP)).receipt().succeeded());
        assertEquals(CAP, balance(errands.dex().weth(), safe()));
        assertEquals(BigInteger.ZERO, client.balance(client.head(), safe()));
    }

    @ParameterizedTest
    @EnumSource
    void what_the_role_has_not_is_refused_in_words_before_anything_is_signed(Version version) {
        open(version);
        Call elsewhere = Function.of("refundETH()").on(at(errands.dex().router()));
        assertRefusedByModule("this contract is none that the role may call (TargetAddressNotAllowed)", elsewhere);
        roles.allow(errands.usdc(), "decimals()").revoke(errands.dex().routerV2());
        assertRefusedByModule("TargetAddressNotAllowed", errands.swap(CAP, BigInteger.ONE, safe()));
        assertRefusedByModule(
                "this function is none that the role may call there (FunctionNotAllowed)",
                new Call(at(errands.usdc()), "symbol()", Function.of("symbol()").selector()));
        assertRefusedUnsigned(
                "SendNotAllowed",
                TxRequest.of("coins", errands.approve(errands.dex().routerV2(), CAP))
                        .withValue(BigInteger.ONE));
    }

    @Test
    void an_amount_over_the_cap_another_recipient_and_another_spender_are_refused_by_the_chain_itself() {
        open(Version.ONE);
        assertRefusedByModule(
                "ParameterGreaterThanAllowed", errands.swap(CAP.add(BigInteger.ONE), BigInteger.ONE, safe()));
        assertRefusedByModule("(ParameterNotAllowed)", errands.swap(CAP, BigInteger.ONE, KEY.address()));
        assertRefusedByModule("ParameterNotOneOfAllowed", errands.approve(errands.coin(), BigInteger.ONE));
        assertRefusedByModule("(ParameterNotAllowed)", errands.transfer(errands.coin(), BigInteger.ONE));
        assertTrue(mined(TxRequest.of("1", errands.transfer(errands.dex().routerV2(), BigInteger.ONE)))
                .receipt()
                .succeeded());
    }

    /** A policy that allows all that goes to a modifier, as if the chain's limits were all there is. */
    private void openBlind(Version version) {
        TestRoles of = ROLES.get(version);
        AllowedCall all = AllowedCall.of(
                at(of.modifier()), RoleAccess.of(of).role().function().signature());
        open(version, Errands.blind(policy(of), all), "blind");
    }

    @Test
    void control_without_limits_of_arguments_and_without_a_policy_the_same_lets_the_money_go_to_anybody() {
        openBlind(Version.TWO);
        mined(TxRequest.of("approve", errands.approve(errands.dex().routerV2(), CAP)));
        mined(TxRequest.of("swap", errands.swap(CAP, BigInteger.ONE, KEY.address())));
        assertTrue(balance(errands.coin(), KEY.address()).signum() > 0, "bought with the Safe's money, for the key");
    }

    @Test
    void where_the_policy_fails_the_limits_of_the_role_still_hold() {
        openBlind(Version.ONE);
        mined(TxRequest.of("approve", errands.approve(errands.dex().routerV2(), CAP)));
        assertRefusedByModule("(ParameterNotAllowed)", errands.swap(CAP, BigInteger.ONE, KEY.address()));
    }

    @Test
    void control_where_the_modifier_is_not_asked_before_a_refusal_costs_gas() {
        open(Version.ONE);
        BigInteger before = client.balance(client.head(), KEY.address());
        Call inner = errands.swap(CAP.add(BigInteger.ONE), BigInteger.ONE, safe());
        Call told = new RolesContract(client, RoleAccess.of(roles)).through(inner, BigInteger.ZERO);
        manager.submit(TxRequest.of("1", told).withGas(GAS));
        TxOutcome.Mined failed = Errands.mined(manager, "1");
        assertTrue(!failed.receipt().succeeded(), failed::toString);
        assertTrue(client.balance(client.head(), KEY.address()).compareTo(before) < 0, "gas was paid for nothing");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_token_would_refuse_is_not_signed_and_its_own_reason_is_told(Version version) {
        open(version);
        BigInteger tooMuch = RICH.add(BigInteger.ONE);
        assertRefusedUnsigned(
                at(errands.usdc()).hex(),
                TxRequest.of("1", errands.transfer(errands.dex().routerV2(), tooMuch)));
        RevertException told = assertThrows(
                RevertException.class,
                () -> account.estimateGas(client.head(), errands.swap(CAP, CAP.pow(4), safe()), BigInteger.ZERO));
        assertTrue(told.getMessage().contains("INSUFFICIENT_OUTPUT_AMOUNT"), told.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_within_the_safe_has_failed_and_does_not_look_like_success(Version version) {
        open(version);
        BigInteger tooMuch = RICH.add(BigInteger.ONE);
        TxOutcome.Mined failed =
                mined(TxRequest.of("1", errands.transfer(errands.dex().routerV2(), tooMuch))
                        .withGas(GAS));
        assertTrue(!failed.receipt().succeeded(), failed::toString);
        assertEquals(RICH, balance(errands.usdc(), safe()));
        assertTrue(mined(TxRequest.of("2", errands.transfer(errands.dex().routerV2(), RICH)))
                .receipt()
                .succeeded());
    }

    @ParameterizedTest
    @EnumSource
    void control_where_the_modifier_is_not_told_to_revert_what_failed_looks_like_success(Version version) {
        open(version);
        Call inner = errands.transfer(errands.dex().routerV2(), RICH.add(BigInteger.ONE));
        SafeAccess.Member access = RoleAccess.of(roles);
        AbiWriter arguments = new AbiWriter()
                .address(inner.to())
                .uint(0)
                .bytes(inner.input())
                .uint(0)
                .uint(access.role().word())
                .bool(false);
        Call told = access.role().function().on(access.modifier(), arguments);
        try (TxManager unchecked = TxManager.open(client, KEY, folder.resolve("unchecked"), SETTINGS)) {
            unchecked.submit(TxRequest.of("1", told).withGas(GAS));
            TxOutcome.Mined done = Errands.mined(unchecked, "1");
            assertTrue(done.receipt().succeeded(), done::toString);
        }
        assertEquals(RICH, balance(errands.usdc(), safe()), "nothing was moved");
    }

    @ParameterizedTest
    @EnumSource
    void the_policy_sees_what_the_modifier_is_told(Version version) {
        open(version);
        mined(TxRequest.of("approve", errands.approve(errands.dex().routerV2(), CAP)));
        assertNotSigned(
                "daily amount", account, errands.approve(errands.dex().routerV2(), RICH.multiply(BigInteger.TEN)));
        roles.allow(errands.coin(), APPROVE).allow(errands.dex().routerV2(), SWAP);
        assertNotSigned("recipient", account, errands.swap(CAP, BigInteger.ONE, KEY.address()));
        assertNotSigned(
                "target",
                account,
                Function.of(APPROVE)
                        .on(
                                at(errands.coin()),
                                new AbiWriter()
                                        .address(at(errands.dex().router()))
                                        .uint(1)));
    }

    @ParameterizedTest
    @EnumSource
    void a_role_that_is_taken_away_or_a_modifier_that_is_switched_off_ends_it(Version version) {
        open(version);
        roles.assign(KEY.address().hex(), false);
        assertRefusedByModule("NoMembership", errands.approve(errands.dex().routerV2(), CAP));
        roles.assign(KEY.address().hex(), true);
        errands.safes()
                .agree(
                        roles.safe(),
                        roles.safe(),
                        "disableModule(address,address)",
                        "0x" + "0".repeat(39) + "1",
                        roles.modifier());
        assertRefusedByModule(
                "does not have the modifier as its module",
                errands.approve(errands.dex().routerV2(), CAP));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_modifier_does_around_a_call_takes_less_than_is_reckoned_with_and_not_much_less(Version version) {
        open(version);
        Call call = errands.approve(errands.dex().routerV2(), BigInteger.ONE);
        BigInteger alone = client.transactions().estimateGas(client.head(), safe(), call, BigInteger.ZERO);
        long around = account.estimateGas(client.head(), call, BigInteger.ZERO)
                .subtract(alone)
                .longValueExact();
        assertTrue(around < account.gasAround() && around > account.gasAround() / 3, around + " of gas");
    }

    @Test
    void wherever_a_run_ends_the_safe_does_everything_once_and_goes_on_with_the_same_bytes() {
        roles = ROLES.get(Version.TWO);
        int point = 0;
        boolean ended = true;
        while (ended) {
            point++;
            String snapshot = CHAIN.ask("evm_snapshot").stringValue();
            Path journals = folder.resolve("run-" + point);
            Failpoints points = Failpoints.endingAt(point);
            List<Bytes> sent = new ArrayList<>();
            ended = Failpoints.ends(() -> run(points, journals, sent));
            run(Failpoints.counting(), journals, sent);
            String where = "ended at " + point + ": " + points.reached().getLast();
            assertEquals(1, Set.copyOf(sent).size(), where);
            assertEquals(RICH.subtract(BigInteger.TEN), balance(errands.usdc(), safe()), where);
            CHAIN.ask("evm_revert", snapshot);
        }
        assertTrue(point > 20, "only " + point + " points");
    }

    private void run(Failpoints points, Path journals, List<Bytes> sent) {
        client = points.around(ChainClient.class, errands.client());
        Signer noting = new Signer() {
            @Override
            public Address address() {
                return KEY.address();
            }

            @Override
            public Bytes sign(UnsignedTransaction transaction) {
                Bytes raw = KEY.sign(transaction);
                sent.add(raw);
                return raw;
            }
        };
        try (TxManager sender = TxManager.open(client, noting, journals.resolve("transactions"), SETTINGS);
                RoleAccount speaking = RoleAccount.open(client, sender, RoleAccess.of(roles))) {
            account = speaking;
            assertTrue(mined(TxRequest.of("1", errands.transfer(errands.dex().routerV2(), BigInteger.TEN)))
                    .receipt()
                    .succeeded());
        }
    }
}
