package org.evenkeel.onchain.exec;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.risk.RiskGate;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeStatus;

/**
 * What is different with sales that stop a loss or close a position: the longer one has failed, the more it may cost. A
 * profit that is taken can wait for a better market.
 */
final class Exits {
    /** For each time as long that a sale has failed, its limits are doubled. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private static final int MOST_DOUBLINGS = 6;

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

    /** By the time from the first to the last of the pair's sales that failed since one of its trades was made. */
    private int doublings(PlannedTrade trade) {
        Optional<Instant> last = Optional.empty();
        Optional<Instant> first = Optional.empty();
        for (Trade before : trades(trade).reversed()) {
            if (!isOf(before, trade.intent().pair()) || before.plan().id() == trade.id()) {
                continue;
            }
            if (before.status() != TradeStatus.FAILED || !isExit(before.plan().intent())) {
                break;
            }
            first = Optional.of(before.plannedAt());
            last = last.or(() -> Optional.of(before.plannedAt()));
        }
        return first.isEmpty() ? 0 : steps(first.get(), last.orElseThrow());
    }

    private static int steps(Instant first, Instant last) {
        return Math.clamp(Duration.between(first, last).dividedBy(STEP), 0, MOST_DOUBLINGS);
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
