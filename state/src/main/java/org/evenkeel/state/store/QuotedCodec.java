package org.evenkeel.state.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.RoutePart;

/** What decisions were told of prices; no field where the data tells it again, as in a backtest. */
final class QuotedCodec {
    private static final String QUOTED = "quoted";
    private static final String OBSTACLE = "obstacle";
    private static final String ROUTE = "route";

    private QuotedCodec() {}

    static void write(JsonOut out, Optional<Quoted> quoted) {
        if (quoted.isEmpty()) {
            return;
        }
        out.array(QUOTED);
        for (Quoted.Answer answer : quoted.get().answers()) {
            out.object()
                    .word("ask", answer.asked().question().name())
                    .pair("pair", answer.asked().pair())
                    .array("of");
            answer.asked().amounts().forEach(out::realEntry);
            out.end().array("is");
            Arrays.stream(answer.numbers()).forEach(out::realEntry);
            out.end();
            answer.obstacle().ifPresent(obstacle -> out.word(OBSTACLE, obstacle.name()));
            if (!answer.route().isEmpty()) {
                out.array(ROUTE);
                answer.route().forEach(part -> TradeCodec.writeRoutePart(out, part));
                out.end();
            }
            out.end();
        }
        out.end();
    }

    static Optional<Quoted> read(JsonIn in) {
        return in.has(QUOTED) ? Optional.of(new Quoted(in.list(QUOTED, QuotedCodec::readAnswer))) : Optional.empty();
    }

    private static Quoted.Answer readAnswer(JsonIn in) {
        in.object();
        Quoted.Question question = in.word("ask", Quoted.Question.class);
        TradingPair pair = in.pair("pair");
        List<Double> amounts =
                Arrays.stream(Columns.readReals(in, "of")).boxed().toList();
        double[] numbers = Columns.readReals(in, "is");
        Optional<Outcome> obstacle =
                in.has(OBSTACLE) ? Optional.of(in.word(OBSTACLE, Outcome.class)) : Optional.empty();
        List<RoutePart> route = in.has(ROUTE) ? in.list(ROUTE, TradeCodec::readRoutePart) : List.of();
        in.endObject();
        return new Quoted.Answer(new Quoted.Asked(question, pair, amounts), numbers, obstacle, route);
    }
}
