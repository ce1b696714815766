package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;

/**
 * A backtest that gets the money that another run got, when it got it. What is to be taken out and is not there waits for
 * the next decision.
 */
final class Rerun {
    private final Backtest backtest;
    private final Backtest.Period period;
    private final Ledger ledger = new Ledger();
    private List<RecordedRun.Flow> waiting;

    private Rerun(Backtest backtest, Backtest.Period period, List<RecordedRun.Flow> flows) {
        this.backtest = backtest;
        this.period = period;
        this.waiting = flows;
    }

    static Ledger of(Backtest backtest, Backtest.Period period, List<RecordedRun.Flow> flows) {
        return new Rerun(backtest, period, flows).run();
    }

    private Ledger run() {
        backtest.open(ledger, backtest.info("", ""), period);
        book(period.from());
        backtest.run(period, ledger, (tick, until) -> book(until));
        return ledger;
    }

    /** Books what a decision at the tick knows of; at the end all there is. */
    private void book(Instant tick) {
        List<RecordedRun.Flow> later = new ArrayList<>();
        for (RecordedRun.Flow flow : waiting) {
            if (!tick.isBefore(period.to()) || flow.isKnownAt(tick)) {
                BigDecimal left = booked(flow.event());
                if (left.signum() != 0) {
                    Event.CashFlowed rest = new Event.CashFlowed(
                            flow.event().at(), flow.event().book(), flow.event().token(), left);
                    later.add(new RecordedRun.Flow(rest, flow.known()));
                }
            } else {
                later.add(flow);
            }
        }
        waiting = later;
    }

    /** Books a flow as far as there is money; what is left of it. */
    private BigDecimal booked(Event.CashFlowed flow) {
        BigDecimal possible = flow.amount();
        if (possible.signum() < 0) {
            possible =
                    possible.max(ledger.book(flow.book()).reserve(flow.token()).negate());
        }
        if (possible.signum() != 0) {
            ledger.apply(new Event.CashFlowed(flow.at(), flow.book(), flow.token(), possible));
        }
        return flow.amount().subtract(possible);
    }
}
