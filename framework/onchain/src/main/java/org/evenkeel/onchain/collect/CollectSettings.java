package org.evenkeel.onchain.collect;

import org.evenkeel.market.Interval;

/**
 * How candles are collected.
 *
 * @param interval how long they are
 * @param confirmations how many blocks behind the head a block counts as final
 */
public record CollectSettings(Interval interval, int confirmations) {
    /**
     * @throws IllegalArgumentException when the confirmations are negative
     */
    public CollectSettings {
        if (confirmations < 0) {
            throw new IllegalArgumentException(
                    confirmations + " confirmations are none: 0 or more blocks behind the head.");
        }
    }
}
