package org.evenkeel.sweep;

import java.util.Optional;

/**
 * What came of a sweep. The runs themselves went to its {@link RunLog}.
 *
 * @param counts what became of the points
 * @param best the best run; empty where none came to its end with a defined score
 * @param sample returns of the runs
 */
public record SweepResult(SweepCounts counts, Optional<Trial.Done> best, ReturnsSample sample) {}
