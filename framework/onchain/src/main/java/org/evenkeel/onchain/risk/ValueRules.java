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
                "The trade is of " + value.toPlainString() + " USD, and tradeUsd is "
                        + limits.tradeUsd().toPlainString() + "."));
    }

    private Optional<Refusal> day(BigDecimal value, Situation situation) {
        BigDecimal with = situation.tradedTodayUsd().add(value);
        if (with.compareTo(limits.dayUsd()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                RefusalReason.DAY_VALUE,
                "With this trade " + with.toPlainString() + " USD would be traded today, and dayUsd is "
                        + limits.dayUsd().toPlainString() + "."));
    }

    private Optional<Refusal> loss(Situation situation) {
        BigDecimal lost = situation.lostTodayUsd();
        if (lost.signum() <= 0 || lost.compareTo(limits.dailyLossUsd()) < 0) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                RefusalReason.DAILY_LOSS,
                lost.toPlainString() + " USD were lost today, and dailyLossUsd is "
                        + limits.dailyLossUsd().toPlainString() + ": nothing is bought before tomorrow."));
    }
}
