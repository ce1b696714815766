package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.BlockRef;

/** Who holds the money of a chain, as far as can be said without sending anything. */
public interface Holder {
    /** Where the money is: what is bought is sent here, and what is approved is approved by this address. */
    Address address();

    /** How much gas a call takes beside its own, at most; nothing for a wallet of its own key. */
    default long gasAround() {
        return 0;
    }

    /**
     * What lets it not make a call, whatever the call itself would do: limits that others set. Empty where nothing does, as
     * for a wallet of its own key.
     *
     * @param wei of its coins that would go with it
     */
    default Optional<String> prohibition(BlockRef at, Call call, BigInteger wei) {
        return Optional.empty();
    }

    /** A wallet of its own key. */
    static Holder of(Address address) {
        return () -> address;
    }
}
