package org.evenkeel.onchain.collect;

import org.evenkeel.market.Chain;

/** Hears how far a collection is, and can end it. */
public interface CollectListener {
    /** Hears nothing, and lets it go on to its end. */
    CollectListener NONE = (chain, blocks, all) -> {};

    /**
     * Some blocks more were read.
     *
     * @param chain of which
     * @param blocks how many since it was last told
     * @param all how many there are to read on this chain from where this part of it began
     */
    void read(Chain chain, long blocks, long all);

    /** Whether it is to end with what it has. Asked after each page of logs. */
    default boolean wantsEnd() {
        return false;
    }
}
