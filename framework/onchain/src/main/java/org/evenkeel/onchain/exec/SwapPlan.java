package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.evenkeel.onchain.market.MarketAt;
import org.evenkeel.onchain.market.Routed;
import org.evenkeel.onchain.risk.TokenVerdict;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.state.model.Outcome;

/** What would be done for a trade, or why nothing is. */
public sealed interface SwapPlan {
    /**
     * It can be sent.
     *
     * @param market the market that it was planned on
     * @param routed the way it takes, and what that would bring
     * @param minOut the least that is accepted, in base units of what comes out
     * @param gas what its gas is likely to cost
     * @param token what is known of the token that is traded against the reserve
     * @param swap the transaction, for which the router must be allowed what goes in
     */
    record Ready(MarketAt market, Routed routed, BigInteger minOut, Gas gas, TokenVerdict token, PreparedCall swap)
            implements SwapPlan {}

    /**
     * What gas is likely to cost.
     *
     * @param units of gas
     * @param usd for all of it, at what a unit costs now
     */
    record Gas(long units, BigDecimal usd) {}

    /**
     * It is not sent.
     *
     * @param outcome what becomes of it
     * @param reasons why, in sentences
     */
    record Refused(Outcome outcome, List<String> reasons) implements SwapPlan {
        /** Copies what it is given. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
