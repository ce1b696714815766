package org.evenkeel.data.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.TradingPair;

/**
 * What was found of one pair.
 *
 * @param pair the pair
 * @param rows how many candles it has
 * @param first when the first one opened; empty where there are none
 * @param last when the last one opened; empty where there are none
 * @param gaps how many times candles are missing between two others
 * @param longestGap the longest of them
 * @param volumes whether its candles have volumes
 * @param counts how many candles have each fault; faults that none has are left out
 * @param examples the first few faults of each kind
 */
public record PairCheck(
        TradingPair pair,
        int rows,
        Optional<Instant> first,
        Optional<Instant> last,
        int gaps,
        Optional<Gap> longestGap,
        boolean volumes,
        Map<FaultKind, Integer> counts,
        List<Fault> examples) {
    /** Copies the collections. */
    public PairCheck {
        counts = Map.copyOf(counts);
        examples = List.copyOf(examples);
    }

    /**
     * Candles missing between two others.
     *
     * @param after when the last candle before it opened
     * @param candles how many are missing
     */
    public record Gap(Instant after, long candles) {}

    /**
     * One candle with a fault.
     *
     * @param kind what is wrong
     * @param at when it opened
     * @param place file and row
     */
    public record Fault(FaultKind kind, Instant at, String place) {}

    /** How many candles have a fault of the kind. */
    public int count(FaultKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Whether the pair can be loaded. */
    public boolean loads() {
        return counts.keySet().stream().noneMatch(FaultKind::refused);
    }
}
