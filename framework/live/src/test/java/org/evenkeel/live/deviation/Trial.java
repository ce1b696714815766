package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.Schedule;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Ports;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.Token;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** A backtest that reality disturbs: its events are those of a live run. */
final class Trial {
    private final Backtest backtest;
    private final Backtest.Period period;
    private final List<Event> events = new ArrayList<>();
    private final Ledger ledger = new Ledger(events::add);
    private boolean gasFromOutside;
    private BigDecimal transferGas = BigDecimal.ZERO;
    private Instant asleep = Instant.MIN;
    private CycleListener listener = CycleListener.NONE;

    Trial(Backtest backtest, Backtest.Period period) {
        this.backtest = backtest;
        this.period = period;
    }

    /** Gas is paid with a coin that the book does not hold. */
    Trial payingGasFromOutside() {
        gasFromOutside = true;
        return this;
    }

    /** The transactions of each transfer cost so much gas, which is paid with a coin that the book does not hold. */
    Trial payingForTransfers(String usd) {
        transferGas = new BigDecimal(usd);
        return this;
    }

    /** Hears of each cycle; it may book money in and out. */
    Trial hearing(CycleListener heard) {
        listener = heard;
        return this;
    }

    /** No decision is made at an instant. */
    Trial sleepingAt(Instant tick) {
        asleep = tick;
        return this;
    }

    MarketHistory history() {
        return backtest.history();
    }

    Ledger ledger() {
        return ledger;
    }

    Trial run(Disturbance disturbance) {
        Ports simulated = backtest.ports(ledger, period.to());
        Ports real = new Ports(
                simulated.clock(),
                simulated.market(),
                simulated.pricing(),
                new Ports.Trading(
                        disturbed(simulated.trading().execution(), disturbance),
                        simulated.trading().watch()),
                costing(simulated.bridge()));
        backtest.open(ledger, backtest.info("made up", "nowhere"), period);
        cycles(new CycleEngine(
                new CycleEngine.Setup(
                        backtest.strategy(),
                        backtest.settings(),
                        backtest.history().universe()),
                real,
                ledger));
        return this;
    }

    private void cycles(CycleEngine engine) {
        Schedule schedule = backtest.settings().schedule();
        try {
            Optional<Instant> tick = schedule.first(period.from(), period.to());
            while (tick.isPresent()) {
                Instant at = tick.get();
                tick = schedule.next(at, period.to());
                if (!at.equals(asleep)) {
                    engine.cycle(at);
                }
                engine.watch(at, tick.orElse(period.to()));
                listener.cycleDone(at, tick.orElse(period.to()));
            }
        } catch (InterruptedException e) {
            throw new AssertionError("a simulation waited", e);
        }
        engine.value(period.to());
    }

    private Bridge costing(Bridge simulated) {
        return new Bridge() {
            @Override
            public BigDecimal toSend(Token from, Token to, BigDecimal received) {
                return simulated.toSend(from, to, received);
            }

            @Override
            public BigDecimal toReceive(Token from, Token to, BigDecimal sent) {
                return simulated.toReceive(from, to, sent);
            }

            @Override
            public Transfer plan(Request request, Instant at) {
                return simulated.plan(request, at);
            }

            @Override
            public void start(Transfer transfer, Instant at) {
                simulated.start(transfer, at);
            }

            @Override
            public Whereabouts whereabouts(Transfer transfer, Instant at) {
                return simulated.whereabouts(transfer, at) instanceof Arrived there
                        ? new Arrived(there.received(), transferGas)
                        : new InFlight();
            }
        };
    }

    private Execution disturbed(Execution simulated, Disturbance disturbance) {
        return new Execution() {
            @Override
            public boolean paysGasItself() {
                return gasFromOutside;
            }

            @Override
            public Ended execute(Order order) {
                return disturbance.of(order, simulated.execute(order));
            }

            @Override
            public List<Ended> settle(List<Trade> open, Instant at) {
                return simulated.settle(open, at);
            }
        };
    }

    List<Event> events() {
        return events;
    }

    RecordedRun recorded() {
        return RecordedRun.of(events);
    }

    Deviation deviation() {
        return Deviation.of(recorded(), backtest, Optional.empty());
    }
}
