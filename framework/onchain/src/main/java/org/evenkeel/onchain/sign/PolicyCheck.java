package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiReader;

/** Reads a call as its contract will, and holds every argument that a rule is about to it. */
final class PolicyCheck {
    private static final int SELECTOR = 4;
    private static final int MOST_DEPTH = 2;

    private final SigningPolicy policy;
    private final Address wallet;
    private Map<Address, BigInteger> amounts = new HashMap<>();

    private PolicyCheck(SigningPolicy policy, Address wallet) {
        this.policy = policy;
        this.wallet = wallet;
    }

    /**
     * How much of each token the call lets go.
     *
     * @throws SigningRefused when a rule is broken
     */
    static Map<Address, BigInteger> amounts(SigningPolicy policy, Address wallet, UnsignedTransaction transaction) {
        if (isNothing(wallet, transaction)) {
            return Map.of();
        }
        PolicyCheck check = new PolicyCheck(policy, wallet);
        try {
            check.call(transaction.call().to(), transaction.call().input(), 0).requireNothingKept();
        } catch (AbiException malformed) {
            throw refused("argument", transaction.call() + " cannot be read: " + malformed.getMessage());
        }
        return check.amounts;
    }

    /** A transfer of no coin to the wallet itself, which cancels another transaction. It takes gas, and nothing else. */
    private static boolean isNothing(Address wallet, UnsignedTransaction transaction) {
        return transaction.call().to().equals(wallet)
                && transaction.call().input().size() == 0
                && transaction.value().signum() == 0;
    }

    private SwapLeg call(Address target, Bytes input, int depth) {
        if (depth > MOST_DEPTH) {
            throw refused("nesting", "a call of " + target + " has calls in calls in calls");
        }
        if (!policy.isTarget(target)) {
            throw refused("target", target + " is no contract that may be called");
        }
        if (input.size() < SELECTOR) {
            throw refused("selector", "a call of " + target + " names no function");
        }
        Bytes selector = input.part(0, SELECTOR);
        List<AllowedCall> allowed = policy.calls().stream()
                .filter(call -> call.target().equals(target))
                .filter(call -> call.function().selector().equals(selector))
                .toList();
        if (allowed.isEmpty()) {
            throw refused("selector", "the function " + selector + " of " + target + " is not allowed");
        }
        return oneOf(allowed, input.part(SELECTOR, input.size() - SELECTOR), depth);
    }

    /** What one function is allowed in several ways is refused for what speaks against the first. */
    private SwapLeg oneOf(List<AllowedCall> allowed, Bytes arguments, int depth) {
        List<SigningRefused> refusals = new ArrayList<>();
        for (AllowedCall call : allowed) {
            Map<Address, BigInteger> before = new HashMap<>(amounts);
            try {
                SwapLeg leg = new SwapLeg(call);
                call.arguments().forEach(argument -> argument(leg, arguments, argument, depth));
                return leg;
            } catch (SigningRefused refused) {
                amounts = before;
                refusals.add(refused);
            }
        }
        throw refusals.getFirst();
    }

    private void argument(SwapLeg leg, Bytes arguments, AllowedCall.Argument argument, int depth) {
        AllowedCall call = leg.call();
        AbiReader at = at(arguments, argument.place());
        switch (argument.rule()) {
            case WALLET -> require(wallet.equals(at.address()), "recipient", call, "goes to somebody else");
            case RECIPIENT -> require(leg.goesTo(at.address(), wallet), "recipient", call, "goes to somebody else");
            case TARGET -> require(policy.isTarget(at.address()), "spender", call, "lets somebody else spend");
            case AMONG -> among(call, at.address(), argument);
            case ZERO -> require(at.uint().signum() == 0, "amount", call, "has another amount than 0");
            case TOKEN -> token(call, at.address());
            case TOKENS -> leg.along(tokens(call, at.addresses()));
            case PATH -> leg.along(tokens(call, SwapLeg.path(at.bytes())));
            case INPUT -> leg.takes(at.uint());
            case AMOUNT -> amounts.merge(call.target(), at.uint(), BigInteger::add);
            case CALLS -> calls(call.target(), at.byteStrings(), depth);
        }
    }

    private void calls(Address target, List<Bytes> inner, int depth) {
        Optional<SwapLeg> before = Optional.empty();
        for (Bytes input : inner) {
            SwapLeg leg = call(target, input, depth + 1);
            before.ifPresent(earlier -> earlier.requireTakenBy(leg));
            before = Optional.of(leg);
        }
        before.ifPresent(SwapLeg::requireNothingKept);
    }

    private static void among(AllowedCall call, Address found, AllowedCall.Argument argument) {
        require(
                argument.among().contains(found),
                "address",
                call,
                "names " + found + ", which is none of those that are allowed there");
    }

    private List<Address> tokens(AllowedCall call, List<Address> tokens) {
        tokens.forEach(token -> token(call, token));
        return tokens;
    }

    private static AbiReader at(Bytes arguments, List<Integer> place) {
        AbiReader reader = AbiReader.of(arguments);
        for (int step = 0; step < place.size(); step++) {
            for (int skipped = 0; skipped < place.get(step); skipped++) {
                reader.uint();
            }
            if (step < place.size() - 1) {
                reader = reader.tuple();
            }
        }
        return reader;
    }

    private void token(AllowedCall call, Address token) {
        require(policy.tokens().contains(token), "token", call, "names " + token + ", which is no allowed token");
    }

    static void require(boolean holds, String rule, AllowedCall call, String what) {
        if (!holds) {
            throw refused(rule, call.function().signature() + " of " + call.target() + " " + what);
        }
    }

    static SigningRefused refused(String rule, String why) {
        return new SigningRefused("Not signed (" + rule + "): " + why
                + ". If it should be signed, a person has to change the policy of the signer.");
    }
}
