package org.evenkeel.onchain.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
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
import org.junit.jupiter.api.Test;

/** What a Safe is told is checked as what the key itself does is, in the Safe's name. */
final class SafePolicyTest {
    private static final Address KEY = new Address("0x" + "11".repeat(20));
    private static final Address SAFE = new Address("0x" + "22".repeat(20));
    private static final Address MULTI_SEND = new Address("0x" + "33".repeat(20));
    private static final Address TOKEN = new Address("0x" + "44".repeat(20));
    private static final Address ROUTER = new Address("0x" + "55".repeat(20));
    private static final Address STRANGER = new Address("0x" + "66".repeat(20));
    private static final Function EXEC =
            Function.of("execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)");
    private static final Function SEND = Function.of("multiSend(bytes)");
    private static final Function APPROVE = Function.of("approve(address,uint256)");
    private static final Function PAY = Function.of("pay(address)");

    private static final SigningPolicy POLICY = new SigningPolicy(
            10,
            List.of(
                    AllowedCall.of(SAFE, EXEC.signature(), Argument.of(Rule.SAFE_TRANSACTION, 0)),
                    AllowedCall.of(MULTI_SEND, SEND.signature(), Argument.of(Rule.MULTI_SEND, 0)),
                    AllowedCall.of(
                            TOKEN, APPROVE.signature(), Argument.of(Rule.TARGET, 0), Argument.of(Rule.AMOUNT, 1)),
                    AllowedCall.of(ROUTER, PAY.signature(), Argument.of(Rule.WALLET, 0))),
            Set.of(TOKEN),
            new SigningPolicy.Caps(BigInteger.TEN, BigInteger.TEN, Map.of()));

    private static Call approve(Address spender, long amount) {
        return APPROVE.on(TOKEN, new AbiWriter().address(spender).uint(amount));
    }

    private static Call pay(Address recipient) {
        return PAY.on(ROUTER, new AbiWriter().address(recipient));
    }

    private static Call exec(Call inner, long wei, long operation, long gasPrice) {
        return EXEC.on(
                SAFE,
                new AbiWriter()
                        .address(inner.to())
                        .uint(wei)
                        .bytes(inner.input())
                        .uint(operation)
                        .uint(0)
                        .uint(0)
                        .uint(gasPrice)
                        .address(Address.ZERO)
                        .address(gasPrice == 0 ? Address.ZERO : STRANGER)
                        .bytes(Bytes.EMPTY));
    }

    private static Bytes packed(String kind, Call call, long wei, long size) {
        return Bytes.joined(List.of(
                Bytes.ofHex(kind),
                Bytes.ofHex(call.to().hex()),
                new AbiWriter().uint(wei).uint(size).bytes(),
                call.input()));
    }

    private static Call batch(Bytes... calls) {
        return exec(SEND.on(MULTI_SEND, new AbiWriter().bytes(Bytes.joined(List.of(calls)))), 0, 1, 0);
    }

    private static Bytes packed(Call call) {
        return packed("0x00", call, 0, call.input().size());
    }

    private static Map<Address, BigInteger> amounts(Call call) {
        Fees fees = new Fees(BigInteger.ONE, BigInteger.ONE);
        return PolicyCheck.amounts(
                POLICY, KEY, new UnsignedTransaction(10, 0, call, BigInteger.ZERO, BigInteger.ONE, fees));
    }

    private static void assertRefused(String rule, Call call) {
        SigningRefused refused = assertThrows(SigningRefused.class, () -> amounts(call));
        assertTrue(refused.getMessage().startsWith("Not signed (" + rule + ")"), refused.getMessage());
    }

    @Test
    void in_the_name_of_a_safe_the_wallet_is_the_safe() {
        amounts(exec(pay(SAFE), 0, 0, 0));
        assertRefused("recipient", exec(pay(KEY), 0, 0, 0));
        assertRefused("recipient", exec(pay(STRANGER), 0, 0, 0));
        amounts(pay(KEY));
        assertRefused("recipient", pay(SAFE));
    }

    @Test
    void what_it_lets_go_counts_for_the_caps_and_so_do_its_coins() {
        assertEquals(Map.of(TOKEN, BigInteger.valueOf(7)), amounts(exec(approve(ROUTER, 7), 0, 0, 0)));
        assertEquals(Map.of(SigningPolicy.COIN, BigInteger.valueOf(5)), amounts(exec(pay(SAFE), 5, 0, 0)));
        Bytes[] both = {packed(approve(ROUTER, 2)), packed("0x00", pay(SAFE), 3, 36)};
        assertEquals(Map.of(TOKEN, BigInteger.TWO, SigningPolicy.COIN, BigInteger.valueOf(3)), amounts(batch(both)));
    }

    @Test
    void a_refund_of_gas_would_pay_anybody_and_is_refused() {
        assertRefused("refund", exec(pay(SAFE), 0, 0, 1));
    }

    @Test
    void no_code_but_that_of_a_batch_is_run_as_the_safes_own() {
        assertRefused("code", exec(pay(SAFE), 0, 1, 0));
        assertRefused("target", exec(new Call(STRANGER, "anything", APPROVE.selector()), 0, 1, 0));
        assertRefused("argument", exec(pay(SAFE), 0, 2, 0));
    }

    @Test
    void each_call_of_a_batch_is_checked() {
        amounts(batch(packed(approve(ROUTER, 1)), packed(pay(SAFE))));
        assertRefused("recipient", batch(packed(approve(ROUTER, 1)), packed(pay(STRANGER))));
        assertRefused("spender", batch(packed(approve(STRANGER, 1)), packed(pay(SAFE))));
        assertRefused("target", batch(packed(new Call(STRANGER, "anything", APPROVE.selector()))));
    }

    @Test
    void a_batch_that_cannot_be_read_to_its_end_is_refused() {
        assertRefused("batch", batch(packed("0x01", pay(SAFE), 0, 36)));
        assertRefused("batch", batch(packed("0x00", pay(SAFE), 0, 37)));
        assertRefused("batch", batch(packed("0x00", pay(SAFE), 0, Long.MAX_VALUE)));
        assertRefused("batch", batch(packed(pay(SAFE)), Bytes.ofHex("0x00")));
    }

    @Test
    void what_makes_anybodys_calls_is_run_by_a_safe_alone_and_may_not_spend() {
        Call direct = SEND.on(MULTI_SEND, new AbiWriter().bytes(packed(pay(MULTI_SEND))));
        assertRefused("batch", direct);
        assertRefused("batch", exec(direct, 0, 0, 0));
        assertRefused("spender", exec(approve(MULTI_SEND, 1), 0, 0, 0));
    }

    @Test
    void a_safe_that_tells_itself_something_is_nested_no_deeper_than_any_call() {
        List<Call> nested = new ArrayList<>(List.of(pay(SAFE)));
        for (int depth = 0; depth < 4; depth++) {
            nested.add(exec(nested.getLast(), 0, 0, 0));
        }
        amounts(nested.get(2));
        assertRefused("nesting", nested.get(3));
        assertRefused("nesting", nested.get(4));
    }
}
