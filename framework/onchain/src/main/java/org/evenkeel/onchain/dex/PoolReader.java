package org.evenkeel.onchain.dex;

import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;

/**
 * Finds pools and reads them as they were at a block. What a pool says of itself is checked against its exchange: a
 * contract that any other factory made, or nobody's, is refused.
 */
public final class PoolReader {
    private final ChainClient client;

    /** Reads through this client. */
    public PoolReader(ChainClient client) {
        this.client = client;
    }

    /** The pair of two tokens, in any order, where there is one at that block. */
    public Optional<PoolRef> findPair(BlockRef at, Dex.ConstantProduct dex, Address a, Address b) {
        return new FactoryPools(client, List.of(dex)).find(at, new FactoryPools.Wanted(dex, a, b, dex.feePips()));
    }

    /**
     * The pool of two tokens with a fee, where there is one at that block.
     *
     * @param feePips in millionths
     */
    public Optional<PoolRef> findPool(BlockRef at, Dex.Concentrated dex, Address a, Address b, int feePips) {
        return new FactoryPools(client, List.of(dex)).find(at, new FactoryPools.Wanted(dex, a, b, feePips));
    }

    /**
     * The pool at a block.
     *
     * @throws PoolException when it is none of its exchange, or one that cannot be
     */
    public PoolState read(BlockRef at, PoolRef ref) {
        PoolSet.Reading reading = PoolSet.of(client, at, List.of(ref)).read(at);
        PoolHoldings holdings = reading.readable().get(ref);
        if (holdings == null) {
            throw PoolSet.unreadable(
                    client, at, ref, String.valueOf(reading.unreadable().get(ref)), null);
        }
        return holdings.state();
    }

    static void requireFactory(Address factory, Dex dex) {
        if (!factory.equals(dex.factory())) {
            throw new IllegalArgumentException(
                    "it was made by the factory " + factory + ", and " + dex.name() + " has " + dex.factory() + ".");
        }
    }
}
