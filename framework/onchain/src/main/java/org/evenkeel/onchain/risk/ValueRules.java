package org.evenkeel.onchain.risk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** How much is at stake. */
record ValueRules(ValueLimits limits) {
    Stream<Refusal> refusals(TradeProposal trade, Situation situation) {
        BigDecimal value = trade.worth().valueUsd();
        return Stream.of(trade(value), day(value, situation), loss(situation)).flatMap(Optional::stream);
    }

    private Optional<Refusal> trade(BigDecimal value) {
        if (value.compareTo(limits.tradeUsd()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                RefusalReason.TRADE_VALUE,
                "The trade is of " + Bps.usd(value) + " USD, and trade_usd in the limits of chains.json is "
                        + Bps.usd(limits.tradeUsd()) + "."));
    }

    private Optional<Refusal> day(BigDecimal value, Situation situation) {
        BigDecimal with = situation.tradedTodayUsd().add(value);
        if (with.compareTo(limits.dayUsd()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                RefusalReason.DAY_VALUE,
                "With this trade " + Bps.usd(with)
                        + " USD would be traded today, and day_usd in the limits of chains.json is "
                        + Bps.usd(limits.dayUsd()) + "."));
    }

    private Optional<Refusal> loss(Situation situation) {
        BigDecimal lost = situation.lostTodayUsd();
        if (lost.signum() <= 0 || lost.compareTo(limits.dailyLossUsd()) < 0) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                RefusalReason.DAILY_LOSS,
                Bps.usd(lost) + " USD were lost today, and daily_loss_usd in the limits of chains.json is "
                        + Bps.usd(limits.dailyLossUsd()) + ": nothing is bought before tomorrow."));
    }
}
