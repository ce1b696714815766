package org.evenkeel.onchain.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** What gas costs. */
record GasRules(GasLimits limits) {
    Stream<Refusal> refusals(TradeProposal trade) {
        return Stream.of(cost(trade.worth()), share(trade.worth())).flatMap(Optional::stream);
    }

    private Optional<Refusal> cost(TradeProposal.Worth worth) {
        if (worth.gasUsd().compareTo(limits.mostUsd()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                RefusalReason.GAS_COST,
                "Gas would cost " + worth.gasUsd().toPlainString() + " USD, and mostUsd is "
                        + limits.mostUsd().toPlainString() + ": wait until gas is cheaper."));
    }

    private Optional<Refusal> share(TradeProposal.Worth worth) {
        BigDecimal gas = worth.gasUsd().multiply(BigDecimal.valueOf(Bps.ALL));
        if (gas.compareTo(worth.valueUsd().multiply(BigDecimal.valueOf(limits.mostShareBps()))) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                RefusalReason.GAS_SHARE,
                "Gas would cost " + cents(worth.gasUsd()) + " USD for a trade of " + cents(worth.valueUsd())
                        + " USD, and trade_share_bps is " + limits.mostShareBps()
                        + ": trade more at once, wait until gas is cheaper, or raise it in chains.json."));
    }

    private static String cents(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
