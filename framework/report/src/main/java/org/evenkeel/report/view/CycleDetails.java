package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;

/** One cycle for the page's script: its signals with their outcomes, and its trades. */
final class CycleDetails {
    private CycleDetails() {}

    static Island island(Run run, Cycle cycle, List<Trade> trades, int mostSignals) {
        List<SignalOutcome> ordered = cycle.result().outcomes().stream()
                .sorted(Comparator.comparingInt(CycleDetails::order).thenComparingDouble(outcome -> -signal(outcome)))
                .toList();
        List<Object> signals = ordered.stream()
                .limit(mostSignals)
                .map(outcome -> (Object) signal(run, outcome))
                .toList();
        List<Object> executions =
                trades.stream().map(trade -> (Object) trade(run, trade)).toList();
        return Island.part()
                .with("number", cycle.number())
                .with("at", cycle.at().toEpochMilli())
                .with(
                        "money",
                        new Island.Column(
                                new double[] {
                                    cycle.inputs().equity(),
                                    cycle.inputs().cash(),
                                    cycle.result().equity(),
                                    cycle.result().cash()
                                },
                                9))
                .with("signals", signals)
                .with("more", ordered.size() - signals.size())
                .with("trades", executions);
    }

    /** The selected by their rank, then what is held or ordered without being selected, then the rest. */
    private static int order(SignalOutcome outcome) {
        if (outcome.weighing().rank() > 0) {
            return outcome.weighing().rank();
        }
        return outcome.adjustment().held() > 0
                        || outcome.isOrder()
                        || outcome.outcome().isTraded()
                ? Integer.MAX_VALUE - 1
                : Integer.MAX_VALUE;
    }

    private static double signal(SignalOutcome outcome) {
        return outcome.signal().orElse(Double.NEGATIVE_INFINITY);
    }

    private static List<Object> signal(Run run, SignalOutcome outcome) {
        double[] numbers = {
            outcome.signal().orElse(Double.NaN),
            outcome.weighing().raw(),
            outcome.weighing().weight(),
            outcome.weighing().old(),
            outcome.adjustment().target(),
            outcome.adjustment().held(),
            outcome.adjustment().adjust()
        };
        return List.of(
                run.labels().of(outcome.pair()),
                outcome.weighing().rank(),
                new Island.Column(numbers, 6),
                outcome.outcome().words(),
                outcome.explain(),
                outcome.outcome().isTraded(),
                outcome.isOrder());
    }

    private static List<Object> trade(Run run, Trade trade) {
        List<Object> cells = new ArrayList<>();
        cells.add(run.labels().of(trade.plan().intent().pair()));
        cells.add(trade.plan().intent().side().name().toLowerCase(Locale.ROOT));
        cells.add(trade.plan().intent().reason().words());
        cells.add(trade.end().map(end -> end.at()).orElse(trade.plannedAt()).toEpochMilli());
        cells.add(trade.filled().map(CycleDetails::numbers).orElse(new Island.Column(new double[0], 1)));
        cells.add(trade.filled().map(end -> route(run, end.fill())).orElse(""));
        cells.add(status(trade));
        return cells;
    }

    private static Island.Column numbers(Trade.Filled end) {
        Fill fill = end.fill();
        double[] numbers = {
            fill.quantity().doubleValue(),
            fill.value().doubleValue(),
            fill.midPrice(),
            fill.costs().fee().doubleValue(),
            fill.costs().impact().doubleValue(),
            fill.costs().gas().doubleValue(),
            end.realised().doubleValue()
        };
        return new Island.Column(numbers, 7);
    }

    private static String route(Run run, Fill fill) {
        return fill.route().stream().map(part -> part(run, part)).collect(Collectors.joining("; "));
    }

    /** The pools of a path, after its share where there are others. */
    private static String part(Run run, RoutePart part) {
        String pools = part.pools().stream().map(run.labels()::of).collect(Collectors.joining(", then "));
        return part.share() == 1 ? pools : Numbers.percent(part.share()) + " by " + pools;
    }

    private static String status(Trade trade) {
        return trade.end()
                .map(end -> switch (end) {
                    case Trade.Filled filled -> "filled";
                    case Trade.Failed failed ->
                        "not filled: " + failed.outcome().words();
                })
                .orElse(trade.status() == TradeStatus.UNKNOWN ? "outcome unknown" : "open");
    }
}
