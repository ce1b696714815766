package org.evenkeel.cli.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.report.view.LiveWords;
import org.evenkeel.report.view.Numbers;
import org.evenkeel.report.view.PairLabels;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.replay.Inspection;
import org.evenkeel.state.replay.LastWorth;

/** A state as tables for people. */
final class InspectionTables {
    private static final String POOLS =
            "Mid prices are those of the pools just before each trade, in USD, without fees and"
                    + " impact; value is what was paid or came.";
    private static final String CANDLES =
            "Mid prices are those of the candles that each trade was filled on, in USD, without"
                    + " fees and impact; value is what was paid or came.";

    private final Ledger ledger;
    private final Inspection inspection;
    private final Optional<LastWorth> worth;
    private final PairLabels labels;

    /**
     * @param worth what the main book was worth after the last that happened to it; empty where it was never valued
     */
    InspectionTables(Ledger ledger, Optional<LastWorth> worth) {
        this.ledger = ledger;
        this.inspection = Inspection.of(ledger);
        this.worth = worth;
        this.labels = new PairLabels(ledger.info().market().pairs());
    }

    String heading() {
        String data = ledger.info().data().name() + (ledger.info().data().synthetic() ? ", synthetic prices" : "");
        String heading = ledger.info().strategy() + " on " + data + ", " + ledger.sequence() + " events";
        return ledger.info().isLive() ? heading + '\n' + LiveWords.trading(ledger.info()) : heading;
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
            text.append("Book ")
                    .append(book.book())
                    .append(equity(book))
                    .append('\n')
                    .append(atWork(book));
            Tables reserves = new Tables().text("Reserve").text("Chain").number("Amount");
            book.reserves()
                    .forEach((token, amount) ->
                            reserves.row(token.symbol(), token.chain().name(), Money.quantity(amount)));
            text.append(reserves).append('\n');
            if (!book.inFlight().isEmpty()) {
                text.append("On the way between chains:\n")
                        .append(LiveTables.transfers(book))
                        .append('\n');
            }
        }
        return text.append(positions(closed)).toString();
    }

    private String equity(Portfolio book) {
        if (worth.isPresent() && book.book().equals(Ledger.MAIN_BOOK)) {
            LastWorth last = worth.get();
            return ": " + Money.usd(last.equity()) + " USD as of " + Dates.seconds(last.at())
                    + (last.positions().isEmpty() ? "" : ", positions at what a sale would have brought");
        }
        EquityCurve curve = book.equityCurve();
        int last = curve.size() - 1;
        return last < 0 ? "" : ": " + Money.usd(curve.equity()[last]) + " USD as of " + Dates.seconds(curve.time(last));
    }

    /** A cycle that is at work, as far as it is. */
    private static String atWork(Portfolio book) {
        Cycle.Begun cycle = book.openCycle().orElse(null);
        if (cycle == null) {
            return "";
        }
        List<Trade> trades = book.trades().stream()
                .filter(trade -> trade.plan().cycle() == cycle.number())
                .toList();
        long open = trades.stream().filter(trade -> trade.end().isEmpty()).count();
        return "Cycle " + cycle.number() + ", decided at " + Dates.seconds(cycle.at()) + ", is not done yet: of its "
                + Numbers.count(cycle.decision().intents().size(), "trade", "trades") + " "
                + (trades.size() - open) + " ended so far" + (open == 0 ? "" : ", " + open + " at work")
                + ".\n";
    }

    private String positions(boolean closed) {
        Tables table = new Tables()
                .number("No.")
                .text("Pair")
                .text("Opened")
                .text("Closed")
                .number("Quantity")
                .number("Entry, mid price")
                .number("Cost")
                .number("Worth")
                .number("Realised")
                .number("Trades");
        inspection.positions().stream()
                .filter(line -> closed || line.position().isOpen())
                .forEach(line -> row(table, line));
        return (table.isEmpty() ? "No position is open." : table.toString()) + (closed ? "" : closedCount());
    }

    private void row(Tables table, Inspection.PositionLine line) {
        Position position = line.position();
        table.row(
                Long.toString(position.id()),
                labels.of(position.pair()),
                Dates.seconds(position.life().opened()),
                position.life().closed().map(Dates::seconds).orElse("open"),
                Money.quantity(position.quantity()),
                Money.price(position.holding().entryPrice()),
                Money.usd(position.holding().cost()),
                position.isOpen()
                        ? worth.map(LastWorth::positions)
                                .map(values -> values.get(position.pair()))
                                .map(Money::usd)
                                .orElse("")
                        : "",
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

    private String table(List<Inspection.TradeLine> lines) {
        boolean live = ledger.info().isLive();
        Tables table = new Tables()
                .number("No.")
                .text("At")
                .text("Trade")
                .number("Quantity")
                .number("Mid price")
                .number("Value")
                .number("Fee");
        if (live) {
            table.number("Gas");
        }
        table.text("Why");
        for (Inspection.TradeLine line : lines) {
            Trade trade = line.trade();
            String what = trade.plan().intent().side() + " "
                    + labels.of(trade.plan().intent().pair());
            List<String> row = new ArrayList<>(cells(trade));
            row.addFirst(what);
            row.addFirst(Dates.seconds(trade.end().map(Trade.End::at).orElse(trade.plannedAt())));
            row.addFirst(Long.toString(trade.plan().id()));
            if (live) {
                row.add(trade.end().isPresent() ? Money.usd(trade.gas()) : "");
            }
            row.add(line.why());
            table.row(row.toArray(String[]::new));
        }
        return table.isEmpty() ? "No trade was made." : table + "\n" + (live ? POOLS : CANDLES);
    }

    private static List<String> cells(Trade trade) {
        return trade.filled()
                .map(Trade.Filled::fill)
                .map(fill -> List.of(
                        Money.quantity(fill.quantity()),
                        Money.price(fill.midPrice()),
                        Money.usd(fill.value()),
                        Money.usd(fill.costs().fee())))
                .orElse(List.of("", "", "", ""));
    }
}
