package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiReader;

/** Reads a call as its contract will, and holds every argument that a rule is about to it. */
final class PolicyCheck {
    private static final int SELECTOR = 4;
    private static final int MOST_DEPTH = 2;
    private static final int ADDRESS = 20;
    private static final int WORD = 32;
    private static final int BATCH_HEAD = 1 + ADDRESS + 2 * WORD;
    private static final int REFUND_WORDS = 5;
    private static final Bytes CALL = Bytes.ofHex("0x00");

    private final SigningPolicy policy;
    private final Map<Address, BigInteger> amounts = new HashMap<>();

    private PolicyCheck(SigningPolicy policy) {
        this.policy = policy;
    }

    /**
     * A call that is to be checked.
     *
     * @param caller in whose name it is made: where it says that the wallet is paid, this is the wallet
     */
    private record Made(Address caller, Address target, Bytes input, int depth) {
        /** One within it. */
        Made by(Address other, Address to, Bytes data) {
            return new Made(other, to, data, depth + 1);
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
            check.call(
                    new Made(wallet, transaction.call().to(), transaction.call().input(), 0));
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

    private void call(Made made) {
        if (made.depth() > MOST_DEPTH) {
            throw refused("nesting", "a call of " + made.target() + " has calls in calls in calls");
        }
        AllowedCall allowed = allowed(made);
        Bytes arguments = made.input().part(SELECTOR, made.input().size() - SELECTOR);
        allowed.arguments().forEach(argument -> argument(allowed, made, arguments, argument));
    }

    private AllowedCall allowed(Made made) {
        Address target = made.target();
        if (!policy.isTarget(target)) {
            throw refused("target", target + " is no contract that may be called");
        }
        if (made.input().size() < SELECTOR) {
            throw refused("selector", "a call of " + target + " names no function");
        }
        Bytes selector = made.input().part(0, SELECTOR);
        return policy.calls().stream()
                .filter(call -> call.target().equals(target))
                .filter(call -> call.function().selector().equals(selector))
                .findFirst()
                .orElseThrow(
                        () -> refused("selector", "the function " + selector + " of " + target + " is not allowed"));
    }

    private void argument(AllowedCall call, Made made, Bytes arguments, AllowedCall.Argument argument) {
        AbiReader at = at(arguments, argument.place());
        switch (argument.rule()) {
            case WALLET -> require(made.caller().equals(at.address()), "recipient", call, "goes to somebody else");
            case TARGET -> require(policy.isSpender(at.address()), "spender", call, "lets somebody else spend");
            case TOKEN -> token(call, at.address());
            case TOKENS -> at.addresses().forEach(token -> token(call, token));
            case AMOUNT -> amounts.merge(call.target(), at.uint(), BigInteger::add);
            case CALLS -> at.byteStrings().forEach(inner -> call(made.by(made.caller(), call.target(), inner)));
            case SAFE_TRANSACTION -> safeTransaction(call, made, at);
            case MULTI_SEND -> throw refused("batch", "only a Safe may run " + call.target() + ", as its own code");
        }
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
        Made inner = made.by(call.target(), to, data);
        if (asOwnCode) {
            batch(inner);
        } else {
            call(inner);
        }
    }

    private void coin(BigInteger wei) {
        if (wei.signum() > 0) {
            amounts.merge(SigningPolicy.COIN, wei, BigInteger::add);
        }
    }

    /** Code that a Safe runs as its own can do anything to it: none but the one that makes calls, of which each is seen. */
    private void batch(Made made) {
        AllowedCall allowed = allowed(made);
        require(
                allowed.arguments().equals(List.of(AllowedCall.Argument.of(AllowedCall.Rule.MULTI_SEND, 0))),
                "code",
                allowed,
                "would be run as a Safe's own code");
        Bytes calls = AbiReader.of(made.input().part(SELECTOR, made.input().size() - SELECTOR))
                .bytes();
        for (int from = 0; from < calls.size(); ) {
            from = one(made, calls, from);
        }
    }

    /** Checks the call that begins there, and tells where the next does: a kind, an address, a value, a size, the data. */
    private int one(Made batch, Bytes calls, int from) {
        if (calls.size() - from < BATCH_HEAD) {
            throw refused("batch", "its last call has no end");
        }
        AbiReader head = AbiReader.of(calls.part(from + 1 + ADDRESS, 2 * WORD));
        BigInteger wei = head.uint();
        BigInteger size = head.uint();
        boolean isCall = calls.part(from, 1).equals(CALL);
        if (!isCall || size.compareTo(BigInteger.valueOf(calls.size() - from - BATCH_HEAD)) > 0) {
            throw refused("batch", "it has what is no call, or ends before its last call does");
        }
        coin(wei);
        Address to = new Address(calls.part(from + 1, ADDRESS).hex());
        call(new Made(batch.caller(), to, calls.part(from + BATCH_HEAD, size.intValueExact()), batch.depth()));
        return from + BATCH_HEAD + size.intValueExact();
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

    private static void require(boolean holds, String rule, AllowedCall call, String what) {
        if (!holds) {
            throw refused(rule, call.function().signature() + " of " + call.target() + " " + what);
        }
    }

    static SigningRefused refused(String rule, String why) {
        return new SigningRefused("Not signed (" + rule + "): " + why
                + ". If it should be signed, a person has to change the policy of the signer.");
    }
}
