package org.evenkeel.onchain.pool;

import java.util.Optional;

/** A pool's answer: the whole of what was asked for, or why not. */
public sealed interface Quote {
    /** All that was asked for. */
    record Filled(Swap swap) implements Quote {}

    /**
     * Not what was asked for.
     *
     * @param reason why not
     * @param most what the pool would do instead, where it would do anything
     */
    record Unfilled(Reason reason, Optional<Swap> most) implements Quote {}

    /** Why a quote cannot be filled. */
    enum Reason {
        /** The amount is zero, or so small that nothing would come out. */
        TOO_SMALL,
        /** The amount does not fit the numbers that the contract calculates with. */
        TOO_LARGE,
        /** The pool would be emptied, or is empty. */
        NOT_ENOUGH_LIQUIDITY
    }

    /** The swap, where it is the whole. */
    default Optional<Swap> whole() {
        return this instanceof Filled filled ? Optional.of(filled.swap()) : Optional.empty();
    }

    /** For an amount that no pool can be asked for. */
    static Quote unfilled(Reason reason) {
        return new Unfilled(reason, Optional.empty());
    }
}
