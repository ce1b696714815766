package org.evenkeel.report.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.report.view.Fills.Filled;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.replay.LastWorth;

/**
 * One position.
 *
 * @param id its number
 * @param label the pair's name
 * @param opened when it was opened
 * @param closed when it was closed; empty where it is open
 * @param held for how long, in days; up to the end of the run where it is open
 * @param money what went in and came out
 * @param prices what was paid and had for one
 * @param exit why it was closed; empty text where it is open
 */
public record PositionRow(
        long id,
        String label,
        Instant opened,
        Optional<Instant> closed,
        double held,
        Money money,
        Prices prices,
        String exit) {
    /**
     * In USD.
     *
     * @param bought spent on buys, gas in
     * @param profit realised, and for an open position what a sale at its last price would add; NaN where there
     *     is no such price
     * @param costs fees, impact and gas
     */
    public record Money(double bought, double profit, double costs) {}

    /**
     * Mid prices in USD.
     *
     * @param entry averaged over the buys
     * @param exit of the last sale; of an open position what one would bring by its last worth, or where that is not
     *     told the close of the last candle
     */
    public record Prices(double entry, double exit) {}

    static PositionRow of(Run run, Position position) {
        List<Filled> fills = run.fills().ofPosition(position.id());
        Instant until = position.life().closed().orElse(Instant.ofEpochMilli(run.end()));
        double exit = position.isOpen() || fills.isEmpty()
                ? now(run, position)
                : fills.getLast().fill().midPrice();
        Duration held = Duration.between(position.life().opened(), until);
        return new PositionRow(
                position.id(),
                run.labels().of(position.pair()),
                position.life().opened(),
                position.life().closed(),
                held.toMillis() / 86_400_000.0,
                money(position, exit),
                new Prices(position.holding().entryPrice(), exit),
                position.isOpen() || fills.isEmpty()
                        ? ""
                        : fills.getLast().reason().words());
    }

    private static double now(Run run, Position position) {
        Optional<Double> worth = run.journal()
                .worth()
                .map(LastWorth::positions)
                .map(values -> values.get(position.pair()))
                .filter(value -> position.quantity().signum() > 0);
        return worth.map(value -> value / position.quantity().doubleValue())
                .orElseGet(() -> run.prices()
                        .lastPrice(run.curve().size() - 1, run.labels().indexOf(position.pair())));
    }

    private static Money money(Position position, double price) {
        double rest = position.isOpen()
                ? position.quantity().doubleValue() * price
                        - position.holding().cost().doubleValue()
                : 0;
        return new Money(
                position.totals().bought().doubleValue(),
                position.totals().realised().doubleValue() + rest,
                position.totals().costs().total().doubleValue());
    }

    /** Whether it is still held. */
    public boolean isOpen() {
        return closed.isEmpty();
    }

    /** What it brought in USD; see {@link Money#profit}. */
    public double profit() {
        return money.profit();
    }

    /** The profit as a share of what was spent; NaN where nothing was. */
    public double profitShare() {
        return money.bought() > 0 ? money.profit() / money.bought() : Double.NaN;
    }
}
