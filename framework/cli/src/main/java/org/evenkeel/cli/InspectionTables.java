package org.evenkeel.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
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
        String parameters = ledger.info().parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("  "));
        String data = ledger.info().data().name() + (ledger.info().data().synthetic() ? ", synthetic prices" : "");
        return ledger.info().strategy() + " on " + data + "\n" + parameters + "\n" + ledger.sequence() + " events";
    }

    /** The reserves and the positions of every book. */
    String holdings() {
        StringBuilder text = new StringBuilder();
        for (Portfolio book : ledger.books()) {
            text.append("Book ").append(book.book()).append(equity(book)).append('\n');
            Tables reserves = new Tables().text("Reserve").text("Chain").number("Amount");
            book.reserves()
                    .forEach((token, amount) ->
                            reserves.row(token.symbol(), token.chain().name(), Money.quantity(amount)));
            text.append(reserves).append('\n');
        }
        return text.append(positions()).toString();
    }

    private static String equity(Portfolio book) {
        EquityCurve curve = book.equityCurve();
        int last = curve.size() - 1;
        return last < 0 ? "" : ": " + Money.usd(curve.equity()[last]) + " USD as of " + curve.time(last);
    }

    private String positions() {
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
        for (Inspection.PositionLine line : inspection.positions()) {
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
        return table.isEmpty() ? "No position was ever opened." : table.toString();
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

    /** Every cycle in short. */
    String cycles() {
        Tables table = new Tables()
                .number("No.")
                .text("At")
                .number("Equity")
                .number("Cash")
                .number("Wanted")
                .text("How the signals ended");
        for (Inspection.CycleLine line : inspection.cycles()) {
            Cycle cycle = line.cycle();
            table.row(
                    Integer.toString(cycle.number()),
                    cycle.at().toString(),
                    Money.usd(cycle.inputs().equity()),
                    Money.usd(cycle.inputs().cash()),
                    Integer.toString(cycle.decision().intents().size()),
                    counts(line.outcomes()));
        }
        return table.isEmpty() ? "No cycle was run." : table.toString();
    }

    private static String counts(Map<Outcome, Integer> outcomes) {
        return outcomes.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** One cycle, signal by signal. */
    String cycle(int number) {
        Inspection.CycleLine found = inspection.cycles().stream()
                .filter(line -> line.cycle().number() == number)
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no cycle " + number + ": the run has "
                        + inspection.cycles().size() + "."));
        Tables table = new Tables()
                .text("Pair")
                .number("Signal")
                .number("Rank")
                .number("Weight")
                .number("Old")
                .number("Target")
                .number("Held")
                .text("Outcome")
                .text("Explanation");
        found.cycle().result().outcomes().stream()
                .sorted(Comparator.comparingDouble(outcome -> -outcome.signal().orElse(Double.NEGATIVE_INFINITY)))
                .forEach(outcome -> row(table, outcome));
        return "Cycle " + number + " at " + found.cycle().at() + "\n" + table;
    }

    private static String signal(SignalOutcome outcome) {
        return outcome.signal().isPresent()
                ? Money.percent(outcome.signal().getAsDouble())
                : outcome.isOrder() ? "ordered" : "none";
    }

    private static void row(Tables table, SignalOutcome outcome) {
        table.row(
                outcome.pair().symbol(),
                signal(outcome),
                outcome.weighing().rank() == 0
                        ? ""
                        : Integer.toString(outcome.weighing().rank()),
                Money.percent(outcome.weighing().weight()),
                Money.percent(outcome.weighing().old()),
                Money.usd(outcome.adjustment().target()),
                Money.usd(outcome.adjustment().held()),
                outcome.outcome().words(),
                outcome.explain());
    }
}
