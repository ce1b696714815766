package org.evenkeel.optimizer;

import java.util.List;

/** No portfolio obeys all limits, because some contradict each other. */
public final class InfeasibleLimitsException extends OptimizerException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> limits;

    InfeasibleLimitsException(List<String> limits) {
        super(
                Reason.INFEASIBLE_LIMITS,
                "No portfolio obeys all the limits, because these contradict each other: " + String.join("; ", limits)
                        + ". Loosen or leave out one of them.");
        this.limits = List.copyOf(limits);
    }

    /**
     * The names of limits that cannot be obeyed together, though any of them can be left out to obey the others. Where
     * there are several such sets it is one of the fewest limits, as long as there are no more than
     * {@value Contradiction#MOST_FOR_SMALLEST} limits in all; beyond that it is one that cannot be made smaller.
     */
    public List<String> limits() {
        return limits;
    }
}
