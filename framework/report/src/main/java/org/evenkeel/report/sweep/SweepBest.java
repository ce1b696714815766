package org.evenkeel.report.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The best run of a sweep.
 *
 * @param parameters its value on each axis, and other parameters if it has some
 * @param figures its figures, in the order to show them
 * @param curves its equity first, then what to see it against: buy and hold; none where they were not kept
 * @param assets what it made of each asset; none where it has no books of assets
 */
public record SweepBest(
        SequencedMap<String, String> parameters,
        List<SweepFigure> figures,
        List<SweepCurve> curves,
        List<SweepAsset> assets) {
    /** Keeps copies. */
    public SweepBest {
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        figures = List.copyOf(figures);
        curves = List.copyOf(curves);
        assets = List.copyOf(assets);
    }

    /** A best run of which only the parameters and figures were kept. */
    public static SweepBest of(SequencedMap<String, String> parameters, List<SweepFigure> figures) {
        return new SweepBest(parameters, figures, List.of(), List.of());
    }

    /** Its equity, where it was kept. */
    public Optional<SweepCurve> equity() {
        return curves.isEmpty() ? Optional.empty() : Optional.of(curves.getFirst());
    }

    /** The same with curves, its equity first. */
    public SweepBest withCurves(List<SweepCurve> kept) {
        return new SweepBest(parameters, figures, kept, assets);
    }

    /** The same with what it made of each asset. */
    public SweepBest withAssets(List<SweepAsset> made) {
        return new SweepBest(parameters, figures, curves, made);
    }
}
