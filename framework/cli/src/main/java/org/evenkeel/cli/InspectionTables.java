package org.evenkeel.cli;

import java.util.List;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.replay.Inspection;

/** A state as tables for people. */
final class InspectionTables {
    private final Ledger ledger;
    private final Inspection inspection;

    InspectionTables(Ledger ledger, Inspection inspection) {
        this.ledger = ledger;
        this.inspection = inspection;
    }

    String heading() {
        String data = ledger.info().data().name() + (ledger.info().data().synthetic() ? ", synthetic prices" : "");
        return ledger.info().strategy() + " on " + data + ", " + ledger.sequence() + " events";
    }

    /** Every parameter and setting of the run. */
    String parameters() {
        Tables table = new Tables().text("Parameter").text("Value");
        ledger.info().parameters().forEach(table::row);
        return table.toString();
    }

    /**
     * The reserves and the positions of every book.
     *
     * @param closed whether closed positions are listed too
     */
    String holdings(boolean closed) {
        StringBuilder text = new StringBuilder();
        for (Portfolio book : ledger.books()) {
            text.append("Book ").append(book.book()).append(equity(book)).append('\n');
            Tables reserves = new Tables().text("Reserve").text("Chain").number("Amount");
            book.reserves()
                    .forEach((token, amount) ->
                            reserves.row(token.symbol(), token.chain().name(), Money.quantity(amount)));
            text.append(reserves).append('\n');
        }
        return text.append(positions(closed)).toString();
    }

    private static String equity(Portfolio book) {
        EquityCurve curve = book.equityCurve();
        int last = curve.size() - 1;
        return last < 0 ? "" : ": " + Money.usd(curve.equity()[last]) + " USD as of " + curve.time(last);
    }

    private String positions(boolean closed) {
        Tables table = new Tables()
                .number("No.")
                .text("Pair")
                .text("Opened")
                .text("Closed")
                .number("Quantity")
                .number("Entry price")
                .number("Cost")
                .number("Realised")
                .number("Trades");
        inspection.positions().stream()
                .filter(line -> closed || line.position().isOpen())
                .forEach(line -> row(table, line));
        return (table.isEmpty() ? "No position is open." : table.toString()) + (closed ? "" : closedCount());
    }

    private static void row(Tables table, Inspection.PositionLine line) {
        Position position = line.position();
        table.row(
                Long.toString(position.id()),
                position.pair().symbol(),
                position.life().opened().toString(),
                position.life().closed().map(Object::toString).orElse("open"),
                Money.quantity(position.quantity()),
                Money.price(position.holding().entryPrice()),
                Money.usd(position.holding().cost()),
                Money.usd(position.totals().realised()),
                Integer.toString(line.trades().size()));
    }

    private String closedCount() {
        long count = inspection.positions().stream()
                .filter(line -> !line.position().isOpen())
                .count();
        return count == 0 ? "" : "\n" + count + " closed positions: --closed lists them too.";
    }

    /** Every trade and its reason. */
    String trades() {
        return table(inspection.trades());
    }

    /** One position's trades. */
    String position(long number) {
        Inspection.PositionLine line = inspection.positions().stream()
                .filter(candidate -> candidate.position().id() == number)
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no position " + number + ": the run has "
                        + inspection.positions().size() + "."));
        return table(line.trades().stream()
                .map(trade -> inspection.why(trade.plan().id()))
                .toList());
    }

    private static String table(List<Inspection.TradeLine> lines) {
        Tables table = new Tables()
                .number("No.")
                .text("At")
                .text("Trade")
                .number("Quantity")
                .number("Price")
                .number("Value")
                .number("Fee")
                .text("Why");
        for (Inspection.TradeLine line : lines) {
            Trade trade = line.trade();
            String what = trade.plan().intent().side() + " "
                    + trade.plan().intent().pair().symbol();
            String number = Long.toString(trade.plan().id());
            if (trade.filled().isPresent()) {
                Trade.Filled filled = trade.filled().get();
                table.row(
                        number,
                        filled.at().toString(),
                        what,
                        Money.quantity(filled.fill().quantity()),
                        Money.price(filled.fill().midPrice()),
                        Money.usd(filled.fill().value()),
                        Money.usd(filled.fill().costs().fee()),
                        line.why());
            } else {
                table.row(number, trade.plannedAt().toString(), what, "", "", "", "", line.why());
            }
        }
        return table.isEmpty() ? "No trade was made." : table.toString();
    }
}
