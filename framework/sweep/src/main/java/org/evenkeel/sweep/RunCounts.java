package org.evenkeel.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What became of runs.
 *
 * @param done how many came to their end
 * @param failed those that threw, by what they said; of many reasons the first ones, and the rest together
 */
public record RunCounts(long done, SequencedMap<String, FailedRuns> failed) {
    private static final int REASONS = 3;

    /** Counts runs. */
    public static RunCounts of(Stream<Trial> runs) {
        SequencedMap<String, FailedRuns> failed = new LinkedHashMap<>();
        long[] ends = {0};
        runs.forEachOrdered(run -> {
            switch (run) {
                case Trial.Failed failure -> FailedRuns.count(failure, failed);
                case Trial.Done done -> ends[0]++;
            }
        });
        return new RunCounts(ends[0], failed);
    }

    /** How many threw. */
    public long failedRuns() {
        return failed.values().stream().mapToLong(FailedRuns::count).sum();
    }

    /** How many there are. */
    public long all() {
        return done + failedRuns();
    }

    /** Those that threw, in a sentence for each of the first reasons, which may name a time, and one for the rest. */
    public List<String> failures() {
        List<String> told = new ArrayList<>();
        long left = failedRuns();
        for (var runs : failed.entrySet()) {
            if (told.size() == REASONS) {
                told.add(left + " more of the " + all() + " runs failed for other reasons.");
                break;
            }
            long count = runs.getValue().count();
            told.add(count + " of " + all() + " runs failed, with "
                    + runs.getValue().words() + ": " + runs.getKey());
            left -= count;
        }
        return told;
    }
}
