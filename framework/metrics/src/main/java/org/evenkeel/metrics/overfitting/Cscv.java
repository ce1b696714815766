package org.evenkeel.metrics.overfitting;

import java.util.ArrayList;
import java.util.List;

/**
 * The probability of backtest overfitting by combinatorially symmetric cross-validation.
 *
 * <p>Time is cut into an even number of blocks. For every way to choose half of them, the trial with the best Sharpe
 * ratio in the chosen half is looked up in the other half: if it is no better than the median there, the choice was
 * overfitted. Source: Bailey, Borwein, López de Prado and Zhu, "The Probability of Backtest Overfitting" (2017).
 *
 * <p>Trials are added one at a time and only two numbers per block are kept of each, so memory does not grow with the
 * length of the backtest. A trial that does not vary within a half counts there as a Sharpe ratio of zero, as cash
 * would. Not safe for use by several threads at once.
 */
public final class Cscv {

    private static final int MOST_BLOCKS = 20;

    private final int periods;
    private final int blocks;
    private final List<double[]> trials = new ArrayList<>();

    /**
     * No trials yet.
     *
     * @param periods the number of returns of each trial, at least two per block
     * @param blocks even, 2 to 20; 16 is usual and gives 12,870 splits
     */
    public Cscv(int periods, int blocks) {
        if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
            throw new IllegalArgumentException(
                    "The number of blocks must be even and between 2 and " + MOST_BLOCKS + ", but is " + blocks);
        }
        if (periods < 2 * blocks) {
            throw new IllegalArgumentException(blocks + " blocks need at least " + 2 * blocks
                    + " returns, but there are " + periods + "; use fewer blocks or a longer backtest");
        }
        this.periods = periods;
        this.blocks = blocks;
    }

    /** The estimate over trials at hand: one row of returns per trial, all over the same periods. */
    public static OverfittingEstimate of(double[][] trials, int blocks) {
        if (trials.length == 0) {
            throw new IllegalArgumentException("There is no trial; add the returns of each run of the sweep");
        }
        Cscv cscv = new Cscv(trials[0].length, blocks);
        for (double[] returns : trials) {
            cscv.addTrial(returns);
        }
        return cscv.estimate();
    }

    /**
     * Adds a trial.
     *
     * @param returns its simple returns, finite, over the same periods as every other trial's; not kept
     */
    public void addTrial(double[] returns) {
        if (returns.length != periods) {
            throw new IllegalArgumentException("Trial " + trials.size() + " has " + returns.length + " returns, but "
                    + periods + " are expected; all trials must cover the same periods");
        }
        double[] sums = new double[2 * blocks];
        for (int block = 0; block < blocks; block++) {
            for (int i = start(block); i < start(block + 1); i++) {
                sums[block] += returns[i];
                sums[blocks + block] += returns[i] * returns[i];
            }
            if (!Double.isFinite(sums[blocks + block])) {
                throw new IllegalArgumentException(
                        "Trial " + trials.size() + " has a return that is not finite, between" + " period "
                                + start(block) + " and " + start(block + 1) + "; leave such trials out");
            }
        }
        trials.add(sums);
    }

    /** Where a block begins: blocks differ by at most one period where the periods do not divide evenly. */
    private int start(int block) {
        return (int) ((long) block * periods / blocks);
    }

    /** How many trials were added. */
    public int trials() {
        return trials.size();
    }

    /** The estimate over the trials added so far; undefined with fewer than two. */
    public OverfittingEstimate estimate() {
        double[][] sums = new double[blocks][trials.size()];
        double[][] squares = new double[blocks][trials.size()];
        for (int trial = 0; trial < trials.size(); trial++) {
            for (int block = 0; block < blocks; block++) {
                sums[block][trial] = trials.get(trial)[block];
                squares[block][trial] = trials.get(trial)[blocks + block];
            }
        }
        int[] lengths = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            lengths[block] = start(block + 1) - start(block);
        }
        return new SplitSearch(sums, squares, lengths).run();
    }
}
