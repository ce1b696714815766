package org.evenkeel.state.store;

import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;

/** What became of each signal, with the numbers of every step. */
final class OutcomeCodec {
    private OutcomeCodec() {}

    static void write(JsonOut out, List<SignalOutcome> outcomes) {
        out.arrayOfLines("outcomes");
        for (SignalOutcome outcome : outcomes) {
            write(out, outcome);
        }
        out.end();
    }

    private static void write(JsonOut out, SignalOutcome outcome) {
        SignalOutcome.Weighing weighing = outcome.weighing();
        out.object()
                .pair("pair", outcome.pair())
                .real("signal", outcome.signal())
                .number("rank", weighing.rank())
                .real("raw", weighing.raw())
                .real("weight", weighing.weight())
                .real("old", weighing.old())
                .real("target", outcome.adjustment().target())
                .real("held", outcome.adjustment().held())
                .word("outcome", outcome.outcome().name())
                .real("bound", outcome.bound())
                .end();
    }

    static SignalOutcome read(JsonIn in) {
        in.object();
        TradingPair pair = in.pair("pair");
        OptionalDouble signal = in.optionalReal("signal");
        SignalOutcome.Weighing weighing =
                new SignalOutcome.Weighing(in.smallNumber("rank"), in.real("raw"), in.real("weight"), in.real("old"));
        SignalOutcome.Adjustment adjustment = new SignalOutcome.Adjustment(in.real("target"), in.real("held"));
        Outcome outcome = in.word("outcome", Outcome.class);
        double bound = in.real("bound");
        in.endObject();
        return new SignalOutcome(pair, signal, weighing, adjustment, outcome, bound);
    }
}
