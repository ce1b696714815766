package org.evenkeel.report.sweep;

import org.evenkeel.metrics.Figure;

/**
 * What the best run made of one asset, beside holding it.
 *
 * @param name the asset
 * @param best what the best run came to
 * @param held what buying it at the start and holding it came to
 */
public record SweepAsset(String name, Result best, Result held) {
    /**
     * What came of it.
     *
     * @param totalReturn as a fraction
     * @param sharpe annualised
     */
    public record Result(Figure totalReturn, Figure sharpe) {}
}
