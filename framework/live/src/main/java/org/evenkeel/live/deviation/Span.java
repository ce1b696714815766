package org.evenkeel.live.deviation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.Schedule;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.DataException;

/** From when to when a run and its backtest are compared. */
final class Span {
    private Span() {}

    static Backtest.Period of(RecordedRun live, Backtest backtest, Optional<Instant> wanted) {
        Schedule schedule = backtest.settings().schedule();
        Instant decided = live.firstDecision()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The run has made no decision yet: there is nothing to compare. Wait for its first cycle."));
        Instant from = Matching.tickOf(schedule, decided);
        Backtest.Period data = backtest.dataPeriod();
        Instant end = wanted.orElseGet(() -> earlier(ownEnd(live, schedule), data.to()));
        if (end.isAfter(data.to())) {
            throw new DataException("The data ends at " + data.to() + ", before " + end
                    + ": collect what is missing, or choose an earlier end.");
        }
        if (!end.isAfter(from)) {
            throw new DataException("The comparison would end at " + end + ", and the run first decided at " + from
                    + ": collect the candles since then, or choose a later end.");
        }
        return new Backtest.Period(from, end);
    }

    /** A run that was ended was valued then; another one is held to live until its next tick. */
    private static Instant ownEnd(RecordedRun live, Schedule schedule) {
        List<Instant> decisions = live.decisions();
        return live.valuedAtEnd()
                .orElseGet(() -> Matching.tickOf(schedule, decisions.getLast())
                        .plus(schedule.cycle().duration()));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
