package org.evenkeel.onchain.safe;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.abi.RevertReason;

/**
 * Why a Roles modifier has something not done. The first version has an error for each; the second has one with a number,
 * which is the place among these.
 */
enum RoleRefusal {
    DELEGATE_CALL("DelegateCallNotAllowed()", "it would be run as the Safe's own code"),
    TARGET("TargetAddressNotAllowed()", "this contract is none that the role may call"),
    FUNCTION("FunctionNotAllowed()", "this function is none that the role may call there"),
    COINS("SendNotAllowed()", "coins go along, and the role may send none there"),
    NO_ALTERNATIVE("OrViolation()", "its arguments meet none of several conditions"),
    EXCLUDED("NorViolation()", "its arguments meet a condition that they must not"),
    ARGUMENT("ParameterNotAllowed()", "an argument is another than the role may have there"),
    TOO_LITTLE("ParameterLessThanAllowed()", "an argument is less than the role may have there"),
    TOO_MUCH("ParameterGreaterThanAllowed()", "an argument is more than the role may have there"),
    NO_MATCH("ParameterNotAMatch()", "an argument is not of the shape that the role may have there"),
    NOT_EVERY("NotEveryArrayElementPasses()", "an element of a list is another than the role may have there"),
    NO_ELEMENT("NoArrayElementPasses()", "no element of a list is one that the role has to have there"),
    NO_SUBSET("ParameterNotSubsetOfAllowed()", "a list has more than the role may have there"),
    MASK_OVERFLOW("BitmaskOverflow()", "an argument is shorter than the role has to have there"),
    MASK("BitmaskNotAllowed()", "an argument has other bits than the role may have there"),
    CUSTOM("CustomConditionViolation()", "it does not meet a condition that the owners wrote themselves"),
    ALLOWANCE("AllowanceExceeded()", "it takes more than is left of an allowance of the role"),
    CALLS("CallAllowanceExceeded()", "the role has made as many of these calls as it may for now"),
    COIN_ALLOWANCE("EtherAllowanceExceeded()", "it sends more coins than are left of an allowance of the role"),
    NONE_OF_THEM("ParameterNotOneOfAllowed()", "an argument is none of those that the role may have there"),
    NO_MEMBER("NoMembership()", "the key is no member of the role, or there is no such role"),
    NO_MODULE("NotAuthorized(address)", "the key is no member of any role"),
    NO_FUNCTION("FunctionSignatureTooShort()", "it names no function"),
    TOO_SHORT("CalldataOutOfBounds()", "it has fewer arguments than the role's limits are about"),
    NOT_ENABLED("", "the Safe does not have the modifier as its module (any more)");

    private static final Function BY_NUMBER = Function.of("ConditionViolation(uint8,bytes32)");

    /** How the Safe itself says that it has not enabled who calls it. */
    private static final RevertReason OF_SAFE = new RevertReason.Message("GS104");

    private final Function error;
    private final String words;

    RoleRefusal(String error, String words) {
        this.error = Function.of(error);
        this.words = words;
    }

    /** Whether the key is none that the modifier lets do this or that. */
    boolean isOfMembership() {
        return this == NO_MEMBER || this == NO_MODULE;
    }

    /** What a refusal of the modifier means; empty where the refusal is of what it was told to do. */
    static Optional<RoleRefusal> of(RevertReason reason) {
        if (reason.equals(OF_SAFE)) {
            return Optional.of(NOT_ENABLED);
        }
        return reason instanceof RevertReason.Custom custom ? of(custom) : Optional.empty();
    }

    private static Optional<RoleRefusal> of(RevertReason.Custom custom) {
        if (custom.selector().equals(BY_NUMBER.selector())) {
            return numbered(custom);
        }
        return Arrays.stream(values())
                .filter(refusal -> refusal.error.selector().equals(custom.selector()))
                .findFirst();
    }

    private static Optional<RoleRefusal> numbered(RevertReason.Custom custom) {
        try {
            BigInteger number = AbiReader.of(custom.arguments()).uint();
            return Arrays.stream(values())
                    .limit(COIN_ALLOWANCE.ordinal() + 1L)
                    .filter(refusal -> number.equals(BigInteger.valueOf(refusal.ordinal() + 1L)))
                    .findFirst();
        } catch (AbiException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        String name = error.signature().replaceFirst("\\(.*", "");
        return name.isEmpty() ? words : words + " (" + name + ")";
    }
}
