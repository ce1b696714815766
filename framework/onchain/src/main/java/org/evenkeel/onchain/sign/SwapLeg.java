package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;

/**
 * What is found out of a call while it is read: where it takes tokens, and where it leaves them. What a router keeps can
 * be taken by anybody, and so the next call has to take it.
 */
final class SwapLeg {
    /** SwapRouter02 understands itself by this address. */
    static final Address ROUTER_ITSELF = new Address("0x" + "0".repeat(39) + "2");

    private static final int ADDRESS_BYTES = 20;
    private static final int FEE_BYTES = 3;

    private final AllowedCall call;
    private List<Address> tokens = List.of();
    private Optional<BigInteger> input = Optional.empty();
    private boolean kept;

    SwapLeg(AllowedCall call) {
        this.call = call;
    }

    AllowedCall call() {
        return call;
    }

    /** The tokens of a path of bytes: an address, and then again and again a fee and an address. */
    static List<Address> path(Bytes packed) {
        int hop = ADDRESS_BYTES + FEE_BYTES;
        if (packed.size() <= ADDRESS_BYTES || packed.size() % hop != ADDRESS_BYTES) {
            throw new AbiException("A path of " + packed.size() + " bytes is none.");
        }
        List<Address> tokens = new ArrayList<>();
        for (int at = 0; at < packed.size(); at += hop) {
            tokens.add(new Address(packed.part(at, ADDRESS_BYTES).hex()));
        }
        return tokens;
    }

    void along(List<Address> path) {
        tokens = path;
    }

    void takes(BigInteger amount) {
        input = Optional.of(amount);
    }

    /** Whether what comes out goes to the wallet, or stays with the router for now. */
    boolean goesTo(Address recipient, Address wallet) {
        kept = recipient.equals(ROUTER_ITSELF);
        return kept || recipient.equals(wallet);
    }

    void requireNothingKept() {
        PolicyCheck.require(!kept, "recipient", call, "leaves what comes with the router, where anybody can take it");
    }

    void requireTakenBy(SwapLeg next) {
        boolean taken = input(next) && !tokens.isEmpty() && next.begins(tokens.getLast());
        PolicyCheck.require(
                !kept || taken, "recipient", call, "leaves what comes with the router, and the next does not take it");
    }

    private static boolean input(SwapLeg next) {
        return next.input.filter(amount -> amount.signum() == 0).isPresent();
    }

    private boolean begins(Address token) {
        return !tokens.isEmpty() && tokens.getFirst().equals(token);
    }
}
