package org.evenkeel.data.check;

import java.util.List;
import java.util.Optional;
import org.evenkeel.market.Interval;

/**
 * What was found in a data set.
 *
 * @param location where it is
 * @param interval the length of its candles; empty where it cannot be told
 * @param pairs what was found of each pair
 * @param problems what is wrong with files or the list of pairs as a whole; the check went on without them
 */
public record CheckReport(String location, Optional<Interval> interval, List<PairCheck> pairs, List<String> problems) {
    /** Copies the lists. */
    public CheckReport {
        pairs = List.copyOf(pairs);
        problems = List.copyOf(problems);
    }

    /** Whether every pair can be loaded. Gaps, wicks and hours without volume do not prevent that. */
    public boolean loads() {
        return problems.isEmpty() && pairs.stream().allMatch(PairCheck::loads);
    }
}
