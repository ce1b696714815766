package org.evenkeel.sweep;

import java.util.SequencedMap;

/**
 * What became of the points of a sweep.
 *
 * @param grid how many points the grid has
 * @param invalid how many of those asked for make no sense, by the rule they break
 * @param done how many runs came to their end
 * @param failed those that threw, by what they said; of many reasons the first ones, and the rest together
 * @param ended whether the user ended the sweep before it was through
 */
public record PointCounts(
        long grid,
        SequencedMap<String, Long> invalid,
        long done,
        SequencedMap<String, FailedRuns> failed,
        boolean ended) {
    /** How many points made no sense. */
    public long invalidPoints() {
        return invalid.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many runs threw. */
    public long failedRuns() {
        return failed.values().stream().mapToLong(FailedRuns::count).sum();
    }

    /** How many runs were made. */
    public long runs() {
        return done + failedRuns();
    }
}
