package org.evenkeel.sweep;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of points, and remembers the best run. */
final class Tally {
    private final Objective objective;
    private final SequencedMap<String, Long> invalid = new LinkedHashMap<>();
    private final SequencedMap<String, FailedRuns> failed = new LinkedHashMap<>();
    private long done;
    private Trial.@Nullable Done best;

    Tally(Objective objective) {
        this.objective = objective;
    }

    void invalid(String rule) {
        invalid.merge(rule, 1L, Long::sum);
    }

    void add(Trial trial) {
        switch (trial) {
            case Trial.Failed failure -> FailedRuns.count(failure, failed);
            case Trial.Done run -> {
                done++;
                double score = objective.score(run);
                // Of equals the first is the best, so that the order of the grid decides and not that of the threads.
                if (!Double.isNaN(score) && (best == null || score > objective.score(best))) {
                    best = run;
                }
            }
        }
    }

    Optional<Trial.Done> best() {
        return Optional.ofNullable(best);
    }

    PointCounts counts(long grid, boolean ended) {
        return new PointCounts(grid, invalid, done, failed, ended);
    }
}
