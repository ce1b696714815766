package org.evenkeel.cli.collect;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.collect.PoolReport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What was collected, for people and for programs. */
final class CollectSummary {
    private CollectSummary() {}

    static Tables table(List<PoolReport> reports) {
        Tables table = new Tables()
                .number("Id")
                .text("Pair")
                .text("Exchange")
                .text("Chain")
                .number("Swaps")
                .number("Left out")
                .number("New candles")
                .text("Complete to");
        for (PoolReport report : reports) {
            TradingPair pair = report.pool().pair();
            table.row(
                    Long.toString(pair.id()),
                    pair.symbol(),
                    pair.exchange().name(),
                    pair.chain().name(),
                    Long.toString(report.swaps()),
                    Long.toString(report.leftOut()),
                    Long.toString(report.candles()),
                    report.reachedTo().map(Dates::words).orElse("not begun"));
        }
        return table;
    }

    /** What a person should know of a pool beside. */
    static Optional<String> note(PoolReport report) {
        if (report.wentBackTo().isPresent()) {
            return Optional.of("Note: the chain had become another one: of "
                    + report.pool().pair() + " all from "
                    + Dates.words(report.wentBackTo().orElseThrow()) + " on was collected anew.");
        }
        return report.leftOut() > 0
                ? Optional.of("Note: swaps of " + report.pool().pair() + " that had no price in dollars were left out ("
                        + report.leftOut() + "): for a day before, nobody had traded in the pool that says what "
                        + report.pool().pair().quote() + " is worth.")
                : Optional.empty();
    }

    static String json(Path out, Interval interval, List<PoolReport> reports) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("out", out.toString());
            json.writeStringProperty("interval", interval.toString());
            json.writeArrayPropertyStart("pools");
            reports.forEach(report -> write(json, report));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, PoolReport report) {
        TradingPair pair = report.pool().pair();
        json.writeStartObject();
        json.writeNumberProperty("pairId", pair.id());
        json.writeStringProperty("pair", pair.symbol());
        json.writeStringProperty("exchange", pair.exchange().name());
        json.writeStringProperty("chain", pair.chain().name());
        json.writeStringProperty("pool", report.pool().address().hex());
        json.writeNumberProperty("swaps", report.swaps());
        json.writeNumberProperty("leftOut", report.leftOut());
        json.writeNumberProperty("candles", report.candles());
        time(json, "completeTo", report.reachedTo());
        time(json, "wentBackTo", report.wentBackTo());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String name, Optional<Instant> time) {
        if (time.isPresent()) {
            json.writeStringProperty(name, time.orElseThrow().toString());
        } else {
            json.writeNullProperty(name);
        }
    }
}
