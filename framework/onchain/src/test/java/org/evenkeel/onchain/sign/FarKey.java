package org.evenkeel.onchain.sign;

import java.util.function.Supplier;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;

/** A key in the hands of somebody else, who signs until told otherwise. */
public final class FarKey implements Signer {
    private final Signer key;
    private int left = Integer.MAX_VALUE;
    private Supplier<SigningRefused> then = FarKey::away;

    /** Signs with this key. */
    public FarKey(Signer key) {
        this.key = key;
    }

    private static SigningRefused away() {
        return new SignerAway("The signer was asked and did not answer: no connection.");
    }

    /** Cannot be reached any more after so many signatures. */
    public void leavesAfter(int signatures) {
        left = signatures;
        then = FarKey::away;
    }

    /** Signs nothing more after so many signatures, as when the wei of a day are spent. */
    public void refusesAfter(int signatures) {
        left = signatures;
        then = () -> new SigningRefused("Not signed (daily value): as much is spent as may be.");
    }

    /** Signs again. */
    public void isBack() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public Address address() {
        return key.address();
    }

    @Override
    public Bytes sign(UnsignedTransaction transaction) {
        if (left <= 0) {
            throw then.get();
        }
        left--;
        return key.sign(transaction);
    }
}
