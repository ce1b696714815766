package org.evenkeel.api.alpha;

import java.time.Instant;
import org.evenkeel.api.StrategyException;

/**
 * How far an alpha model has come. A step left out would not fail by itself: everything would have a weight of 0, or
 * count as not held, and be sold or bought for nothing.
 */
final class Steps {
    /** The steps that build on each other, in their order. */
    enum Step {
        SIGNALS("setSignal"),
        SELECTED("selectTopSignals"),
        WEIGHED("assignWeights"),
        NORMALISED("normaliseWeights"),
        HOLDINGS("updateOldWeights"),
        TARGETS("calculateTargetPositions"),
        TRADES("generateRebalanceTradesAndTriggers");

        private final String method;

        Step(String method) {
            this.method = method;
        }
    }

    private final Instant asOf;
    private Step reached = Step.SIGNALS;
    private boolean holdingsKnown;

    Steps(Instant asOf) {
        this.asOf = asOf;
    }

    /** New signals: they have to be selected from again. */
    void signalSet() {
        reached = Step.SIGNALS;
    }

    /** What is held may be taken in at any time before the targets. */
    void holdingsTaken() {
        holdingsKnown = true;
        reached = reached.compareTo(Step.NORMALISED) < 0 ? reached : Step.NORMALISED;
    }

    /**
     * A step is taken, for the first time or again.
     *
     * @throws StrategyException when one that it builds on has not been taken
     */
    void take(Step step) {
        Step needed = before(step);
        if (reached.compareTo(needed) < 0) {
            throw outOfOrder(step, needed);
        }
        if (step == Step.TARGETS && !holdingsKnown) {
            throw outOfOrder(step, Step.HOLDINGS);
        }
        reached = step;
    }

    private static Step before(Step step) {
        Step previous = Step.values()[step.ordinal() - 1];
        return previous == Step.HOLDINGS ? Step.NORMALISED : previous;
    }

    private StrategyException outOfOrder(Step step, Step needed) {
        StringBuilder order = new StringBuilder();
        for (Step each : Step.values()) {
            order.append(order.isEmpty() ? "" : ", ").append(each.method);
        }
        return new StrategyException("At " + asOf + " the alpha model was asked for " + step.method + " before "
                + needed.method + ": call the steps in their order, " + order + ".");
    }
}
