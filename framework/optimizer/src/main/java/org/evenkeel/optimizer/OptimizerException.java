package org.evenkeel.optimizer;

/** There are no such weights. The message says why and what to do. */
public class OptimizerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** The input has a value that is not a finite number, too few rows, or columns that do not match. */
        BAD_INPUT,
        /** The caps add up to less than 1. */
        INFEASIBLE_CAPS,
        /** Limits contradict each other; see {@link InfeasibleLimitsException}. */
        INFEASIBLE_LIMITS,
        /** An asset does not move, or is a combination of others: risk does not tell them apart. */
        SINGULAR_COVARIANCE,
        /** Some portfolio would have a variance below 0: the matrix is no covariance, and needs repair. */
        NOT_SEMIDEFINITE,
        /** No portfolio within the limits has a positive expected return, so none has the best Sharpe ratio. */
        NO_POSITIVE_RETURN,
        /** The calculation did not come to an end that could be verified. */
        NOT_CONVERGED
    }

    private final Reason reason;

    /** With a reason for programs and a message for people that stands on its own. */
    public OptimizerException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why there is no answer. */
    public Reason reason() {
        return reason;
    }
}
