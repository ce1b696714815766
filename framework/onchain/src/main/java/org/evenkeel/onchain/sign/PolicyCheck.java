package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Call;

/** Reads a call as its contract will, and holds every argument that a rule is about to it. */
final class PolicyCheck {
    private static final int SELECTOR = 4;
    private static final int MOST_DEPTH = 2;
    private static final int REFUND_WORDS = 5;

    private final SigningPolicy policy;
    private Map<Address, BigInteger> amounts = new HashMap<>();

    private PolicyCheck(SigningPolicy policy) {
        this.policy = policy;
    }

    /**
     * A call that is to be checked.
     *
     * @param caller in whose name it is made: where it says that the wallet is paid, this is the wallet
     * @param wei of the native coin that goes with it
     */
    private record Made(Address caller, Address target, BigInteger wei, Bytes input, int depth) {

        Bytes arguments() {
            return input.part(SELECTOR, input.size() - SELECTOR);
        }
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
        PolicyCheck check = new PolicyCheck(policy);
        try {
            Call call = transaction.call();
            check.call(new Made(wallet, call.to(), transaction.value(), call.input(), 0))
                    .requireNothingKept();
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

    private SwapLeg call(Made made) {
        if (made.depth() > MOST_DEPTH) {
            throw refused("nesting", "a call of " + made.target() + " has calls in calls in calls");
        }
        return oneOf(allowed(made), made);
    }

    private List<AllowedCall> allowed(Made made) {
        Address target = made.target();
        if (!policy.isTarget(target)) {
            throw refused("target", target + " is no contract that may be called");
        }
        if (made.input().size() < SELECTOR) {
            throw refused("selector", "a call of " + target + " names no function");
        }
        Bytes selector = made.input().part(0, SELECTOR);
        List<AllowedCall> allowed = policy.calls().stream()
                .filter(call -> call.target().equals(target))
                .filter(call -> call.function().selector().equals(selector))
                .toList();
        if (allowed.isEmpty()) {
            throw refused("selector", "the function " + selector + " of " + target + " is not allowed");
        }
        return allowed;
    }

    /** What one function is allowed in several ways is refused for what speaks against the one that it is most like. */
    private SwapLeg oneOf(List<AllowedCall> allowed, Made made) {
        Optional<SigningRefused> why = Optional.empty();
        int most = -1;
        for (AllowedCall call : allowed) {
            Map<Address, BigInteger> before = new HashMap<>(amounts);
            SwapLeg leg = new SwapLeg(call);
            int held = 0;
            try {
                for (AllowedCall.Argument argument : call.arguments()) {
                    argument(leg, made, argument);
                    held++;
                }
                return leg;
            } catch (SigningRefused refused) {
                amounts = before;
                if (held > most) {
                    most = held;
                    why = Optional.of(refused);
                }
            }
        }
        throw why.orElseThrow();
    }

    private void argument(SwapLeg leg, Made made, AllowedCall.Argument argument) {
        AllowedCall call = leg.call();
        Address wallet = made.caller();
        AbiReader at = at(made.arguments(), argument.place());
        switch (argument.rule()) {
            case WALLET -> require(wallet.equals(at.address()), "recipient", call, "goes to somebody else");
            case RECIPIENT -> require(leg.goesTo(at.address(), wallet), "recipient", call, "goes to somebody else");
            case TARGET -> require(policy.isSpender(at.address()), "spender", call, "lets somebody else spend");
            case NO_COINS ->
                require(made.wei().signum() == 0, "coins", call, "takes no native coin, and some goes along");
            case AMONG -> among(call, at.address(), (AllowedCall.Addresses) argument.operand());
            case ZERO -> require(at.uint().signum() == 0, "amount", call, "has another amount than 0");
            case NUMBER -> number(call, at.uint(), (AllowedCall.Exactly) argument.operand());
            case AT_LEAST -> atLeast(call, made, at.uint(), (AllowedCall.Share) argument.operand());
            case TOKEN -> token(call, at.address());
            case TOKENS -> leg.along(tokens(call, at.addresses()));
            case PATH -> leg.along(tokens(call, SwapLeg.path(at.bytes())));
            case INPUT -> leg.takes(at.uint());
            case AMOUNT -> amounts.merge(call.target(), at.uint(), BigInteger::add);
            case CALLS -> calls(made, at.byteStrings());
            case SAFE_TRANSACTION -> safeTransaction(call, made, at);
            case MODULE_TRANSACTION ->
                moduleTransaction(call, made, at, ((AllowedCall.InNameOf) argument.operand()).safe());
            case MULTI_SEND -> throw refused("batch", "only a Safe may run " + call.target() + ", as its own code");
        }
    }

    private void calls(Made made, List<Bytes> inner) {
        Optional<SwapLeg> before = Optional.empty();
        for (Bytes input : inner) {
            SwapLeg leg = call(new Made(made.caller(), made.target(), made.wei(), input, made.depth() + 1));
            before.ifPresent(earlier -> earlier.requireTakenBy(leg));
            before = Optional.of(leg);
        }
        before.ifPresent(SwapLeg::requireNothingKept);
    }

    private static void among(AllowedCall call, Address found, AllowedCall.Addresses allowed) {
        require(
                allowed.all().contains(found),
                "address",
                call,
                "names " + found + ", which is none of those that are allowed there");
    }

    private static void number(AllowedCall call, BigInteger found, AllowedCall.Exactly allowed) {
        require(
                found.equals(allowed.number()),
                "number",
                call,
                "names " + found + " where only " + allowed.number() + " is allowed");
    }

    private static void atLeast(AllowedCall call, Made made, BigInteger found, AllowedCall.Share share) {
        BigInteger least = share.of(at(made.arguments(), List.of(share.of())).uint());
        require(
                found.compareTo(least) >= 0,
                "least amount",
                call,
                "has " + found + " base units where at least " + least + " have to come of what goes");
    }

    private List<Address> tokens(AllowedCall call, List<Address> tokens) {
        tokens.forEach(token -> token(call, token));
        return tokens;
    }

    /** What a Safe is told, and in whose name: its own. */
    private void safeTransaction(AllowedCall call, Made made, AbiReader at) {
        Address to = at.address();
        BigInteger wei = at.uint();
        Bytes data = at.bytes();
        boolean asOwnCode = at.bool();
        coin(wei);
        // The gas it may take, the gas it is paid for besides, the price, in which token, and to whom.
        boolean noRefund = Stream.generate(at::uint).limit(REFUND_WORDS).allMatch(word -> word.signum() == 0);
        require(noRefund, "refund", call, "limits the gas of what it does, or pays somebody for it");
        Made inner = new Made(call.target(), to, wei, data, made.depth() + 1);
        if (asOwnCode) {
            batch(inner);
        } else {
            call(inner).requireNothingKept();
        }
    }

    /** What a Safe's module is told, in the Safe's name. */
    private void moduleTransaction(AllowedCall call, Made made, AbiReader at, Address safe) {
        Address to = at.address();
        BigInteger wei = at.uint();
        Bytes data = at.bytes();
        require(!at.bool(), "code", call, "would run " + to + " as a Safe's own code");
        coin(wei);
        call(new Made(safe, to, wei, data, made.depth() + 1)).requireNothingKept();
    }

    private void coin(BigInteger wei) {
        if (wei.signum() > 0) {
            amounts.merge(SigningPolicy.COIN, wei, BigInteger::add);
        }
    }

    /** Code that a Safe runs as its own can do anything to it: none but the one that makes calls, of which each is seen. */
    private void batch(Made made) {
        AllowedCall allowed = allowed(made).getFirst();
        require(
                allowed.arguments().equals(List.of(AllowedCall.Argument.of(AllowedCall.Rule.MULTI_SEND, 0))),
                "code",
                allowed,
                "would be run as a Safe's own code");
        for (BatchCall one : BatchCall.of(AbiReader.of(made.arguments()).bytes())) {
            coin(one.wei());
            call(new Made(made.caller(), one.to(), one.wei(), one.input(), made.depth()))
                    .requireNothingKept();
        }
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
