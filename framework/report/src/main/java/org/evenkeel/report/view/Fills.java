package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;

/** The trades that were executed, in the order of the ledger, and what they did to the positions. */
final class Fills {
    private final List<Filled> all;
    private final Map<Long, List<Filled>> byPosition = new HashMap<>();

    /**
     * An executed trade.
     *
     * @param plan what was planned
     * @param end what it came to
     * @param awaited whether it waited for money from another chain, so that its cycle ended without it
     */
    record Filled(PlannedTrade plan, Trade.Filled end, boolean awaited) {
        TradingPair pair() {
            return plan.intent().pair();
        }

        boolean isBuy() {
            return plan.intent().side() == Side.BUY;
        }

        TradeReason reason() {
            return plan.intent().reason();
        }

        Fill fill() {
            return end.fill();
        }

        Costs costs() {
            return end.fill().costs();
        }

        long time() {
            return end.at().toEpochMilli();
        }

        double value() {
            return end.fill().value().doubleValue();
        }

        double quantity() {
            return end.fill().quantity().doubleValue();
        }
    }

    Fills(Portfolio book) {
        this.all = book.trades().stream()
                .flatMap(trade -> trade.filled().map(end -> filled(trade, end, book)).stream())
                .toList();
        for (Filled filled : all) {
            byPosition
                    .computeIfAbsent(filled.end().position(), id -> new ArrayList<>())
                    .add(filled);
        }
        byPosition.values().forEach(fills -> fills.sort(Comparator.comparingLong(Filled::time)));
    }

    private static Filled filled(Trade trade, Trade.Filled end, Portfolio book) {
        boolean awaited = trade.plan().intent().side() == Side.BUY
                && book.transfers().stream().anyMatch(transfer -> isAwaited(transfer, trade));
        return new Filled(trade.plan(), end, awaited);
    }

    private static boolean isAwaited(Transfer transfer, Trade trade) {
        return transfer.to().equals(trade.plan().reserve())
                && transfer.times().started().equals(trade.plannedAt())
                && transfer.times().arrives().isAfter(trade.plannedAt());
    }

    /** All of them, in the order they were planned in. */
    List<Filled> all() {
        return all;
    }

    /** Those of one position, in the order they were executed in. */
    List<Filled> ofPosition(long id) {
        return byPosition.getOrDefault(id, List.of());
    }
}
