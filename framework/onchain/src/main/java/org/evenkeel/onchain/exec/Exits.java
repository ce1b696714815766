package org.evenkeel.onchain.exec;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.risk.RefusalReason;
import org.evenkeel.onchain.risk.RiskGate;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;

/**
 * What is different with sales that stop a loss or close a position: the longer the market has kept one from being made,
 * the more it may cost. A profit that is taken can wait for a better market. A sale that failed because a node or the
 * signer was away, or because somebody refused it, says nothing of the market, and the time that it took is not counted:
 * to give more away would not have helped.
 */
final class Exits {
    /** For each time as long that the market was in the way of a sale, its limits are doubled. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private static final int MOST_DOUBLINGS = 6;

    /** What reasons begin with that are the market's: limits that are widened, and a swap that brings less than the least. */
    private static final List<String> OF_THE_MARKET = Stream.of(
                    RefusalReason.SLIPPAGE,
                    RefusalReason.PRICE_IMPACT,
                    RefusalReason.GAS_COST,
                    TxOutcome.Reason.WOULD_REVERT)
            .map(reason -> reason + ":")
            .toList();

    private final Ledger ledger;

    Exits(Ledger ledger) {
        this.ledger = ledger;
    }

    private static boolean isExit(TradeIntent intent) {
        return intent.side() == Side.SELL
                && switch (intent.reason()) {
                    case CLOSE, CLOSE_ALL, STOP_LOSS, TRAILING_STOP, BASKET_STOP_LOSS -> true;
                    case REBALANCE, ORDER, WRITE_OFF, TAKE_PROFIT, BASKET_TAKE_PROFIT -> false;
                };
    }

    /** The gate that a trade has to pass. */
    RiskGate gate(RiskGate usual, PlannedTrade trade) {
        return isExit(trade.intent()) ? usual.forExit(doublings(trade)) : usual;
    }

    /** By the time between those of the pair's sales that the market let fail one after the other since it was traded. */
    private int doublings(PlannedTrade trade) {
        Duration failing = Duration.ZERO;
        Optional<Instant> next = Optional.empty();
        for (Trade before : trades(trade).reversed()) {
            if (!isOf(before, trade.intent().pair()) || before.plan().id() == trade.id()) {
                continue;
            }
            Optional<Trade.Failed> failed = before.failed();
            if (failed.isEmpty() || !isExit(before.plan().intent())) {
                break;
            }
            Instant at = before.plannedAt();
            Optional<Instant> counted = failed.filter(Exits::isOfTheMarket).map(how -> at);
            if (counted.isPresent() && next.isPresent()) {
                failing = failing.plus(Duration.between(at, next.get()));
            }
            next = counted;
        }
        return Math.clamp(failing.dividedBy(STEP), 0, MOST_DOUBLINGS);
    }

    private static boolean isOfTheMarket(Trade.Failed failed) {
        return failed.outcome() == Outcome.REVERTED
                || failed.trail().reasons().stream()
                        .anyMatch(said -> OF_THE_MARKET.stream().anyMatch(said::startsWith));
    }

    private List<Trade> trades(PlannedTrade trade) {
        return ledger.books().stream()
                .filter(book -> book.book().equals(trade.book()))
                .findFirst()
                .map(book -> book.trades())
                .orElse(List.of());
    }

    private static boolean isOf(Trade trade, TradingPair pair) {
        return trade.plan().intent().pair().equals(pair);
    }
}
