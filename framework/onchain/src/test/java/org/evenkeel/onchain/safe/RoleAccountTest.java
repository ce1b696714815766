package org.evenkeel.onchain.safe;

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
import org.evenkeel.onchain.sign.AllowedCall.Argument;
import org.evenkeel.onchain.sign.AllowedCall.Rule;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.onchain.sign.UnsignedTransaction;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.testkit.Failpoints;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.evenkeel.testkit.chain.TestRoles;
import org.evenkeel.testkit.chain.TestRoles.Limit;
import org.evenkeel.testkit.chain.TestRoles.Version;
import org.evenkeel.testkit.chain.TestSafe;
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

    private static final Signer KEY = TestKeys.signer(TestKeys.WALLET);
    private static final TxSettings SETTINGS = TxSettings.DEFAULTS.withConfirmations(2);
    private static final String APPROVE = "approve(address,uint256)";
    private static final String TRANSFER = "transfer(address,uint256)";
    private static final String SWAP = "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)";
    private static final BigInteger RICH = BigInteger.TEN.pow(9);
    private static final BigInteger CAP = BigInteger.TEN.pow(8);
    private static final BigInteger GAS = BigInteger.valueOf(600_000);
    private static TestDex dex;
    private static TestSafe safes;
    private static TestContract usdc;
    private static TestContract coin;
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
        dex = TestDex.deployOn(CHAIN);
        safes = TestSafe.deployOn(CHAIN);
        usdc = dex.token("USDC", 6);
        coin = dex.token("COIN", 18);
        dex.pairV2(usdc, BigInteger.TEN.pow(12), coin, BigInteger.TEN.pow(24));
        CHAIN.ask("evm_increaseTime", 60);
        CHAIN.ask("evm_mine");
        dex.swapV2(usdc, coin, BigInteger.TEN);
        CHAIN.ask("anvil_setBalance", KEY.address().hex(), "0x8ac7230489e80000");
        for (Version version : Version.values()) {
            TestRoles made = TestRoles.deployFor(safes, safes.createOfTwo(), version)
                    .enable()
                    .assign(KEY.address().hex(), true);
            usdc.send("mint(address,uint256)", made.safe(), RICH);
            ROLES.put(version, made);
        }
        for (TestRoles each : ROLES.values()) {
            each.allowWithCoins(dex.weth(), "deposit()");
            CHAIN.ask("anvil_setBalance", each.safe().address(), "0x" + CAP.toString(16));
        }
        ROLES.get(Version.TWO).allow(usdc, APPROVE).allow(dex.routerV2(), SWAP).allow(usdc, TRANSFER);
        TestRoles limited = ROLES.get(Version.ONE);
        limited.limitTo(List.of(dex.routerV2(), dex.router()), usdc, APPROVE, 0);
        limited.limit(
                dex.routerV2(),
                SWAP,
                Limit.under(0, CAP.add(BigInteger.ONE)),
                Limit.is(3, limited.safe().address()));
        limited.limit(usdc, TRANSFER, Limit.is(0, dex.routerV2().address()));
    }

    private void open(Version version) {
        open(version, policy(ROLES.get(version)), "signed");
    }

    private void open(Version version, SigningPolicy policy, String record) {
        roles = ROLES.get(version);
        client = Clients.client(CHAIN, CHAIN.url().toString());
        signer = PolicySigner.of(KEY, policy, folder.resolve(record), () -> Clients.now(CHAIN));
        manager = TxManager.open(client, signer, folder.resolve("transactions"), SETTINGS);
        account = RoleAccount.open(client, manager, access(roles));
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

    private static SafeAccess.Member access(TestRoles of) {
        return new SafeAccess.Member(
                address(of.safe()), address(of.modifier()), Role.of(of.version().role()));
    }

    private static SigningPolicy policy(TestRoles of) {
        BigInteger coins = BigInteger.TEN.pow(18);
        List<AllowedCall> calls = new ArrayList<>(access(of).allowed());
        calls.add(AllowedCall.of(address(usdc), APPROVE, Argument.of(Rule.TARGET, 0), Argument.of(Rule.AMOUNT, 1)));
        calls.add(AllowedCall.of(address(usdc), TRANSFER, Argument.of(Rule.AMOUNT, 1)));
        calls.add(AllowedCall.of(address(dex.router()), "refundETH()"));
        calls.add(AllowedCall.of(address(dex.weth()), "deposit()"));
        calls.add(AllowedCall.of(
                address(dex.routerV2()), SWAP, Argument.of(Rule.TOKENS, 2), Argument.of(Rule.WALLET, 3)));
        return new SigningPolicy(
                CHAIN.id(),
                calls,
                Set.of(address(usdc), address(coin)),
                new SigningPolicy.Caps(
                        coins,
                        coins.multiply(BigInteger.TEN),
                        Map.of(address(usdc), RICH.multiply(BigInteger.TEN), SigningPolicy.COIN, CAP)));
    }

    private static Address address(TestContract contract) {
        return new Address(contract.address());
    }

    private static Call approve(TestContract spender, BigInteger amount) {
        return Function.of(APPROVE)
                .on(address(usdc), new AbiWriter().address(address(spender)).uint(amount));
    }

    private static Call transfer(TestContract to, BigInteger amount) {
        return Function.of(TRANSFER)
                .on(address(usdc), new AbiWriter().address(address(to)).uint(amount));
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

    private Address safe() {
        return address(roles.safe());
    }

    private TxOutcome.Mined mined(TxRequest request) {
        TxOutcome first = account.submit(request);
        int[] looks = {500};
        return assertInstanceOf(
                TxOutcome.Mined.class,
                first.isOpen() ? account.await(request.id(), soFar -> looks[0]-- > 0) : first,
                first::toString);
    }

    private static BigInteger balance(TestContract token, Address owner) {
        return token.number("balanceOf(address)", owner.hex());
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
        BigInteger before = safes.nonce(roles.safe());
        assertTrue(mined(TxRequest.of("1/approve", approve(dex.routerV2(), CAP)))
                .receipt()
                .succeeded());
        assertTrue(mined(TxRequest.of("1/swap", swap(CAP, BigInteger.ONE, safe())))
                .receipt()
                .succeeded());
        assertEquals(RICH.subtract(CAP), balance(usdc, safe()));
        assertTrue(balance(coin, safe()).signum() > 0);
        assertEquals(BigInteger.ZERO, balance(coin, KEY.address()));
        assertEquals(before, safes.nonce(roles.safe()), "no signature of an owner was needed");
    }

    @ParameterizedTest
    @EnumSource
    void coins_that_the_role_may_send_are_the_safes(Version version) {
        open(version);
        Call wrap = Function.of("deposit()").on(address(dex.weth()));
        assertTrue(mined(TxRequest.of("1", wrap).withValue(CAP)).receipt().succeeded());
        assertEquals(CAP, balance(dex.weth(), safe()));
        assertEquals(BigInteger.ZERO, client.balance(client.head(), safe()));
    }

    @ParameterizedTest
    @EnumSource
    void what_the_role_has_not_is_refused_in_words_before_anything_is_signed(Version version) {
        open(version);
        Call elsewhere = Function.of("refundETH()").on(address(dex.router()));
        assertRefusedByModule("this contract is none that the role may call (TargetAddressNotAllowed)", elsewhere);
        roles.allow(usdc, "decimals()").revoke(dex.routerV2());
        assertRefusedByModule("TargetAddressNotAllowed", swap(CAP, BigInteger.ONE, safe()));
        assertRefusedByModule(
                "this function is none that the role may call there (FunctionNotAllowed)",
                new Call(address(usdc), "symbol()", Function.of("symbol()").selector()));
        assertRefusedUnsigned(
                "SendNotAllowed",
                TxRequest.of("coins", approve(dex.routerV2(), CAP)).withValue(BigInteger.ONE));
    }

    @Test
    void an_amount_over_the_cap_another_recipient_and_another_spender_are_refused_by_the_chain_itself() {
        open(Version.ONE);
        assertRefusedByModule("ParameterGreaterThanAllowed", swap(CAP.add(BigInteger.ONE), BigInteger.ONE, safe()));
        assertRefusedByModule("(ParameterNotAllowed)", swap(CAP, BigInteger.ONE, KEY.address()));
        assertRefusedByModule("ParameterNotOneOfAllowed", approve(coin, BigInteger.ONE));
        assertRefusedByModule("(ParameterNotAllowed)", transfer(coin, BigInteger.ONE));
        assertTrue(mined(TxRequest.of("1", transfer(dex.routerV2(), BigInteger.ONE)))
                .receipt()
                .succeeded());
    }

    /** A policy that allows all that goes to a modifier, as if the chain's limits were all there is. */
    private void openBlind(Version version) {
        SigningPolicy seeing = policy(ROLES.get(version));
        List<AllowedCall> blind = List.of(AllowedCall.of(
                address(ROLES.get(version).modifier()),
                access(ROLES.get(version)).role().function().signature()));
        open(version, new SigningPolicy(seeing.chainId(), blind, seeing.tokens(), seeing.caps()), "blind");
    }

    @Test
    void control_without_limits_of_arguments_and_without_a_policy_the_same_lets_the_money_go_to_anybody() {
        openBlind(Version.TWO);
        mined(TxRequest.of("approve", approve(dex.routerV2(), CAP)));
        mined(TxRequest.of("swap", swap(CAP, BigInteger.ONE, KEY.address())));
        assertTrue(balance(coin, KEY.address()).signum() > 0, "bought with the Safe's money, for the key");
    }

    @Test
    void where_the_policy_fails_the_limits_of_the_role_still_hold() {
        openBlind(Version.ONE);
        mined(TxRequest.of("approve", approve(dex.routerV2(), CAP)));
        assertRefusedByModule("(ParameterNotAllowed)", swap(CAP, BigInteger.ONE, KEY.address()));
    }

    @Test
    void control_where_the_modifier_is_not_asked_before_a_refusal_costs_gas() {
        open(Version.ONE);
        BigInteger before = client.balance(client.head(), KEY.address());
        Call inner = swap(CAP.add(BigInteger.ONE), BigInteger.ONE, safe());
        Call told = new RolesContract(client, access(roles)).through(inner, BigInteger.ZERO);
        manager.submit(TxRequest.of("1", told).withGas(GAS));
        int[] looks = {500};
        TxOutcome.Mined failed = assertInstanceOf(TxOutcome.Mined.class, manager.await("1", soFar -> looks[0]-- > 0));
        assertTrue(!failed.receipt().succeeded(), failed::toString);
        assertTrue(client.balance(client.head(), KEY.address()).compareTo(before) < 0, "gas was paid for nothing");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_token_would_refuse_is_not_signed_and_its_own_reason_is_told(Version version) {
        open(version);
        BigInteger tooMuch = RICH.add(BigInteger.ONE);
        assertRefusedUnsigned(address(usdc).hex(), TxRequest.of("1", transfer(dex.routerV2(), tooMuch)));
        RevertException told = assertThrows(
                RevertException.class,
                () -> account.estimateGas(client.head(), swap(CAP, CAP.pow(4), safe()), BigInteger.ZERO));
        assertTrue(told.getMessage().contains("INSUFFICIENT_OUTPUT_AMOUNT"), told.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_within_the_safe_has_failed_and_does_not_look_like_success(Version version) {
        open(version);
        BigInteger tooMuch = RICH.add(BigInteger.ONE);
        TxOutcome.Mined failed =
                mined(TxRequest.of("1", transfer(dex.routerV2(), tooMuch)).withGas(GAS));
        assertTrue(!failed.receipt().succeeded(), failed::toString);
        assertEquals(RICH, balance(usdc, safe()));
        assertTrue(mined(TxRequest.of("2", transfer(dex.routerV2(), RICH)))
                .receipt()
                .succeeded());
    }

    @ParameterizedTest
    @EnumSource
    void control_where_the_modifier_is_not_told_to_revert_what_failed_looks_like_success(Version version) {
        open(version);
        Call inner = transfer(dex.routerV2(), RICH.add(BigInteger.ONE));
        SafeAccess.Member access = access(roles);
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
            int[] looks = {500};
            TxOutcome.Mined done =
                    assertInstanceOf(TxOutcome.Mined.class, unchecked.await("1", soFar -> looks[0]-- > 0));
            assertTrue(done.receipt().succeeded(), done::toString);
        }
        assertEquals(RICH, balance(usdc, safe()), "nothing was moved");
    }

    @ParameterizedTest
    @EnumSource
    void the_policy_sees_what_the_modifier_is_told(Version version) {
        open(version);
        mined(TxRequest.of("approve", approve(dex.routerV2(), CAP)));
        assertNotSigned("daily amount", approve(dex.routerV2(), RICH.multiply(BigInteger.TEN)));
        roles.allow(coin, APPROVE).allow(dex.routerV2(), SWAP);
        assertNotSigned("recipient", swap(CAP, BigInteger.ONE, KEY.address()));
        assertNotSigned(
                "target",
                Function.of(APPROVE)
                        .on(
                                address(coin),
                                new AbiWriter().address(address(dex.router())).uint(1)));
    }

    private void assertNotSigned(String rule, Call inner) {
        TxRequest request = TxRequest.of("refused", inner).withGas(GAS);
        SigningRefused refused = assertThrows(SigningRefused.class, () -> account.submit(request));
        assertTrue(refused.getMessage().startsWith("Not signed (" + rule + ")"), refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void a_role_that_is_taken_away_or_a_modifier_that_is_switched_off_ends_it(Version version) {
        open(version);
        roles.assign(KEY.address().hex(), false);
        assertRefusedByModule("NoMembership", approve(dex.routerV2(), CAP));
        roles.assign(KEY.address().hex(), true);
        safes.agree(
                roles.safe(),
                roles.safe(),
                "disableModule(address,address)",
                "0x" + "0".repeat(39) + "1",
                roles.modifier());
        assertRefusedByModule("does not have the modifier as its module", approve(dex.routerV2(), CAP));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_modifier_does_around_a_call_takes_less_than_is_reckoned_with_and_not_much_less(Version version) {
        open(version);
        Call call = approve(dex.routerV2(), BigInteger.ONE);
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
            ended = ends(points, journals, sent);
            run(Failpoints.counting(), journals, sent);
            String where = "ended at " + point + ": " + points.reached().getLast();
            assertEquals(1, Set.copyOf(sent).size(), where);
            assertEquals(RICH.subtract(BigInteger.TEN), balance(usdc, safe()), where);
            CHAIN.ask("evm_revert", snapshot);
        }
        assertTrue(point > 20, "only " + point + " points");
    }

    private boolean ends(Failpoints points, Path journals, List<Bytes> sent) {
        try {
            run(points, journals, sent);
            return false;
        } catch (Failpoints.Ended killed) {
            return true;
        }
    }

    private void run(Failpoints points, Path journals, List<Bytes> sent) {
        client = points.around(
                ChainClient.class, Clients.client(CHAIN, CHAIN.url().toString()));
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
                RoleAccount speaking = RoleAccount.open(client, sender, access(roles))) {
            account = speaking;
            assertTrue(mined(TxRequest.of("1", transfer(dex.routerV2(), BigInteger.TEN)))
                    .receipt()
                    .succeeded());
        }
    }
}
