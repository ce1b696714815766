package org.evenkeel.data.parquet;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.data.columns.TimeWindow;
import org.evenkeel.data.pairs.PairIndex;
import org.evenkeel.market.TradingPair;

/** Which candles of a file are wanted: of which pairs, and of which time. */
public final class Selection {
    private static final int NOT_WANTED = -1;

    private final PairIndex index;
    private final List<TradingPair> wanted;
    private final TimeWindow window;
    private final int[] slots;

    /**
     * @param index all pairs of the data set
     * @param wanted those to read; each must be in the index
     * @param window the time to read
     */
    public Selection(PairIndex index, List<TradingPair> wanted, TimeWindow window) {
        this.index = index;
        this.wanted = List.copyOf(wanted);
        this.window = window;
        this.slots = new int[index.pairs().size()];
        Arrays.fill(slots, NOT_WANTED);
        for (int slot = 0; slot < wanted.size(); slot++) {
            slots[index.indexOf(wanted.get(slot).id())] = slot;
        }
    }

    PairIndex index() {
        return index;
    }

    /** The pairs to read. */
    public List<TradingPair> wanted() {
        return wanted;
    }

    TimeWindow window() {
        return window;
    }

    /** The place among the wanted pairs of a pair of the index; −1 where it is not wanted. */
    int slot(int indexed) {
        return slots[indexed];
    }

    /** Whether a wanted pair has an id between two, both inclusive. */
    boolean mayHold(long leastId, long greatestId) {
        for (TradingPair pair : wanted) {
            if (pair.id() >= leastId && pair.id() <= greatestId) {
                return true;
            }
        }
        return false;
    }
}
