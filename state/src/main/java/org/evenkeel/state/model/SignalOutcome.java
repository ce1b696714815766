package org.evenkeel.state.model;

import java.util.Locale;
import java.util.OptionalDouble;
import org.evenkeel.market.TradingPair;

/**
 * How one signal became a trade, or why it did not: the numbers of every step and the outcome.
 *
 * @param pair the pair
 * @param signal the signal; empty for a position that is held, or an order that was given, without one
 * @param weighing how it ranked and was weighed
 * @param adjustment what was wanted of it
 * @param outcome what became of it
 * @param bound the limit that decided the outcome, in the outcome's own unit (USD, or the signal's for a threshold); 0
 *     where none did
 */
public record SignalOutcome(
        TradingPair pair,
        OptionalDouble signal,
        Weighing weighing,
        Adjustment adjustment,
        Outcome outcome,
        double bound) {
    /**
     * How a signal ranked and was weighed.
     *
     * @param rank its rank among the selected, from 1; 0 where it was not selected
     * @param raw the weight that the weighting gave
     * @param weight the weight after normalisation and caps, a fraction of the investable equity
     * @param old the weight held before
     */
    public record Weighing(int rank, double raw, double weight, double old) {
        /** Neither selected nor held. */
        public static final Weighing NONE = new Weighing(0, 0, 0, 0);
    }

    /**
     * What was wanted, in USD.
     *
     * @param target the value to hold
     * @param held the value held, at what a sale would bring
     */
    public record Adjustment(double target, double held) {
        /** Nothing held, nothing wanted. */
        public static final Adjustment NONE = new Adjustment(0, 0);

        /** What to buy (positive) or sell (negative). */
        public double adjust() {
            return target - held;
        }
    }

    /** What became of an order that no signal stands behind. */
    public static SignalOutcome ofOrder(TradingPair pair, Adjustment adjustment, Outcome outcome, double bound) {
        return new SignalOutcome(pair, OptionalDouble.empty(), Weighing.NONE, adjustment, outcome, bound);
    }

    /** Whether it is of an order for a single pair, and not of a signal or of a position held without one. */
    public boolean isOrder() {
        boolean wanted = !adjustment.equals(Adjustment.NONE) || outcome == Outcome.NOTHING_HELD;
        return signal.isEmpty() && weighing.equals(Weighing.NONE) && wanted;
    }

    /** This signal with the outcome that execution gave it. */
    public SignalOutcome with(Outcome changed, double changedBound) {
        return new SignalOutcome(pair, signal, weighing, adjustment, changed, changedBound);
    }

    /** The outcome as a sentence for people, with its numbers. */
    public String explain() {
        // The minus sign that the report uses, and that is as wide as the plus.
        return words().replace('-', '\u2212');
    }

    private String words() {
        String wanted = String.format(Locale.ROOT, "%+,.2f USD wanted", adjustment.adjust());
        return switch (outcome) {
            case BELOW_THRESHOLD ->
                String.format(Locale.ROOT, "signal %.4f is below the threshold %.4f", signal.orElse(Double.NaN), bound);
            case BELOW_MINIMUM_TRADE ->
                String.format(Locale.ROOT, "%s, below the minimum trade of %,.2f USD", wanted, bound);
            case NOT_SELECTED -> String.format(Locale.ROOT, "the best %.0f ranked higher", bound);
            case UNCHANGED, SHORTS_NOT_ALLOWED, NOTHING_HELD -> outcome.words();
            case TRADED -> wanted;
            case TRIMMED_TO_LIQUIDITY, TRIMMED_TO_CASH ->
                String.format(Locale.ROOT, "%s, %s: %,.2f USD", wanted, outcome.words(), bound);
            // What stands in a pair's way is found before anything is wanted of it.
            default -> adjustment.adjust() == 0 ? outcome.words() : wanted + ", " + outcome.words();
        };
    }
}
