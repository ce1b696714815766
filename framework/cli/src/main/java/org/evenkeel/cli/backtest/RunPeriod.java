package org.evenkeel.cli.backtest;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.DataException;

/**
 * The period of a run: what was asked for, as far as the data goes.
 *
 * @param backtest what is to be run
 * @param data what people know its data as
 */
public record RunPeriod(Backtest backtest, String data) {
    /**
     * The period that can be simulated; says so where it is not the one asked for.
     *
     * @param from the start asked for; the data's where left out
     * @param to the end asked for; the data's where left out
     * @throws UsageException when the end does not come after the start
     * @throws DataException when the data has nothing of the period, or no decision lies in it
     */
    public Backtest.Period of(Optional<String> from, Optional<String> to) {
        Optional<Instant> start = from.map(text -> Dates.parse("--from", text));
        Optional<Instant> end = to.map(text -> Dates.parse("--to", text));
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            throw new UsageException(
                    "The period from " + start.get() + " to " + end.get() + " is empty: --to must come after --from.");
        }
        Backtest.Period covered = backtest.dataPeriod();
        Backtest.Period asked = within(covered, start.orElse(covered.from()), end.orElse(covered.to()));
        backtest.requireDecisions(asked);
        return asked;
    }

    private Backtest.Period within(Backtest.Period covered, Instant from, Instant to) {
        String range = data + " covers " + covered.from() + " to " + covered.to();
        if (!from.isBefore(covered.to())) {
            throw new DataException("The data ends before --from " + from + ": " + range + ".");
        }
        if (!to.isAfter(covered.from())) {
            throw new DataException("The data begins after --to " + to + ": " + range + ".");
        }
        Instant first = from.isBefore(covered.from()) ? covered.from() : from;
        Instant last = to.isAfter(covered.to()) ? covered.to() : to;
        if (!first.equals(from) || !last.equals(to)) {
            Console.err()
                    .println("Note: the period asked for is " + from + " to " + to + ", but " + range
                            + ". Simulated is " + first + " to " + last + ".");
        }
        return new Backtest.Period(first, last);
    }
}
