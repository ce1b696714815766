package org.evenkeel.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.report.deviation.DeviationInput;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.Numbers;
import org.evenkeel.report.view.Texts;

/**
 * What the sections of a deviation's page show.
 *
 * @param synthetic whether the prices are made up
 * @param title the heading
 * @param period the time compared, as a sentence
 * @param found what was found, as a sentence
 * @param equities what the two came to
 * @param causes the difference by cause
 * @param all the causes together
 * @param trades the trades that made a difference
 * @param valued at what and when both are valued, in sentences
 * @param unpriced of which trades no price is recorded; empty text where each has one
 * @param noYear why no figure of a year is given; empty text where they are
 * @param waterfall the steps from the backtest to the run, for a chart; empty where there is none
 */
record DeviationSections(
        boolean synthetic,
        String title,
        String period,
        String found,
        List<Tile> equities,
        List<Row> causes,
        Row all,
        List<TradeRow> trades,
        String valued,
        String unpriced,
        String noYear,
        Optional<Island> waterfall) {
    /** What is less than half a cent is no step. */
    private static final double LEAST = 0.005;

    private static final int DIGITS = 12;

    /** A named figure, and what it should be seen with. */
    record Tile(String name, String text, String note) {}

    /** A cause as texts. */
    record Row(String label, String words, String usd, String ofTraded, String perYear) {}

    /** A trade as texts. */
    record TradeRow(
            String tick,
            String at,
            String pair,
            String side,
            String traded,
            String late,
            String usd,
            String ofTraded,
            String mostly) {}

    static DeviationSections of(DeviationInput input) {
        DeviationInput.Subject subject = input.subject();
        String strategy = Texts.label(subject.strategy());
        return new DeviationSections(
                subject.synthetic(),
                strategy + " against its backtest",
                "From " + Numbers.minute(subject.from()) + " to " + Numbers.minute(subject.to()) + " UTC, on "
                        + Texts.label(subject.data()) + ".",
                found(input),
                tiles(input),
                input.causes().stream().map(DeviationSections::row).toList(),
                row(input.all()),
                input.trades().stream().map(DeviationSections::trade).toList(),
                Texts.text(input.basis().valued()),
                input.basis().unpriced().map(Texts::text).orElse(""),
                input.basis().noYear().map(Texts::text).orElse(""),
                waterfall(input));
    }

    private static String found(DeviationInput input) {
        double difference = input.equities().difference();
        if (difference == 0) {
            return "The run came to what its backtest comes to.";
        }
        String most = input.causes().stream()
                .reduce((a, b) -> Math.abs(b.usd()) > Math.abs(a.usd()) ? b : a)
                .map(cause -> " The largest part is " + Texts.label(cause.label()) + ": " + Numbers.gain(cause.usd())
                        + " USD.")
                .orElse("");
        return "The run came to " + Numbers.money(Math.abs(difference)) + " USD " + (difference < 0 ? "less" : "more")
                + " than its backtest." + most;
    }

    private static List<Tile> tiles(DeviationInput input) {
        DeviationInput.Equities equities = input.equities();
        return List.of(
                new Tile("Backtest", Numbers.money(equities.backtest()), "USD at the end"),
                new Tile("Run", Numbers.money(equities.live()), "USD at the end, gas taken off"),
                new Tile("Difference", Numbers.gain(equities.difference()), "USD"),
                new Tile("Traded", Numbers.money(equities.traded()), "USD, by the run"));
    }

    private static Row row(DeviationInput.Cause cause) {
        return new Row(
                Texts.label(cause.label()),
                Texts.text(cause.words()),
                Numbers.gain(cause.usd()),
                points(cause.ofTraded()),
                points(cause.perYear()));
    }

    private static TradeRow trade(DeviationInput.Line line) {
        return new TradeRow(
                Numbers.minute(line.tick()),
                Numbers.second(line.at()),
                Texts.label(line.pair()),
                Texts.label(line.side()),
                Numbers.money(line.traded()),
                Numbers.withMinus(line.late()),
                Numbers.gain(line.usd()),
                points(line.ofTraded()),
                Texts.text(line.mostly()));
    }

    private static String points(OptionalDouble points) {
        return points.isPresent() ? Numbers.oneDecimal(points.getAsDouble()) : Numbers.NONE;
    }

    private static Optional<Island> waterfall(DeviationInput input) {
        List<Object> labels = new ArrayList<>();
        List<DeviationInput.Cause> steps = input.causes().stream()
                .filter(cause -> Math.abs(cause.usd()) >= LEAST)
                .toList();
        steps.forEach(cause -> labels.add(Texts.label(cause.label())));
        double[] amounts = steps.stream().mapToDouble(DeviationInput.Cause::usd).toArray();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Island("waterfall")
                        .with("labels", labels)
                        .with("amounts", new Island.Column(amounts, DIGITS))
                        .with("all", new Island.Column(new double[] {input.all().usd()}, DIGITS)));
    }
}
