package org.evenkeel.onchain.risk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** What the tokens are worth that are paid with and bought. */
record TokenRules(TokenLimits limits) {
    Stream<Refusal> refusals(Situation situation) {
        return Stream.of(peg(situation.reserveUsd()), token(situation.token())).flatMap(Optional::stream);
    }

    private Optional<Refusal> peg(Optional<BigDecimal> reserveUsd) {
        if (reserveUsd.isEmpty()) {
            return refused(
                    RefusalReason.RESERVE_PRICE_UNKNOWN,
                    "What the reserve token is worth is not known, and it may be off its peg: nothing is bought. Name"
                            + " tokens that stand for a dollar and have a pool with it in \"dollars\" of the chain in"
                            + " chains.json, or a pool against one in \"routing_pools\"; or say \"peg\": \"assume\""
                            + " there, at your own risk.");
        }
        BigDecimal price = reserveUsd.orElseThrow();
        BigDecimal off = price.subtract(BigDecimal.ONE).abs().multiply(BigDecimal.valueOf(Bps.ALL));
        if (off.compareTo(BigDecimal.valueOf(limits.pegToleranceBps())) <= 0) {
            return Optional.empty();
        }
        return refused(
                RefusalReason.RESERVE_OFF_PEG,
                "The reserve token is worth " + price.toPlainString()
                        + " USD, and peg_tolerance_bps in the limits of chains.json is " + limits.pegToleranceBps()
                        + ": nothing is bought.");
    }

    private Optional<Refusal> token(TokenVerdict verdict) {
        return switch (verdict) {
            case TokenVerdict.Sound sound -> Optional.empty();
            case TokenVerdict.Trusted trusted -> Optional.empty();
            case TokenVerdict.Taxed taxed -> tax(taxed);
            case TokenVerdict.Honeypot trap ->
                refused(
                        RefusalReason.HONEYPOT,
                        "The token could be bought and not be sold when that was tried: " + trap.why());
            case TokenVerdict.Untrue untrue ->
                refused(
                        RefusalReason.TOKEN_UNTRUE,
                        "The token is bought no more, for its logs are not what it does: " + untrue.why());
            case TokenVerdict.Unproven unproven ->
                refused(
                        RefusalReason.TOKEN_UNPROVEN,
                        "Whether the token can be sold again could not be found out: " + unproven.why());
        };
    }

    private Optional<Refusal> tax(TokenVerdict.Taxed taxed) {
        if (taxed.worstBps() <= limits.mostTaxBps()) {
            return Optional.empty();
        }
        return refused(
                RefusalReason.TAXED_TOKEN,
                "The token takes " + taxed.buyBps() + " bps when it is bought and " + taxed.sellBps()
                        + " bps when it is sold, and token_tax_bps in the limits of chains.json is "
                        + limits.mostTaxBps() + ".");
    }

    private static Optional<Refusal> refused(RefusalReason reason, String sentence) {
        return Optional.of(new Refusal(reason, sentence));
    }
}
