package org.evenkeel.onchain.sign;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
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
     * @param operand what it is held against, by those rules that need something
     */
    public record Argument(Rule rule, List<Integer> place, Operand operand) {
        /** Copies what it is given. */
        public Argument {
            place = List.copyOf(place);
        }

        /** At this place. */
        public static Argument of(Rule rule, Integer... place) {
            return new Argument(rule, List.of(place), new Nothing());
        }

        /** One of these addresses at this place. */
        public static Argument among(Set<Address> addresses, Integer... place) {
            return new Argument(Rule.AMONG, List.of(place), new Addresses(addresses));
        }

        /** This number at this place. */
        public static Argument number(BigInteger number, Integer... place) {
            return new Argument(Rule.NUMBER, List.of(place), new Exactly(number));
        }

        /** From this place on what a module is told to do in the name of this Safe. */
        public static Argument inNameOf(Address safe, Integer... place) {
            return new Argument(Rule.MODULE_TRANSACTION, List.of(place), new InNameOf(safe));
        }

        /** At least so much of another argument at this place. */
        public static Argument atLeast(Share share, Integer... place) {
            return new Argument(Rule.AT_LEAST, List.of(place), share);
        }
    }

    /** What an argument is held against. */
    public sealed interface Operand {}

    /** Nothing: the rule says all. */
    public record Nothing() implements Operand {}

    /** By {@link Rule#AMONG}. */
    public record Addresses(Set<Address> all) implements Operand {
        /** Copies what it is given. */
        public Addresses {
            all = Set.copyOf(all);
        }
    }

    /** By {@link Rule#NUMBER}. */
    public record Exactly(BigInteger number) implements Operand {}

    /** By {@link Rule#MODULE_TRANSACTION}. */
    public record InNameOf(Address safe) implements Operand {}

    /**
     * A part of another argument, by {@link Rule#AT_LEAST}: its number times a factor, rounded down, less a number.
     *
     * @param of which word that is, from 0
     * @param factor 0 or more
     * @param less 0 or more
     */
    public record Share(int of, BigDecimal factor, BigInteger less) implements Operand {
        BigInteger of(BigInteger whole) {
            return new BigDecimal(whole).multiply(factor).toBigInteger().subtract(less);
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
        /** Allowed tokens, all of an array: the path of a swap. */
        TOKENS,
        /** Allowed tokens, all of a path of bytes that has the fee of a pool between two. */
        PATH,
        /** One of the addresses that the rule names. */
        AMONG,
        /** The number 0: nothing is allowed to anybody. */
        ZERO,
        /** The number that the rule names. */
        NUMBER,
        /** At least the part of another argument that the rule names: nobody keeps more of it. */
        AT_LEAST,
        /**
         * The wallet itself; or, in a call of several, the router, if the next of them takes all that it then has of that
         * token.
         */
        RECIPIENT,
        /** An amount that goes into a swap; 0 is all that the router has. */
        INPUT,
        /** None of the native coin goes along, wherever this rule stands. */
        NO_COINS,
        /** An amount of the token that is called, which counts for its daily cap. */
        AMOUNT,
        /** Calls of the same contract, all of an array of bytes, each of them allowed. */
        CALLS,
        /**
         * What a Safe is told, of {@code execTransaction}, from its first argument on: a call that is allowed itself, in
         * the Safe's name, so that {@link #WALLET} is the Safe there; without a refund of gas.
         */
        SAFE_TRANSACTION,
        /**
         * What a module of a Safe is told, from this argument on: a contract, coins, a function with its arguments, and how
         * it is run. It is a call that is allowed itself, in the name of the Safe that the rule names, and run as no code of
         * the Safe's own.
         */
        MODULE_TRANSACTION,
        /** Calls in a row, of MultiSendCallOnly's {@code multiSend}, each of them allowed: for a Safe that runs it. */
        MULTI_SEND
    }
}
