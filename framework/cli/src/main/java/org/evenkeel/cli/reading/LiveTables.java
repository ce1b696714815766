package org.evenkeel.cli.reading;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.report.view.LiveWords;
import org.evenkeel.report.view.PairLabels;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Trail;
import org.evenkeel.state.model.Transfer;

/** What a run left on its chains, as tables for people. */
final class LiveTables {
    private static final String BACK = "came back, or never left";

    private LiveTables() {}

    /** Every transaction of every trade. */
    static String transactions(Ledger ledger) {
        Tables table = new Tables()
                .number("No.")
                .text("Trade")
                .text("Chain")
                .text("Step")
                .text("Transaction")
                .number("Gas");
        PairLabels labels = new PairLabels(ledger.info().market().pairs());
        ledger.books().stream()
                .flatMap(book -> book.trades().stream())
                .sorted(Comparator.comparingLong(trade -> trade.plan().id()))
                .forEach(trade ->
                        trade.trail().transactions().forEach(one -> table.row(cells(ledger, labels, trade, one))));
        return table.isEmpty() ? "No transaction of a trade is on record." : table.toString();
    }

    private static String[] cells(Ledger ledger, PairLabels labels, Trade trade, Trail.Transaction transaction) {
        String chain = trade.plan().intent().pair().chain().name();
        return new String[] {
            Long.toString(trade.plan().id()),
            trade.plan().intent().side().name().toLowerCase(Locale.ROOT) + " "
                    + labels.of(trade.plan().intent().pair()),
            chain,
            transaction.step(),
            transaction.hash(),
            LiveWords.coins(ledger.info(), chain, transaction.gas())
        };
    }

    /** Every transfer between chains. */
    static String transfers(Ledger ledger) {
        StringBuilder text = new StringBuilder();
        for (Portfolio book : ledger.books()) {
            SortedMap<Long, Runnable> rows = new TreeMap<>();
            Tables table = table();
            book.transfers().forEach(one -> rows.put(one.id(), () -> row(table, one, "arrived")));
            book.returnedTransfers().forEach(one -> rows.put(one.id(), () -> row(table, one, BACK)));
            book.inFlight().forEach(one -> rows.put(one.id(), () -> row(table, one, onTheWay(one))));
            rows.values().forEach(Runnable::run);
            if (!table.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(table);
            }
        }
        return text.isEmpty() ? "Nothing was moved between chains." : text.toString();
    }

    /** Those of a book that are on the way. */
    static Tables transfers(Portfolio book) {
        Tables table = table();
        book.inFlight().forEach(transfer -> row(table, transfer, onTheWay(transfer)));
        return table;
    }

    private static String onTheWay(Transfer transfer) {
        return "on the way, due " + Dates.seconds(transfer.times().arrives());
    }

    private static Tables table() {
        return new Tables()
                .number("No.")
                .text("From")
                .text("To")
                .text("Left")
                .number("Sent")
                .number("Received")
                .number("Gas")
                .text("What became of it");
    }

    private static void row(Tables table, Transfer transfer, String state) {
        Transfer.Amounts amounts = transfer.amounts();
        BigDecimal received = state.equals(BACK) ? BigDecimal.ZERO : amounts.received();
        table.row(
                Long.toString(transfer.id()),
                transfer.from().symbol() + " on " + transfer.from().chain().name(),
                transfer.to().symbol() + " on " + transfer.to().chain().name(),
                Dates.seconds(transfer.times().started()),
                Money.usd(amounts.sent()),
                Money.usd(received),
                Money.usd(amounts.gas()),
                state);
    }
}
