package org.evenkeel.state.store;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.TradeReason;

/** Events, one object each, its type first. */
final class EventCodec {
    private EventCodec() {}

    /** Writes the event's fields into the object that was begun. */
    static void writeFields(JsonOut out, Event event) {
        switch (event) {
            case Event.LedgerOpened opened -> RunCodec.write(begin(out, "ledgerOpened", event), opened.info());
            case Event.RunStarted started ->
                RunCodec.writeTexts(
                        begin(out, "runStarted", event).text("decides", started.decides()),
                        "parameters",
                        started.parameters());
            case Event.CashFlowed flow ->
                begin(out, "cashFlowed", event)
                        .text("book", flow.book())
                        .token("token", flow.token())
                        .decimal("amount", flow.amount());
            case Event.Decided decided -> write(begin(out, "decided", event), decided);
            case Event.TradePlanned planned ->
                TradeCodec.writePlanFields(begin(out, "tradePlanned", event), planned.trade());
            case Event.TradeFilled filled -> {
                TradeCodec.writeFillFields(
                        begin(out, "tradeFilled", event).number("trade", filled.trade()), filled.fill());
                TrailCodec.write(out, filled.trail());
            }
            case Event.TradeFailed failed -> {
                begin(out, "tradeFailed", event)
                        .number("trade", failed.trade())
                        .word("outcome", failed.outcome().name())
                        .decimal("gas", failed.gas());
                TrailCodec.write(out, failed.trail());
            }
            case Event.TradeUnknown unknown -> begin(out, "tradeUnknown", event).number("trade", unknown.trade());
            case Event.TradeUndone undone -> begin(out, "tradeUndone", event).number("trade", undone.trade());
            case Event.TriggerFired fired ->
                begin(out, "triggerFired", event)
                        .number("position", fired.position())
                        .word("reason", fired.reason().name())
                        .real("price", fired.price());
            case Event.WatchChanged changed ->
                PositionCodec.writeWatchFields(
                        begin(out, "watchChanged", event).number("position", changed.position()), changed.watch());
            case Event.TransferStarted started ->
                TransferCodec.writeFields(begin(out, "transferStarted", event), started.transfer());
            case Event.TransferArrived arrived -> {
                begin(out, "transferArrived", event).number("transfer", arrived.transfer());
                arrived.instead().ifPresent(amount -> out.decimal("received", amount));
                TransferCodec.writeGas(out, arrived.gas());
            }
            case Event.TransferReturned returned ->
                TransferCodec.writeGas(
                        begin(out, "transferReturned", event).number("transfer", returned.transfer()), returned.gas());
            case Event.CycleClosed closed -> write(begin(out, "cycleClosed", event), closed);
            case Event.Valued valued ->
                begin(out, "valued", event)
                        .text("book", valued.book())
                        .real("equity", valued.equity())
                        .real("cash", valued.cash());
        }
    }

    private static JsonOut begin(JsonOut out, String type, Event event) {
        return out.word("type", type).instant("at", event.at());
    }

    private static void write(JsonOut out, Event.Decided decided) {
        out.text("book", decided.book()).number("cycle", decided.cycle());
        CycleCodec.writeInputs(out, decided.inputs());
        CycleCodec.writeDecision(out, decided.decision());
        QuotedCodec.write(out, decided.quoted());
        OutcomeCodec.writeSignals(out, decided.signals());
    }

    private static void write(JsonOut out, Event.CycleClosed closed) {
        out.text("book", closed.book()).number("cycle", closed.cycle());
        CycleCodec.writeResult(out, closed.result());
    }

    /** Reads the fields of the object that was begun. */
    static Event readFields(JsonIn in) {
        String type = in.text("type");
        Instant at = in.instant("at");
        return switch (type) {
            case "ledgerOpened" -> new Event.LedgerOpened(at, RunCodec.read(in));
            case "runStarted" -> new Event.RunStarted(at, in.text("decides"), RunCodec.readTexts(in, "parameters"));
            case "cashFlowed" -> new Event.CashFlowed(at, in.text("book"), in.token("token"), in.decimal("amount"));
            case "decided" ->
                new Event.Decided(
                        at,
                        in.text("book"),
                        in.smallNumber("cycle"),
                        CycleCodec.readInputs(in),
                        CycleCodec.readDecision(in),
                        new Event.Knowledge(QuotedCodec.read(in), OutcomeCodec.readSignals(in)));
            case "tradePlanned" -> new Event.TradePlanned(at, TradeCodec.readPlanFields(in));
            case "tradeFilled" ->
                new Event.TradeFilled(at, in.number("trade"), TradeCodec.readFillFields(in), TrailCodec.read(in));
            case "tradeFailed" ->
                new Event.TradeFailed(
                        at,
                        in.number("trade"),
                        in.word("outcome", Outcome.class),
                        in.decimal("gas"),
                        TrailCodec.read(in));
            case "tradeUnknown" -> new Event.TradeUnknown(at, in.number("trade"));
            case "tradeUndone" -> new Event.TradeUndone(at, in.number("trade"));
            case "triggerFired" ->
                new Event.TriggerFired(
                        at, in.number("position"), in.word("reason", TradeReason.class), in.real("price"));
            case "watchChanged" -> new Event.WatchChanged(at, in.number("position"), PositionCodec.readWatchFields(in));
            case "transferStarted" -> new Event.TransferStarted(at, TransferCodec.readFields(in));
            case "transferArrived" ->
                new Event.TransferArrived(
                        at,
                        in.number("transfer"),
                        in.has("received") ? Optional.of(in.decimal("received")) : Optional.empty(),
                        TransferCodec.readGas(in));
            case "transferReturned" -> new Event.TransferReturned(at, in.number("transfer"), TransferCodec.readGas(in));
            case "cycleClosed" ->
                new Event.CycleClosed(at, in.text("book"), in.smallNumber("cycle"), CycleCodec.readResult(in));
            case "valued" -> new Event.Valued(at, in.text("book"), in.real("equity"), in.real("cash"));
            default -> throw new IllegalArgumentException("there is no event '" + type + "'");
        };
    }
}
