package org.evenkeel.report.sweep;

import java.util.List;

/**
 * How many combinations there were and what became of them.
 *
 * @param combinations all that the grid has, or that a search drew
 * @param leftOut those that are invalid, by the rule that says so
 * @param done those that ran to their end
 * @param failed those that were run and failed
 * @param everRun the runs ever made of this strategy on this data, these among them, by the trial ledger
 */
public record SweepCounts(long combinations, List<LeftOut> leftOut, long done, long failed, long everRun) {
    /**
     * Keeps a copy of the rules.
     *
     * @throws IllegalArgumentException when a count is negative, or more became of something than there was
     */
    public SweepCounts {
        leftOut = List.copyOf(leftOut);
        if (done < 0 || failed < 0 || everRun < 0) {
            throw new IllegalArgumentException("Counts of a sweep cannot be negative: " + done + " done, " + failed
                    + " failed, " + everRun + " ever run.");
        }
        if (combinations - leftOut(leftOut) - done - failed < 0) {
            throw new IllegalArgumentException("Of " + combinations + " combinations, " + leftOut(leftOut)
                    + " left out, " + done + " done and " + failed + " failed are too many.");
        }
    }

    /**
     * Combinations that one rule leaves out.
     *
     * @param rule why, in words, without capital or full stop: {@code fast must be below slow}
     * @param count how many
     */
    public record LeftOut(String rule, long count) {}

    /** How many are invalid, by all rules. */
    public long invalid() {
        return leftOut(leftOut);
    }

    /** How many were not run, though they could have been: a sweep that was ended early has some. */
    public long notRun() {
        return combinations - invalid() - done - failed;
    }

    private static long leftOut(List<LeftOut> rules) {
        return rules.stream().mapToLong(LeftOut::count).sum();
    }
}
