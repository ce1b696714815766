package org.evenkeel.onchain.risk;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.onchain.route.Route;

/** Says of each trade, before it is signed, what speaks against it. */
public final class RiskGate {
    private final RiskLimits limits;

    /** With these limits. */
    public RiskGate(RiskLimits limits) {
        this.limits = limits;
    }

    /** The gate for leaving a position, by {@link RiskLimits#forExit}. */
    public RiskGate forExit(int doublings) {
        return new RiskGate(limits.forExit(doublings));
    }

    /**
     * The least that may be accepted for a route that was quoted just now, from end to end: what is expected to arrive
     * after the token's tax, where it has one, less the slippage limit.
     */
    public BigInteger minOut(Side side, Route fresh, TokenVerdict token) {
        return QuoteRules.minOut(limits.quote(), token.arrives(side, fresh.amountOut()));
    }

    /** Everything that speaks against a trade; none where it may be made. */
    public List<Refusal> refusals(TradeProposal trade, Situation situation) {
        Stream<Refusal> always = Stream.of(
                        new QuoteRules(limits.quote()).refusals(trade, situation),
                        new GasRules(limits.gas()).refusals(trade),
                        new AllowRules(limits.allowed()).refusals(trade))
                .flatMap(stream -> stream);
        if (trade.side() == Side.SELL) {
            return always.toList();
        }
        Stream<Refusal> whenBuying = Stream.concat(
                new ValueRules(limits.value()).refusals(trade, situation),
                new TokenRules(limits.token()).refusals(situation));
        return Stream.concat(always, whenBuying).toList();
    }
}
