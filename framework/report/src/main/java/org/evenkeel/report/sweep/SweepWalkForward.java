package org.evenkeel.report.sweep;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.evenkeel.metrics.Figure;

/**
 * The same search made again and again on the past, and its choice run on what came next.
 *
 * @param scheme how time was cut, in words: {@code rolling, 24 months to choose and 6 to run, 5 days of embargo}
 * @param measure what the choices were made by and are judged by: not always the objective of the sweep, which may be no
 *     figure of returns
 * @param folds in the order of time
 * @param curves the equity out of sample, stitched together, first; then what to see it against; none where not kept
 * @param figures of the stitched equity
 */
public record SweepWalkForward(
        String scheme, SweepMetric measure, List<Fold> folds, List<SweepCurve> curves, List<SweepFigure> figures) {
    /** Keeps copies. */
    public SweepWalkForward {
        folds = List.copyOf(folds);
        curves = List.copyOf(curves);
        figures = List.copyOf(figures);
    }

    /**
     * One choice and what came of it.
     *
     * @param train the time on which it was chosen, in one stretch or more
     * @param test the time on which it was run, in one stretch or more
     * @param parameters what was chosen
     * @param inSample the measure of the choice in the time of choosing
     * @param outOfSample the measure of the same in the time after
     */
    public record Fold(
            List<Window> train,
            List<Window> test,
            SequencedMap<String, String> parameters,
            Figure inSample,
            Figure outOfSample) {
        /** Keeps copies. */
        public Fold {
            train = List.copyOf(train);
            test = List.copyOf(test);
            parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        }

        /** One stretch of each. */
        public Fold(
                Window train,
                Window test,
                SequencedMap<String, String> parameters,
                Figure inSample,
                Figure outOfSample) {
            this(List.of(train), List.of(test), parameters, inSample, outOfSample);
        }

        /** Whether it was chosen on what lay before alone. */
        public boolean isOnThePast() {
            return train.stream()
                    .noneMatch(window -> window.to().isAfter(test.getFirst().from()));
        }
    }

    /**
     * A stretch of time.
     *
     * @param from its first moment
     * @param to its end
     */
    public record Window(Instant from, Instant to) {}
}
