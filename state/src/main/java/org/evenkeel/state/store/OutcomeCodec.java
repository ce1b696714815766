package org.evenkeel.state.store;

import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;

/** What became of each signal, with the numbers of every step. */
final class OutcomeCodec {
    private static final String SIGNALS = "signals";

    private OutcomeCodec() {}

    /** Signals of which nothing has become yet; no field where there are none. */
    static void writeSignals(JsonOut out, List<SignalOutcome> signals) {
        if (!signals.isEmpty()) {
            write(out, SIGNALS, signals);
        }
    }

    static List<SignalOutcome> readSignals(JsonIn in) {
        return in.has(SIGNALS) ? in.list(SIGNALS, OutcomeCodec::read) : List.of();
    }

    static void write(JsonOut out, List<SignalOutcome> outcomes) {
        write(out, "outcomes", outcomes);
    }

    private static void write(JsonOut out, String name, List<SignalOutcome> outcomes) {
        out.arrayOfLines(name);
        for (SignalOutcome outcome : outcomes) {
            write(out, outcome);
        }
        out.end();
    }

    private static void write(JsonOut out, SignalOutcome outcome) {
        out.object().pair("pair", outcome.pair()).real("signal", outcome.signal());
        write(out, outcome.weighing());
        write(out, outcome.adjustment());
        out.word("outcome", outcome.outcome().name())
                .real("bound", outcome.bound())
                .end();
    }

    static SignalOutcome read(JsonIn in) {
        in.object();
        TradingPair pair = in.pair("pair");
        OptionalDouble signal = in.optionalReal("signal");
        SignalOutcome.Weighing weighing = readWeighing(in);
        SignalOutcome.Adjustment adjustment = readAdjustment(in);
        Outcome outcome = in.word("outcome", Outcome.class);
        double bound = in.real("bound");
        in.endObject();
        return new SignalOutcome(pair, signal, weighing, adjustment, outcome, bound);
    }

    private static void write(JsonOut out, SignalOutcome.Weighing weighing) {
        // Most signals are not selected: zeros would be half of the file.
        if (weighing.equals(SignalOutcome.Weighing.NONE)) {
            out.nothing("weighing");
            return;
        }
        out.object("weighing")
                .number("rank", weighing.rank())
                .real("raw", weighing.raw())
                .real("weight", weighing.weight())
                .real("old", weighing.old())
                .end();
    }

    private static SignalOutcome.Weighing readWeighing(JsonIn in) {
        if (in.isNull("weighing")) {
            return SignalOutcome.Weighing.NONE;
        }
        in.object();
        SignalOutcome.Weighing weighing =
                new SignalOutcome.Weighing(in.smallNumber("rank"), in.real("raw"), in.real("weight"), in.real("old"));
        in.endObject();
        return weighing;
    }

    private static void write(JsonOut out, SignalOutcome.Adjustment adjustment) {
        if (adjustment.equals(SignalOutcome.Adjustment.NONE)) {
            out.nothing("adjustment");
            return;
        }
        out.object("adjustment")
                .real("target", adjustment.target())
                .real("held", adjustment.held())
                .end();
    }

    private static SignalOutcome.Adjustment readAdjustment(JsonIn in) {
        if (in.isNull("adjustment")) {
            return SignalOutcome.Adjustment.NONE;
        }
        in.object();
        SignalOutcome.Adjustment adjustment = new SignalOutcome.Adjustment(in.real("target"), in.real("held"));
        in.endObject();
        return adjustment;
    }
}
