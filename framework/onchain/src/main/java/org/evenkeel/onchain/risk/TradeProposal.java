package org.evenkeel.onchain.risk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.route.Route;

/**
 * A trade that may be made.
 *
 * @param side whether it takes on risk
 * @param quote what it would bring
 * @param router the contract that would be called
 * @param minOut the least that would be accepted, from end to end
 * @param worth what it is about, in dollars
 */
public record TradeProposal(Side side, Quoted quote, Address router, BigInteger minOut, Worth worth) {
    /** A route, and the time of the block that it is quoted at. */
    public record Quoted(Route route, Instant at) {}

    /**
     * Dollars.
     *
     * @param valueUsd what is traded
     * @param gasUsd what its gas costs
     */
    public record Worth(BigDecimal valueUsd, BigDecimal gasUsd) {
        /**
         * @throws IllegalArgumentException when an amount is negative
         */
        public Worth {
            Bps.requireUsd("valueUsd", valueUsd);
            Bps.requireUsd("gasUsd", gasUsd);
        }
    }
}
