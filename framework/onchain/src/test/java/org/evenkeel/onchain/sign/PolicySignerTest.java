package org.evenkeel.onchain.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.sign.AllowedCall.Argument;
import org.evenkeel.onchain.sign.AllowedCall.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicySignerTest {
    private static final Address TOKEN = new Address("0x" + "11".repeat(20));
    private static final Address OTHER_TOKEN = new Address("0x" + "12".repeat(20));
    private static final Address ROUTER = new Address("0x" + "22".repeat(20));
    private static final Address STRANGER = new Address("0x" + "33".repeat(20));
    private static final Signer KEY = TestKeys.signer(TestKeys.WALLET);
    private static final Address WALLET = KEY.address();

    private static final String APPROVE = "approve(address,uint256)";
    private static final String SWAP_V2 = "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)";
    private static final String SWAP_V3 = "exactInput((bytes,address,uint256,uint256))";
    private static final String MULTICALL = "multicall(uint256,bytes[])";

    private static final SigningPolicy POLICY = new SigningPolicy(
            10,
            List.of(
                    AllowedCall.of(TOKEN, APPROVE, Argument.of(Rule.TARGET, 0), Argument.of(Rule.AMOUNT, 1)),
                    AllowedCall.of(ROUTER, SWAP_V2, Argument.of(Rule.TOKENS, 2), Argument.of(Rule.WALLET, 3)),
                    AllowedCall.of(ROUTER, SWAP_V3, Argument.of(Rule.WALLET, 0, 1)),
                    AllowedCall.of(ROUTER, "sweep(address)", Argument.of(Rule.TOKEN, 0)),
                    AllowedCall.of(ROUTER, MULTICALL, Argument.of(Rule.CALLS, 1))),
            Set.of(TOKEN),
            new SigningPolicy.Caps(
                    BigInteger.valueOf(1_000), BigInteger.valueOf(2_500), Map.of(TOKEN, BigInteger.valueOf(100))));

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private PolicySigner signer;

    @BeforeEach
    void open() {
        signer = PolicySigner.of(KEY, POLICY, folder, () -> now);
    }

    @AfterEach
    void close() {
        signer.close();
    }

    private static UnsignedTransaction transaction(long chain, long nonce, Call call, long value) {
        Fees fees = new Fees(BigInteger.ONE, BigInteger.ONE);
        return new UnsignedTransaction(chain, nonce, call, BigInteger.valueOf(value), BigInteger.valueOf(100), fees);
    }

    private static Call approve(Address token, Address spender, long amount) {
        return Function.of(APPROVE).on(token, new AbiWriter().address(spender).uint(amount));
    }

    private static Call swap(Address from, Address to, Address recipient) {
        List<AbiWriter> path = List.of(new AbiWriter().address(from), new AbiWriter().address(to));
        return Function.of(SWAP_V2)
                .on(
                        ROUTER,
                        new AbiWriter()
                                .uint(1)
                                .uint(1)
                                .array(path)
                                .address(recipient)
                                .uint(9));
    }

    private static Call swapV3(Address recipient) {
        AbiWriter params = new AbiWriter()
                .bytes(Bytes.ofHex("0x1234"))
                .address(recipient)
                .uint(1)
                .uint(1);
        return Function.of(SWAP_V3).on(ROUTER, new AbiWriter().tuple(params));
    }

    /** By the ABI, an array of bytes is an array of structs whose only member has no fixed size, without that pointer. */
    private static Call multicall(Call inner) {
        Bytes one = new AbiWriter().bytes(inner.input()).bytes();
        Bytes words = new AbiWriter().uint(9).uint(64).uint(1).bytes();
        return new Call(
                ROUTER, MULTICALL, Function.of(MULTICALL).selector().then(words).then(one));
    }

    private void assertSigned(Call call) {
        UnsignedTransaction asked = transaction(10, 0, call, 0);
        assertEquals(KEY.sign(asked), signer.sign(asked));
    }

    private void assertRefused(String rule, UnsignedTransaction asked) {
        SigningRefused refused = assertThrows(SigningRefused.class, () -> signer.sign(asked));
        assertTrue(refused.getMessage().startsWith("Not signed (" + rule + ")"), refused.getMessage());
    }

    private void assertRefused(String rule, Call call) {
        assertRefused(rule, transaction(10, 0, call, 0));
    }

    @Test
    void what_the_policy_names_is_signed() {
        assertSigned(approve(TOKEN, ROUTER, 100));
        assertSigned(swap(TOKEN, TOKEN, WALLET));
        assertSigned(swapV3(WALLET));
        assertSigned(multicall(swapV3(WALLET)));
    }

    @Test
    void another_chain_contract_or_function_is_refused_by_name() {
        assertRefused("chain", transaction(1, 0, approve(TOKEN, ROUTER, 1), 0));
        assertRefused("target", approve(STRANGER, ROUTER, 1));
        assertRefused("selector", new Call(TOKEN, "nothing", Bytes.EMPTY));
        assertRefused("selector", Function.of("transfer(address,uint256)").on(TOKEN));
    }

    @Test
    void what_would_go_to_somebody_else_is_refused_in_a_multicall_too() {
        assertRefused("spender", approve(TOKEN, STRANGER, 1));
        assertRefused("recipient", swap(TOKEN, TOKEN, STRANGER));
        assertRefused("recipient", swapV3(STRANGER));
        assertRefused("recipient", multicall(swapV3(STRANGER)));
        assertRefused(
                "target",
                new Call(STRANGER, MULTICALL, multicall(swapV3(WALLET)).input()));
        assertRefused("nesting", multicall(multicall(multicall(swapV3(WALLET)))));
    }

    @Test
    void another_token_is_refused() {
        assertRefused("token", swap(TOKEN, OTHER_TOKEN, WALLET));
        assertRefused("token", Function.of("sweep(address)").on(ROUTER, new AbiWriter().address(OTHER_TOKEN)));
    }

    @Test
    void arguments_that_cannot_be_read_are_refused() {
        Call cut = new Call(TOKEN, APPROVE, approve(TOKEN, ROUTER, 1).input().part(0, 40));
        assertRefused("argument", cut);
    }

    @Test
    void caps_of_a_transaction_and_of_a_day_count_the_gas() {
        Call call = approve(TOKEN, ROUTER, 0);
        assertRefused("value", transaction(10, 0, call, 901));
        signer.sign(transaction(10, 0, call, 900));
        signer.sign(transaction(10, 1, call, 900));
        assertRefused("daily value", transaction(10, 2, call, 401));
        signer.sign(transaction(10, 2, call, 400));
        now = now.plus(Duration.ofHours(12));
        signer.sign(transaction(10, 3, call, 900));
    }

    @Test
    void nothing_to_the_wallet_itself_is_signed_within_the_caps_and_counts_for_its_nonce_once() {
        Call nothing = new Call(WALLET, "nothing", Bytes.EMPTY);
        assertSigned(nothing);
        assertRefused("target", transaction(10, 0, nothing, 1));
        assertRefused("target", new Call(WALLET, "something", Bytes.ofHex("0x12345678")));
        assertRefused("target", new Call(STRANGER, "nothing", Bytes.EMPTY));
        assertRefused("chain", transaction(1, 0, nothing, 0));
        signer.sign(transaction(10, 1, approve(TOKEN, ROUTER, 60), 0));
        signer.sign(transaction(10, 1, nothing, 0));
        assertRefused("daily amount", transaction(10, 2, approve(TOKEN, ROUTER, 41), 0));
        Fees dear = new Fees(BigInteger.valueOf(11), BigInteger.ONE);
        assertRefused("value", new UnsignedTransaction(10, 2, nothing, BigInteger.ZERO, BigInteger.valueOf(100), dear));
    }

    @Test
    void the_daily_cap_of_a_token_outlives_a_restart() {
        signer.sign(transaction(10, 0, approve(TOKEN, ROUTER, 60), 0));
        signer.close();
        open();
        assertRefused("daily amount", transaction(10, 1, approve(TOKEN, ROUTER, 41), 0));
        signer.sign(transaction(10, 1, approve(TOKEN, ROUTER, 40), 0));
    }

    @Test
    void a_raise_of_the_same_nonce_counts_once() {
        for (int raise = 0; raise < 5; raise++) {
            signer.sign(transaction(10, 0, approve(TOKEN, ROUTER, 100), 900));
        }
        assertRefused("daily amount", transaction(10, 1, approve(TOKEN, ROUTER, 1), 0));
    }

    @Test
    void a_signer_that_answers_with_something_else_is_not_believed() {
        UnsignedTransaction asked = transaction(10, 0, approve(TOKEN, ROUTER, 1), 0);
        List<UnsignedTransaction> others = List.of(
                transaction(1, 0, asked.call(), 0),
                transaction(10, 1, asked.call(), 0),
                transaction(10, 0, approve(TOKEN, STRANGER, 1), 0),
                transaction(10, 0, asked.call(), 1));
        for (UnsignedTransaction other : others) {
            assertThrows(SigningRefused.class, () -> SignedTransaction.by(answering(KEY.sign(other)), asked));
        }
        Bytes foreign = TestKeys.signer("8".repeat(64)).sign(asked);
        assertThrows(SigningRefused.class, () -> SignedTransaction.by(answering(foreign), asked));
        assertThrows(SigningRefused.class, () -> SignedTransaction.by(answering(Bytes.ofHex("0x02c0")), asked));
        assertEquals(KEY.sign(asked), SignedTransaction.by(KEY, asked).raw());
    }

    private static Signer answering(Bytes answer) {
        return new Signer() {
            @Override
            public Address address() {
                return WALLET;
            }

            @Override
            public Bytes sign(UnsignedTransaction transaction) {
                return answer;
            }
        };
    }
}
