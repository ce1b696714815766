package org.evenkeel.onchain.dex;

import org.evenkeel.onchain.Address;

/**
 * A pool that is there to be read.
 *
 * @param dex the exchange that it is said to belong to
 * @param address its contract
 */
public record PoolRef(Dex dex, Address address) {
    @Override
    public String toString() {
        return "pool " + address + " of " + dex.name();
    }
}
