package org.evenkeel.report.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.EquityCurve;

/**
 * The equity against the benchmarks, and the drawdown beneath.
 *
 * @param benchmarks the names of the benchmarks
 * @param island the columns
 * @param description the chart in a sentence, for those who do not see it
 * @param single what there is to say where there is no curve yet; empty text where there is one
 * @param between how deep it fell between decisions, in a sentence; empty where that is not known
 */
public record EquityView(List<String> benchmarks, Island island, String description, String single, String between) {
    /** The most points that a chart of the page draws for a line. */
    static final int MOST_POINTS = 2_000;

    /** The equity of a run. */
    public static EquityView of(Run run) {
        double[] equity = run.curve().equity();
        double[] drawdown = Curves.drawdown(run.curve());
        // Extremes of the equity without its flows are the peaks and troughs of the drawdown too.
        Thinning thinning = Thinning.of(run.curve().growth(), MOST_POINTS);
        List<Object> lines = new ArrayList<>();
        for (Benchmarks.Line line : run.benchmarks().lines()) {
            lines.add(Island.part()
                    .with("name", line.name())
                    .with("values", new Island.Column(thinning.of(line.values()), 7)));
        }
        Island island = new Island("equity")
                .with("times", thinning.of(run.curve().times()))
                .with("equity", new Island.Column(thinning.of(equity), 8))
                .with("drawdown", new Island.Column(thinning.of(drawdown), 4))
                .with("benchmarks", lines);
        Optional<EquityCurve> fine = FineEquity.of(run);
        fine.ifPresent(
                curve -> island.with("fineTimes", curve.times()).with("fine", new Island.Column(curve.equity(), 6)));
        List<String> names =
                run.benchmarks().lines().stream().map(Benchmarks.Line::name).toList();
        return new EquityView(
                names,
                island,
                description(run),
                single(run),
                fine.map(FineEquity::sentence).orElse(""));
    }

    private static String single(Run run) {
        if (!run.isSingle()) {
            return "";
        }
        EquityCurve curve = run.curve();
        String before = "One decision so far: no curve yet. The book was worth " + Numbers.money(curve.equity()[0])
                + " USD before its trades";
        return curve.size() < 2
                ? before + "."
                : before + ", and " + Numbers.money(curve.equity()[1]) + " USD after the last that happened, at "
                        + Numbers.second(Instant.ofEpochMilli(run.end())) + ".";
    }

    private static String description(Run run) {
        double[] equity = run.curve().equity();
        return "Equity from " + Numbers.money(equity[0]) + " USD to " + Numbers.money(equity[equity.length - 1])
                + " USD over " + equity.length + " points, with its drawdown beneath.";
    }
}
