package org.evenkeel.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Runs that threw for one reason.
 *
 * @param count how many, 1 or more
 * @param first what the first few of them set, by name
 */
public record FailedRuns(long count, List<SequencedMap<String, String>> first) {
    /** How many are named. */
    public static final int NAMED = 3;

    private static final int MOST_REASONS = 10;
    private static final String OTHER_REASONS = "other reasons";

    /** Keeps a copy. */
    public FailedRuns {
        first = List.copyOf(first);
    }

    /** Adds a run to those of its reason; where there are many reasons already, to the rest. */
    static void count(Trial.Failed run, SequencedMap<String, FailedRuns> failed) {
        boolean listed = failed.containsKey(run.reason()) || failed.size() < MOST_REASONS;
        failed.merge(listed ? run.reason() : OTHER_REASONS, new FailedRuns(1, List.of(run.set())), FailedRuns::and);
    }

    /** These and more of the same reason. */
    private FailedRuns and(FailedRuns others) {
        List<SequencedMap<String, String>> all = new ArrayList<>(first);
        all.addAll(others.first());
        return new FailedRuns(count + others.count(), all.stream().limit(NAMED).toList());
    }

    /** The first few by what they set, and how many more there are: {@code fast 3, slow 4; fast 3, slow 5; 12 more}. */
    public String words() {
        String named = first.stream()
                .map(set -> set.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        long more = count - first.size();
        return more == 0 ? named : named + "; " + more + " more";
    }
}
