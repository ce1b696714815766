package org.evenkeel.onchain.sign;

import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Function;

/**
 * A function that may be called.
 *
 * @param target of this contract
 * @param function this one
 * @param arguments what some of its arguments have to be; nothing is asked of the others
 */
public record AllowedCall(Address target, Function function, List<Argument> arguments) {
    /** Copies what it is given. */
    public AllowedCall {
        arguments = List.copyOf(arguments);
    }

    /** With these rules. */
    public static AllowedCall of(Address target, String signature, Argument... arguments) {
        return new AllowedCall(target, Function.of(signature), List.of(arguments));
    }

    /**
     * What an argument has to be.
     *
     * @param rule what
     * @param place which word it is, from 0; in a struct whose size is not fixed, first the word that points to it
     */
    public record Argument(Rule rule, List<Integer> place) {
        /** Copies what it is given. */
        public Argument {
            place = List.copyOf(place);
        }

        /** At this place. */
        public static Argument of(Rule rule, Integer... place) {
            return new Argument(rule, List.of(place));
        }
    }

    /** What an argument has to be. */
    public enum Rule {
        /** The wallet itself: nothing that is bought goes elsewhere. */
        WALLET,
        /** A contract that may be called, and makes nobody else's calls: no other is allowed to spend. */
        TARGET,
        /** An allowed token. */
        TOKEN,
        /** Allowed tokens, all of an array. */
        TOKENS,
        /** An amount of the token that is called, which counts for its daily cap. */
        AMOUNT,
        /** Calls of the same contract, all of an array of bytes, each of them allowed. */
        CALLS,
        /**
         * What a Safe is told, of {@code execTransaction}, from its first argument on: a call that is allowed itself, in
         * the Safe's name, so that {@link #WALLET} is the Safe there; without a refund of gas.
         */
        SAFE_TRANSACTION,
        /** Calls in a row, of MultiSendCallOnly's {@code multiSend}, each of them allowed: for a Safe that runs it. */
        MULTI_SEND
    }
}
