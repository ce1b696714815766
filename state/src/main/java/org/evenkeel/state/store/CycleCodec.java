package org.evenkeel.state.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.TradeIntent;
import org.jspecify.annotations.Nullable;

/** Decisions: what was known, what was wanted, and what became of it. */
final class CycleCodec {
    private CycleCodec() {}

    static void write(JsonOut out, Cycle cycle) {
        out.objectOfLines().number("number", cycle.number()).instant("at", cycle.at());
        writeInputs(out, cycle.inputs());
        writeDecision(out, cycle.decision());
        writeResult(out, cycle.result());
        out.end();
    }

    static Cycle read(JsonIn in) {
        in.object();
        int number = in.smallNumber("number");
        Instant at = in.instant("at");
        Cycle.Inputs inputs = readInputs(in);
        Cycle.Decision decision = readDecision(in);
        Cycle.Result result = readResult(in);
        in.endObject();
        return new Cycle(number, at, inputs, decision, result);
    }

    static void writeOpen(JsonOut out, Optional<Cycle.Begun> open) {
        if (open.isEmpty()) {
            out.nothing("openCycle");
            return;
        }
        Cycle.Begun begun = open.get();
        out.objectOfLines("openCycle").number("number", begun.number()).instant("at", begun.at());
        writeInputs(out, begun.inputs());
        writeDecision(out, begun.decision());
        OutcomeCodec.writeSignals(out, begun.signals());
        out.end();
    }

    static Optional<Cycle.Begun> readOpen(JsonIn in) {
        if (in.isNull("openCycle")) {
            return Optional.empty();
        }
        in.object();
        int number = in.smallNumber("number");
        Instant at = in.instant("at");
        Cycle.Inputs inputs = readInputs(in);
        Cycle.Decision decision = readDecision(in);
        Cycle.Begun begun = new Cycle.Begun(number, at, inputs, decision, OutcomeCodec.readSignals(in));
        in.endObject();
        return Optional.of(begun);
    }

    static void writeInputs(JsonOut out, Cycle.Inputs inputs) {
        out.object("inputs").real("equity", inputs.equity()).real("cash", inputs.cash());
        out.array("prices");
        for (int pair = 0; pair < inputs.priceCount(); pair++) {
            out.realEntry(inputs.price(pair));
        }
        out.end().end();
    }

    static Cycle.Inputs readInputs(JsonIn in) {
        in.object("inputs");
        double equity = in.real("equity");
        double cash = in.real("cash");
        double[] prices = Columns.readReals(in, "prices");
        in.endObject();
        return new Cycle.Inputs(equity, cash, prices);
    }

    static void writeDecision(JsonOut out, Cycle.Decision decision) {
        out.objectOfLines("decision").arrayOfLines("intents");
        for (TradeIntent intent : decision.intents()) {
            out.object();
            IntentCodec.writeFields(out, intent);
            out.end();
        }
        out.end();
        out.object("plots");
        decision.notes().plots().forEach(out::realOfAnyName);
        out.end();
        out.array("messages");
        decision.notes().messages().forEach(out::text);
        out.end().end();
    }

    static Cycle.Decision readDecision(JsonIn in) {
        in.object("decision");
        List<TradeIntent> intents = in.list("intents", CycleCodec::readIntent);
        Map<String, Double> plots = readPlots(in);
        List<String> messages = new ArrayList<>();
        in.array("messages");
        while (in.more()) {
            messages.add(in.text());
        }
        in.endObject();
        boolean silent = plots.isEmpty() && messages.isEmpty();
        return new Cycle.Decision(intents, silent ? Cycle.Notes.NONE : new Cycle.Notes(plots, messages));
    }

    private static TradeIntent readIntent(JsonIn in) {
        in.object();
        TradeIntent intent = IntentCodec.readFields(in);
        in.endObject();
        return intent;
    }

    private static Map<String, Double> readPlots(JsonIn in) {
        in.object("plots");
        Map<String, Double> plots = new TreeMap<>();
        for (@Nullable String name = in.nextAnyName(); name != null; name = in.nextAnyName()) {
            if (plots.put(name, in.real()) != null) {
                throw new IllegalArgumentException("the plot '" + name + "' stands twice");
            }
        }
        return plots;
    }

    static void writeResult(JsonOut out, Cycle.Result result) {
        out.objectOfLines("result").real("equity", result.equity()).real("cash", result.cash());
        OutcomeCodec.write(out, result.outcomes());
        out.end();
    }

    static Cycle.Result readResult(JsonIn in) {
        in.object("result");
        double equity = in.real("equity");
        double cash = in.real("cash");
        Cycle.Result result = new Cycle.Result(equity, cash, in.list("outcomes", OutcomeCodec::read));
        in.endObject();
        return result;
    }
}
