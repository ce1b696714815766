package org.evenkeel.onchain.risk;

/**
 * One reason against a trade.
 *
 * @param reason what kind it is of
 * @param sentence it with its figures, and what may be done
 */
public record Refusal(RefusalReason reason, String sentence) {
    @Override
    public String toString() {
        return reason + ": " + sentence;
    }
}
