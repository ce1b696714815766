package org.evenkeel.market;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The places of pairs in a list, by their ids. Asked at every price that a run reads, so it hashes ids by hand into one
 * array of places instead of boxing them.
 */
final class PairIndex {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final TradingPair[] pairs;
    private final int[] slots;
    private final int shift;

    PairIndex(List<TradingPair> pairs) {
        this.pairs = pairs.toArray(TradingPair[]::new);
        int bits = Math.max(2, 33 - Integer.numberOfLeadingZeros(Math.max(1, pairs.size())));
        this.slots = new int[1 << bits];
        this.shift = 64 - bits;
        Arrays.fill(slots, -1);
        for (int place = 0; place < this.pairs.length; place++) {
            slots[slotOf(this.pairs[place].id())] = place;
        }
    }

    /** The pair's place, or −1. */
    int find(TradingPair pair) {
        int place = slots[slotOf(pair.id())];
        return place >= 0 && pairs[place].equals(pair) ? place : -1;
    }

    /** The pair of an id. */
    Optional<TradingPair> findId(long id) {
        int place = slots[slotOf(id)];
        return place < 0 ? Optional.empty() : Optional.of(pairs[place]);
    }

    /** The slot that holds the id's place, or the free one where it would go. */
    private int slotOf(long id) {
        int slot = (int) ((id * GOLDEN_RATIO) >>> shift);
        while (slots[slot] >= 0 && pairs[slots[slot]].id() != id) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
