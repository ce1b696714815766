package org.evenkeel.engine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.Transfer;

/**
 * What of a recorded decision has been done, after a run was stopped in the middle of it. A trade whose outcome is that
 * it was never sent counts as none: it is planned once more.
 */
final class Resumption {
    private final Portfolio portfolio;
    private final Decider.Round round;
    private final Cycle.Begun begun;

    /**
     * @param portfolio what there is now; all that could be learned of what was open is booked
     * @param round the decision, to be gone on with now
     * @param begun the decision as it was recorded
     */
    Resumption(Portfolio portfolio, Decider.Round round, Cycle.Begun begun) {
        this.portfolio = portfolio;
        this.round = round;
        this.begun = begun;
    }

    /** What the decision wants; of what has been done of it, each knows what became of it. */
    List<Wish> wishes() {
        List<Wish> wishes = Wish.of(begun.decision().intents(), round.input(), this::worthBefore);
        for (Wish wish : wishes) {
            findTrade(wish.pair(), wish.intent().side())
                    .flatMap(trade -> result(trade, wish.intent()))
                    .ifPresent(wish::became);
        }
        return wishes;
    }

    /** What is on its way from other chains for the buys of the decision, by the reserve that it comes to. */
    Map<Token, BigDecimal> coming() {
        Map<Token, BigDecimal> coming = new HashMap<>();
        for (Transfer transfer : portfolio.inFlight()) {
            if (!transfer.times().started().isBefore(begun.at())) {
                coming.merge(transfer.to(), transfer.amounts().received(), BigDecimal::add);
            }
        }
        return coming;
    }

    private Optional<Trade> findTrade(TradingPair pair, Side side) {
        for (Trade trade : portfolio.trades().reversed()) {
            if (trade.plan().cycle() < begun.number()) {
                return Optional.empty();
            }
            TradeIntent intent = trade.plan().intent();
            if (intent.pair().equals(pair)
                    && intent.side() == side
                    && intent.reason().isDecided()) {
                return Optional.of(trade);
            }
        }
        return Optional.empty();
    }

    /** What became of a trade; empty where it was never sent, so that it can be planned once more. */
    private Optional<TradeResult> result(Trade trade, TradeIntent wanted) {
        return switch (trade.status()) {
            case PLANNED -> Optional.of(TradeResult.not(Outcome.WAITING_FOR_TRANSFER));
            case UNKNOWN -> Optional.of(TradeResult.not(Outcome.UNKNOWN));
            case FILLED -> Optional.of(filled(trade, wanted));
            case FAILED ->
                trade.failed()
                        .map(Trade.Failed::outcome)
                        .filter(outcome -> outcome != Outcome.NOT_SENT)
                        .map(TradeResult::not);
        };
    }

    /** Why a buy was smaller than wanted is not on record; that there was less cash is by far the most common reason. */
    private static TradeResult filled(Trade trade, TradeIntent wanted) {
        Size planned = trade.plan().intent().size();
        if (planned instanceof Size.Spend spend && wanted.size() instanceof Size.Spend all) {
            boolean less = spend.value()
                            .compareTo(TradeLimiter.expressed(
                                    all.value(), trade.plan().reserve()))
                    < 0;
            double spent = spend.value().doubleValue();
            return less ? TradeResult.AS_WANTED.trimmed(Outcome.TRIMMED_TO_CASH, spent) : TradeResult.AS_WANTED;
        }
        if (planned instanceof Size.Sell sold && wanted.size() instanceof Size.Sell all) {
            BigDecimal most =
                    TradeLimiter.expressed(all.quantity(), wanted.pair().base());
            double value = trade.filled().orElseThrow().fill().value().doubleValue();
            return sold.quantity().compareTo(most) < 0
                    ? TradeResult.AS_WANTED.trimmed(Outcome.TRIMMED_TO_LIQUIDITY, -value)
                    : TradeResult.AS_WANTED;
        }
        return TradeResult.AS_WANTED;
    }

    /** What was held of a pair before the decision, in USD at what it would bring now. */
    private double worthBefore(TradingPair pair) {
        BigDecimal quantity = portfolio
                .findPosition(pair)
                .map(position -> position.quantity())
                .orElse(BigDecimal.ZERO);
        for (Trade trade : portfolio.trades().reversed()) {
            if (trade.plan().cycle() < begun.number()) {
                break;
            }
            if (trade.plan().intent().pair().equals(pair) && trade.filled().isPresent()) {
                BigDecimal traded = trade.filled().get().fill().quantity();
                boolean bought = trade.plan().intent().side() == Side.BUY;
                quantity = bought ? quantity.subtract(traded) : quantity.add(traded);
            }
        }
        return round.input()
                .quotes()
                .saleValue(pair, quantity.max(BigDecimal.ZERO).doubleValue());
    }
}
