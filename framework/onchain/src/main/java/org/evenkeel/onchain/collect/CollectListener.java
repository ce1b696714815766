package org.evenkeel.onchain.collect;

import java.time.Instant;
import org.evenkeel.market.Chain;

/** Hears how far a collection is, and can end it. */
public interface CollectListener {
    /** Hears nothing, and lets it go on to its end. */
    CollectListener NONE = new CollectListener() {};

    /** So many blocks of a chain are to be read, beside those that were said before. */
    default void expect(Chain chain, long blocks) {}

    /**
     * Some blocks more were read.
     *
     * @param blocks how many
     * @param time of the last of them
     */
    default void read(Chain chain, long blocks, Instant time) {}

    /** Whether it is to end with what it has. Asked after each page of logs. */
    default boolean wantsEnd() {
        return false;
    }
}
