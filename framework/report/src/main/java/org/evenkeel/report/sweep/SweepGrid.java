package org.evenkeel.report.sweep;

import java.util.Optional;

/**
 * All runs of a sweep.
 *
 * @param points where they lie and what they came to
 * @param objective the key of the figure that the best is the best by
 * @param counts how many there were
 * @param runsFile the file with every run in full, beside the page, to link to: {@code runs.csv}; empty where there is
 *     none
 */
public record SweepGrid(SweepPoints points, String objective, SweepCounts counts, Optional<String> runsFile) {
    /**
     * @throws IllegalArgumentException when the points do not have the objective, or the file is not beside the page
     */
    public SweepGrid {
        points.metric(objective);
        if (runsFile.isPresent() && !runsFile.get().matches("[A-Za-z0-9][A-Za-z0-9._ -]*")) {
            throw new IllegalArgumentException(
                    "The file of runs must be a plain name beside the page, such as runs.csv," + " but is '"
                            + runsFile.get() + "'.");
        }
    }

    /** The figure that the best is the best by. */
    public SweepMetric objectiveMetric() {
        return points.metrics().get(points.metric(objective));
    }
}
