package org.evenkeel.onchain.risk;

import java.math.BigDecimal;
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
                "Gas would cost " + Bps.usd(worth.gasUsd()) + " USD, and trade_usd of gas in chains.json is "
                        + Bps.usd(limits.mostUsd()) + ": wait until gas is cheaper."));
    }

    private Optional<Refusal> share(TradeProposal.Worth worth) {
        BigDecimal gas = worth.gasUsd().multiply(BigDecimal.valueOf(Bps.ALL));
        if (gas.compareTo(worth.valueUsd().multiply(BigDecimal.valueOf(limits.mostShareBps()))) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                RefusalReason.GAS_SHARE,
                "Gas would cost " + Bps.usd(worth.gasUsd()) + " USD for a trade of " + Bps.usd(worth.valueUsd())
                        + " USD, and trade_share_bps of gas in chains.json is " + limits.mostShareBps()
                        + ": trade more at once, wait until gas is cheaper, or raise it there."));
    }
}
