package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.Chain;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;

/** What was traded and lost on a chain today (UTC), by the books: the limits of a day count with it. */
public final class DayFigures {
    private final Ledger ledger;
    private final Chain chain;

    /** Of a chain's trades in all books of a ledger. */
    public DayFigures(Ledger ledger, Chain chain) {
        this.ledger = ledger;
        this.chain = chain;
    }

    /** What exits of the same books are held to. */
    Exits exits() {
        return new Exits(ledger);
    }

    /**
     * Figures of a day until now.
     *
     * @param tradedUsd the value of all that was bought and sold
     * @param lostUsd what sales realised below their cost, and what failed attempts cost; negative where there is a gain
     */
    public record Today(BigDecimal tradedUsd, BigDecimal lostUsd) {
        private static final Today NOTHING = new Today(BigDecimal.ZERO, BigDecimal.ZERO);

        private Today plus(BigDecimal traded, BigDecimal lost) {
            return new Today(tradedUsd.add(traded), lostUsd.add(lost));
        }
    }

    /** Those of the day that an instant lies in. */
    public Today at(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Today today = Today.NOTHING;
        for (Portfolio book : ledger.books()) {
            List<Trade> trades = book.trades();
            // The newest are last, and a day's are few.
            for (int row = trades.size() - 1; row >= 0 && !isBefore(trades.get(row), day); row--) {
                today = with(today, trades.get(row), day);
            }
        }
        return today;
    }

    /** A trade that was planned a day before may have ended today. */
    private static boolean isBefore(Trade trade, LocalDate day) {
        return LocalDate.ofInstant(trade.plannedAt(), ZoneOffset.UTC).isBefore(day.minusDays(1));
    }

    private Today with(Today today, Trade trade, LocalDate day) {
        Optional<Trade.End> end = trade.end()
                .filter(how -> LocalDate.ofInstant(how.at(), ZoneOffset.UTC).equals(day));
        if (end.isEmpty() || !trade.plan().intent().pair().chain().equals(chain)) {
            return today;
        }
        return switch (end.get()) {
            case Trade.Filled filled ->
                today.plus(filled.fill().value(), filled.realised().negate());
            case Trade.Failed failed -> today.plus(BigDecimal.ZERO, failed.gas());
        };
    }
}
