package org.evenkeel.sweep;

import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.api.StrategyException;
import org.evenkeel.metrics.EquityCurve;

/** One run of a sweep. */
public sealed interface Trial {
    /** Its place among the runs of the sweep, from 0 on. */
    long number();

    /** What was set, by name. */
    SequencedMap<String, String> set();

    /** The value of a figure; NaN where it is undefined, or the run failed. */
    default double figure(String name) {
        return switch (this) {
            case Done done -> done.figures().getOrDefault(name, Double.NaN);
            case Failed failed -> Double.NaN;
        };
    }

    /**
     * A run that came to its end.
     *
     * @param figures by name; NaN where one is undefined
     * @param curve the equity, where the run is fresh; what was read from a file has none
     */
    record Done(
            long number,
            SequencedMap<String, String> set,
            SequencedMap<String, Double> figures,
            Optional<EquityCurve> curve)
            implements Trial {
        /** The same without the curve. */
        public Done withoutCurve() {
            return new Done(number, set, figures, Optional.empty());
        }
    }

    /**
     * A run that threw.
     *
     * @param reason what it said
     */
    record Failed(long number, SequencedMap<String, String> set, String reason) implements Trial {}

    /** Makes a run, and keeps what it threw as its reason. */
    static Trial of(Subject subject, long number, SequencedMap<String, String> set) {
        try {
            Outcome outcome = subject.run(set);
            return new Done(number, set, outcome.figures(), Optional.of(outcome.curve()));
        } catch (Exception | Error e) {
            StrategyException.requireOwn(e);
            return new Failed(number, set, reason(e));
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }
}
