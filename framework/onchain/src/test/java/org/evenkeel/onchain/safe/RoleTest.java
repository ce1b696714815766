package org.evenkeel.onchain.safe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.abi.RevertReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleTest {
    private static final String TRADER = "0x747261646572" + "00".repeat(26);

    @Test
    void a_number_is_a_role_of_the_first_version_and_a_text_or_word_one_of_the_second() {
        assertEquals(new Role.Number(7), Role.of("7"));
        assertEquals(BigInteger.valueOf(65_535), Role.of("65535").word());
        assertEquals(new Role.Key(Bytes.ofHex(TRADER)), Role.of("trader"));
        assertEquals(Role.of("trader"), Role.of(TRADER));
        assertEquals("trader", Role.of(TRADER).toString());
        assertEquals("7", Role.of("7").toString());
        assertEquals("0x" + "1f".repeat(32), Role.of("0x" + "1F".repeat(32)).toString());
        assertEquals("0x" + "41".repeat(32), Role.of("0x" + "41".repeat(32)).toString(), "a text ends with a zero");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "65536",
                "123456",
                "0x12",
                "a text of more than thirty-one characters",
                "dünn",
                "0x0000000000000000000000000000000000000000000000000000000000000000"
            })
    void anything_else_is_none(String text) {
        assertThrows(IllegalArgumentException.class, () -> Role.of(text));
    }

    private static RevertReason custom(String error, AbiWriter arguments) {
        return RevertReason.of(Function.of(error).selector().then(arguments.bytes()));
    }

    private static Optional<RoleRefusal> numbered(long number) {
        return RoleRefusal.of(custom(
                "ConditionViolation(uint8,bytes32)",
                new AbiWriter().uint(number).uint(0)));
    }

    /** The numbers are those of the second version's own list, as its authors publish it. */
    @Test
    void what_the_second_version_says_by_a_number_is_what_the_first_has_errors_for() {
        assertEquals(Optional.empty(), numbered(0));
        assertEquals(Optional.of(RoleRefusal.DELEGATE_CALL), numbered(1));
        assertEquals(Optional.of(RoleRefusal.TARGET), numbered(2));
        assertEquals(Optional.of(RoleRefusal.FUNCTION), numbered(3));
        assertEquals(Optional.of(RoleRefusal.COINS), numbered(4));
        assertEquals(Optional.of(RoleRefusal.ARGUMENT), numbered(7));
        assertEquals(Optional.of(RoleRefusal.TOO_MUCH), numbered(9));
        assertEquals(Optional.of(RoleRefusal.NO_MATCH), numbered(10));
        assertEquals(Optional.of(RoleRefusal.MASK), numbered(15));
        assertEquals(Optional.of(RoleRefusal.ALLOWANCE), numbered(17));
        assertEquals(Optional.of(RoleRefusal.COIN_ALLOWANCE), numbered(19));
        assertEquals(Optional.empty(), numbered(20));
        for (RoleRefusal refusal : RoleRefusal.values()) {
            assertTrue(refusal == RoleRefusal.NOT_ENABLED || refusal.toString().endsWith(")"), refusal.toString());
        }
    }

    @Test
    void what_is_called_may_refuse_too_and_that_is_no_refusal_of_the_modifier() {
        assertEquals(Optional.of(RoleRefusal.NO_MEMBER), RoleRefusal.of(custom("NoMembership()", new AbiWriter())));
        assertTrue(RoleRefusal.NO_MEMBER.isOfMembership());
        assertFalse(RoleRefusal.TARGET.isOfMembership());
        assertEquals(Optional.empty(), RoleRefusal.of(custom("ModuleTransactionFailed()", new AbiWriter())));
        assertEquals(Optional.empty(), RoleRefusal.of(custom("ConditionViolation(uint8,bytes32)", new AbiWriter())));
        assertEquals(Optional.empty(), RoleRefusal.of(new RevertReason.Message("STF")));
        assertEquals(Optional.empty(), RoleRefusal.of(new RevertReason.Silent()));
    }
}
