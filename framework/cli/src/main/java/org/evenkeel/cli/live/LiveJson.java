package org.evenkeel.cli.live;

import java.io.PrintStream;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.bridge.TransferReport;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Tells of a run to a program: one object a line for each thing that happens, with its kind, its time, what people are told
 * and the figures of it. Money is in US dollars and a number; amounts of tokens are exact, and texts.
 */
final class LiveJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;

    LiveJson(PrintStream out) {
        this.out = out;
    }

    /** Something that only has words. */
    void text(String kind, Instant at, String text) {
        write(kind, at, text, json -> {});
    }

    /** Something about a trade that has not ended. */
    void trade(Instant at, TradeNotes.Said said) {
        write(said.kind(), at, said.text(), json -> {
            TradeJson.identity(said.trade(), json);
            said.plan().ifPresent(plan -> TradeJson.plan(said.trade(), plan, json));
        });
    }

    /** Something about a transfer. */
    void transfer(Instant at, TransferReport report) {
        write("transfer", at, report.toString(), json -> {
            transfer(report.transfer(), json);
            json.writeStringProperty("stage", report.stage().words());
        });
    }

    /** Something that happened to the run. */
    void event(LiveEvent event, String text) {
        write(kind(event.getClass()), event.at(), text, json -> figures(event, json));
    }

    /** What a type of event is called. */
    static String kind(Class<?> event) {
        String type = event.getSimpleName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    private static void figures(LiveEvent event, JsonGenerator json) {
        switch (event) {
            case LiveEvent.Started started -> {
                json.writeStringProperty("run", started.run());
                json.writeStringProperty("next", started.next().toString());
                holdings(started.book(), json);
            }
            case LiveEvent.CycleDone done -> {
                json.writeNumberProperty("tookMillis", done.took().toMillis());
                cycle(done.cycle(), done.book(), json);
            }
            case LiveEvent.CycleResumed resumed -> cycle(resumed.cycle(), resumed.book(), json);
            case LiveEvent.TicksMissed missed -> {
                json.writeStringProperty("first", missed.first().toString());
                json.writeStringProperty("last", missed.last().toString());
            }
            case LiveEvent.TradeEnded ended -> ended(ended.trade(), json);
            case LiveEvent.TradeTakenBack back ->
                TradeJson.identity(back.trade().plan(), json);
            case LiveEvent.TransferOverdue overdue -> transfer(overdue.transfer(), json);
            case LiveEvent.TokenFrozen token -> token(token.token(), json);
            case LiveEvent.TokenThawed token -> token(token.token(), json);
            case LiveEvent.Stopped stopped ->
                stopped.restUntil().ifPresent(until -> json.writeStringProperty("restUntil", until.toString()));
            case LiveEvent.NothingDue idle ->
                json.writeStringProperty("next", idle.next().toString());
            case LiveEvent.Notice notice -> {}
            case LiveEvent.OutOfReach away -> {}
        }
    }

    private static void cycle(Cycle cycle, Portfolio book, JsonGenerator json) {
        json.writeNumberProperty("cycle", cycle.number());
        json.writeStringProperty("decidedAt", cycle.at().toString());
        json.writeNumberProperty("equity", cycle.result().equity());
        json.writeNumberProperty("cash", cycle.result().cash());
        json.writeNumberProperty("traded", EventWords.traded(cycle));
        holdings(book, json);
    }

    private static void holdings(Portfolio book, JsonGenerator json) {
        json.writeArrayPropertyStart("reserves");
        book.reserves().forEach((token, amount) -> {
            json.writeStartObject();
            token(token, json);
            json.writeStringProperty("amount", amount.toPlainString());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("positions");
        book.positions().forEach(position -> {
            json.writeStartObject();
            json.writeStringProperty("pair", position.pair().toString());
            json.writeNumberProperty("pairId", position.pair().id());
            json.writeStringProperty("quantity", position.quantity().toPlainString());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void ended(Trade trade, JsonGenerator json) {
        TradeJson.identity(trade.plan(), json);
        switch (trade.end().orElse(null)) {
            case Trade.Filled filled -> {
                json.writeStringProperty("outcome", "filled");
                json.writeStringProperty("quantity", filled.fill().quantity().toPlainString());
                json.writeStringProperty("value", filled.fill().value().toPlainString());
                json.writeStringProperty("reserve", trade.plan().reserve().symbol());
                json.writeNumberProperty("gasUsd", filled.fill().costs().gas());
            }
            case Trade.Failed failed -> {
                json.writeStringProperty("outcome", failed.outcome().words());
                json.writeNumberProperty("gasUsd", failed.gas());
            }
            case null -> json.writeStringProperty("outcome", TradeJson.words(trade.status()));
        }
    }

    private static void transfer(Transfer transfer, JsonGenerator json) {
        json.writeNumberProperty("transfer", transfer.id());
        json.writeStringProperty("token", transfer.from().symbol());
        json.writeStringProperty("from", transfer.from().chain().name());
        json.writeStringProperty("to", transfer.to().chain().name());
        json.writeStringProperty("amount", transfer.amounts().sent().toPlainString());
        json.writeStringProperty("arrives", transfer.times().arrives().toString());
    }

    private static void token(Token token, JsonGenerator json) {
        json.writeStringProperty("token", token.symbol());
        json.writeStringProperty("address", token.address());
        json.writeStringProperty("chain", token.chain().name());
    }

    private void write(String kind, Instant at, String text, Consumer<JsonGenerator> figures) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("kind", kind);
            json.writeStringProperty("at", at.toString());
            json.writeStringProperty("text", text);
            figures.accept(json);
            json.writeEndObject();
        }
        out.println(line);
        out.flush();
    }
}
