package org.evenkeel.onchain.risk;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.onchain.route.Route;

/** How far from its quote and from the market a trade is. */
record QuoteRules(QuoteLimits limits) {
    Stream<Refusal> refusals(TradeProposal trade, Situation situation) {
        Route route = trade.quote().route();
        return Stream.of(age(trade, situation), slippage(trade, situation.token()), impact(route))
                .flatMap(Optional::stream);
    }

    private Optional<Refusal> age(TradeProposal trade, Situation situation) {
        Duration age = Duration.between(trade.quote().at(), situation.now());
        // A block of the future is a clock that is wrong, by as much as is wrong with an old quote.
        if (age.abs().compareTo(limits.mostAge()) <= 0) {
            return Optional.empty();
        }
        return refused(
                RefusalReason.STALE_QUOTE,
                "The quote is of " + trade.quote().at() + ", it is " + situation.now()
                        + ", and quote_age_seconds in the limits of chains.json is "
                        + limits.mostAge().toSeconds() + ": quote again.");
    }

    static BigInteger minOut(QuoteLimits limits, BigInteger expected) {
        return Bps.left(expected, limits.slippageBps());
    }

    private Optional<Refusal> slippage(TradeProposal trade, TokenVerdict token) {
        BigInteger expected = token.arrives(trade.side(), trade.quote().route().amountOut());
        BigInteger least = minOut(limits, expected);
        if (trade.minOut().compareTo(least) >= 0) {
            return Optional.empty();
        }
        return refused(
                RefusalReason.SLIPPAGE,
                trade.minOut() + " would be accepted where " + expected
                        + " are expected (in the token's smallest units), and with slippage_bps " + limits.slippageBps()
                        + " the least is " + least + ".");
    }

    private Optional<Refusal> impact(Route route) {
        BigInteger expected = route.atMidPriceAfterFees();
        int bps = expected.signum() == 0 ? Bps.ALL : Bps.below(expected, route.amountOut());
        if (bps <= limits.priceImpactBps()) {
            return Optional.empty();
        }
        return refused(
                RefusalReason.PRICE_IMPACT,
                "The trade brings " + bps + " bps less than at the mid prices after fees, and price_impact_bps in the"
                        + " limits of chains.json is " + limits.priceImpactBps() + ": trade less.");
    }

    private static Optional<Refusal> refused(RefusalReason reason, String sentence) {
        return Optional.of(new Refusal(reason, sentence));
    }
}
