package org.evenkeel.report.sweep;

import java.time.Instant;
import java.util.List;

/**
 * What was swept, on what, and what was assumed.
 *
 * @param title the heading of the report
 * @param strategy the strategy's name
 * @param data the prices
 * @param form which form of the strategy ran
 * @param assumptions about fills, fees and whatever else the figures rest on, in the order to show them
 */
public record SweepSubject(String title, String strategy, Data data, SweepForm form, List<Assumption> assumptions) {
    /** Keeps a copy of the assumptions. */
    public SweepSubject {
        assumptions = List.copyOf(assumptions);
    }

    /**
     * The data of a sweep.
     *
     * @param name what people know it as
     * @param location where it was read from
     * @param from the first moment that a run saw
     * @param to the last one
     * @param synthetic whether the prices are made up: every section says so then
     */
    public record Data(String name, String location, Instant from, Instant to, boolean synthetic) {
        /**
         * @throws IllegalArgumentException when it ends before it begins
         */
        public Data {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "The data of a sweep cannot end at " + to + ", before it begins at " + from + ".");
            }
        }
    }

    /**
     * Something that the figures rest on.
     *
     * @param name what it is about: Fills, Fees, Slippage
     * @param text what was assumed
     */
    public record Assumption(String name, String text) {}
}
