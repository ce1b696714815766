package org.evenkeel.metrics.overfitting;

import org.evenkeel.metrics.Figure;

/**
 * What choosing the best trial in one half of the time was worth in the other half, over all ways to halve it.
 *
 * @param trials how many trials there were to choose from
 * @param probability of backtest overfitting: the share of splits in which the trial that was best in sample is no
 *     better than the median out of sample (logit ≤ 0)
 * @param probabilityOfLoss the share of splits in which it has a Sharpe ratio below zero out of sample
 * @param degradation the slope of its Sharpe ratio out of sample on that in sample; below zero the better choice did
 *     worse
 * @param splits the same, split by split, for a plot
 */
public record OverfittingEstimate(
        int trials, Figure probability, Figure probabilityOfLoss, Figure degradation, Splits splits) {

    /**
     * The best trial of each split, as columns of one value per split in the same order; none with fewer than two
     * trials. The columns are not copied; two records are equal only where they hold the very same columns.
     *
     * @param logits {@code log(ω / (1 − ω))}, ω being its relative rank out of sample
     * @param inSample its Sharpe ratio per period in sample
     * @param outOfSample its Sharpe ratio per period out of sample
     */
    public record Splits(double[] logits, double[] inSample, double[] outOfSample) {}
}
