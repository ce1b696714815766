package org.evenkeel.onchain.safe;

import java.math.BigInteger;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.tx.Holder;

/** A Safe of which a key does what a role may. */
record RoleHolder(RolesContract roles, Address key) implements Holder {
    /** What a modifier and a Safe do around a call, at most, where the role's limits are few. */
    private static final long GAS_AROUND = 100_000;

    @Override
    public Address address() {
        return roles.access().safe();
    }

    @Override
    public long gasAround() {
        return GAS_AROUND;
    }

    @Override
    public Optional<String> prohibition(BlockRef at, Call call, BigInteger wei) {
        return roles.refusal(at, key, call, wei)
                .filter(RolesContract.Refused::isOfModule)
                .map(refused -> refused.reason().toString());
    }
}
