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
import org.evenkeel.onchain.safe.Role;
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.sign.AllowedCall.Argument;
import org.evenkeel.onchain.sign.AllowedCall.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Safe's module is told is checked as what the key itself does is, in the Safe's name. */
final class ModulePolicyTest {
    private static final Address KEY = new Address("0x" + "11".repeat(20));
    private static final Address SAFE = new Address("0x" + "22".repeat(20));
    private static final Address MODIFIER = new Address("0x" + "33".repeat(20));
    private static final Address TOKEN = new Address("0x" + "44".repeat(20));
    private static final Address ROUTER = new Address("0x" + "55".repeat(20));
    private static final Address STRANGER = new Address("0x" + "66".repeat(20));
    private static final Function APPROVE = Function.of("approve(address,uint256)");
    private static final Function PAY = Function.of("pay(address)");
    private static final String OTHER_ROLE = "9";

    /** How a modifier is told something, one thing after the other. */
    private record Told(Address modifier, Role role, long operation, boolean reverting) {
        static Told of(String role) {
            return new Told(MODIFIER, Role.of(role), 0, true);
        }

        Call to(Call inner) {
            return to(inner, 0);
        }

        Call to(Call inner, long wei) {
            return role.function()
                    .on(
                            modifier,
                            new AbiWriter()
                                    .address(inner.to())
                                    .uint(wei)
                                    .bytes(inner.input())
                                    .uint(operation)
                                    .uint(role.word())
                                    .bool(reverting));
        }
    }

    private static SigningPolicy policy(String role) {
        List<AllowedCall> calls = new ArrayList<>(new SafeAccess.Member(SAFE, MODIFIER, Role.of(role)).allowed());
        calls.add(AllowedCall.of(TOKEN, APPROVE.signature(), Argument.of(Rule.TARGET, 0), Argument.of(Rule.AMOUNT, 1)));
        calls.add(AllowedCall.of(ROUTER, PAY.signature(), Argument.of(Rule.WALLET, 0)));
        return new SigningPolicy(
                10, calls, Set.of(TOKEN), new SigningPolicy.Caps(BigInteger.TEN, BigInteger.TEN, Map.of()));
    }

    private static Call approve(Address spender, long amount) {
        return APPROVE.on(TOKEN, new AbiWriter().address(spender).uint(amount));
    }

    private static Call pay(Address recipient) {
        return PAY.on(ROUTER, new AbiWriter().address(recipient));
    }

    private static Map<Address, BigInteger> amounts(String role, Call call, long wei) {
        Fees fees = new Fees(BigInteger.ONE, BigInteger.ONE);
        return PolicyCheck.amounts(
                policy(role), KEY, new UnsignedTransaction(10, 0, call, BigInteger.valueOf(wei), BigInteger.ONE, fees));
    }

    private static void assertRefused(String rule, String role, Call call) {
        assertRefused(rule, role, call, 0);
    }

    private static void assertRefused(String rule, String role, Call call, long wei) {
        SigningRefused refused = assertThrows(SigningRefused.class, () -> amounts(role, call, wei));
        assertTrue(refused.getMessage().startsWith("Not signed (" + rule + ")"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "trader"})
    void in_the_name_of_a_safe_the_wallet_is_the_safe(String role) {
        Told told = Told.of(role);
        amounts(role, told.to(pay(SAFE)), 0);
        assertRefused("recipient", role, told.to(pay(KEY)));
        assertRefused("recipient", role, told.to(pay(STRANGER)));
        assertRefused("recipient", role, told.to(pay(MODIFIER)));
        assertRefused("target", role, told.to(new Call(STRANGER, "anything", APPROVE.selector())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "trader"})
    void what_it_lets_go_counts_for_the_caps_and_so_do_its_coins(String role) {
        Told told = Told.of(role);
        assertEquals(Map.of(TOKEN, BigInteger.valueOf(7)), amounts(role, told.to(approve(ROUTER, 7)), 0));
        assertEquals(Map.of(SigningPolicy.COIN, BigInteger.valueOf(5)), amounts(role, told.to(pay(SAFE), 5), 0));
        assertRefused("coins", role, told.to(pay(SAFE)), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "trader"})
    void another_role_or_modifier_and_code_that_is_run_as_the_safes_own_are_refused(String role) {
        assertRefused("number", role, other(role));
        assertRefused("target", role, new Told(STRANGER, Role.of(role), 0, true).to(pay(SAFE)));
        assertRefused("target", role, new Told(SAFE, Role.of(role), 0, true).to(pay(SAFE)));
        assertRefused("code", role, new Told(MODIFIER, Role.of(role), 1, true).to(pay(SAFE)));
        assertRefused("argument", role, new Told(MODIFIER, Role.of(role), 2, true).to(pay(SAFE)));
    }

    private static Call other(String role) {
        return Told.of("7".equals(role) ? OTHER_ROLE : "owner").to(pay(SAFE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "trader"})
    void what_fails_must_not_look_as_if_it_had_been_done(String role) {
        assertRefused("number", role, new Told(MODIFIER, Role.of(role), 0, false).to(pay(SAFE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assignRoles(address,bytes32[],bool[])",
                "assignRoles(address,uint16[],bool[])",
                "allowTarget(bytes32,address,uint8)",
                "allowTarget(uint16,address,uint8)",
                "allowFunction(bytes32,address,bytes4,uint8)",
                "scopeTarget(bytes32,address)",
                "setTarget(address)",
                "setAvatar(address)",
                "enableModule(address)",
                "setDefaultRole(address,bytes32)",
                "transferOwnership(address)",
                "execTransactionFromModule(address,uint256,bytes,uint8)",
                "execTransactionWithRoleReturnData(address,uint256,bytes,uint8,bytes32,bool)"
            })
    void no_other_function_of_the_modifier_is_called_by_the_key_nor_in_the_name_of_the_safe(String signature) {
        Call change =
                new Call(MODIFIER, signature, Function.of(signature).selector().then(Bytes.of(new byte[8 * 32])));
        assertRefused("selector", "trader", change);
        assertRefused("selector", "trader", Told.of("trader").to(change));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "trader"})
    void what_others_make_calls_through_too_may_not_spend(String role) {
        assertRefused("spender", role, Told.of(role).to(approve(MODIFIER, 1)));
        assertRefused("spender", role, Told.of(role).to(approve(STRANGER, 1)));
        assertRefused("spender", role, Told.of(role).to(approve(SAFE, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "trader"})
    void control_a_rule_that_does_not_look_into_it_lets_everything_pass(String role) {
        AllowedCall blind = AllowedCall.of(MODIFIER, Role.of(role).function().signature());
        SigningPolicy policy =
                new SigningPolicy(10, List.of(blind), Set.of(), policy(role).caps());
        Fees fees = new Fees(BigInteger.ONE, BigInteger.ONE);
        for (Call passed : List.of(
                Told.of(role).to(pay(STRANGER)),
                other(role),
                new Told(MODIFIER, Role.of(role), 1, true).to(pay(SAFE)),
                new Told(MODIFIER, Role.of(role), 0, false).to(pay(SAFE)))) {
            assertEquals(
                    Map.of(),
                    PolicyCheck.amounts(
                            policy,
                            KEY,
                            new UnsignedTransaction(10, 0, passed, BigInteger.ZERO, BigInteger.ONE, fees)));
        }
    }
}
