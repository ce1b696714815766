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

    /** Keeps a copy. */
    public FailedRuns {
        first = List.copyOf(first);
    }

    /** A run alone. */
    static FailedRuns of(Trial.Failed run) {
        return new FailedRuns(1, List.of(run.set()));
    }

    /** These and more of the same reason. */
    FailedRuns and(FailedRuns others) {
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
