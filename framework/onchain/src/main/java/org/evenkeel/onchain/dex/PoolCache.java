package org.evenkeel.onchain.dex;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.rpc.BlockRef;

/**
 * Pools, read once for a block. Nothing has to be told when the chain goes on: another block is another key, and a block
 * that was reorganised away is asked for no more.
 */
public final class PoolCache {
    private final PoolReader reader;
    private final Cache<Key, PoolState> states;

    private record Key(Bytes blockHash, PoolRef pool) {}

    /** Keeps at most so many pools, those of recent use. */
    public PoolCache(PoolReader reader, long most) {
        this.reader = reader;
        this.states = Caffeine.newBuilder().maximumSize(most).build();
    }

    /**
     * The pool at a block.
     *
     * @throws PoolException as {@link PoolReader#read} does; a failure is not kept
     */
    public PoolState get(BlockRef at, PoolRef pool) {
        return states.get(new Key(at.hash(), pool), missing -> reader.read(at, pool));
    }
}
