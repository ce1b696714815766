package org.evenkeel.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.evenkeel.metrics.EquityCurve;

/**
 * What a run gave.
 *
 * @param figures by name; NaN where one is undefined
 * @param curve the equity
 */
public record Outcome(SequencedMap<String, Double> figures, EquityCurve curve) {
    /** Keeps a copy of the figures. */
    public Outcome {
        figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    }
}
