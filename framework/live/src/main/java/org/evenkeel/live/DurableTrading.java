package org.evenkeel.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Ports;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** Sees to it that what is about to be sent is on the disk before, and that nothing further is sent once the time is over. */
final class DurableTrading {
    private final Kept kept;
    private final Time time;

    DurableTrading(Kept kept, Time time) {
        this.kept = kept;
        this.time = time;
    }

    /** The run is to stop, and this was not sent any more. */
    static final class StoppedBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** These ports, of which nothing is sent that is not on the disk. */
    Ports around(Ports real) {
        Ports.Trading trading = new Ports.Trading(
                new Safe(real.trading().execution()), real.trading().watch());
        return new Ports(real.clock(), real.market(), real.pricing(), trading, new SafeBridge(real.bridge()));
    }

    private void beforeSending() {
        kept.commit();
        if (time.isOver()) {
            throw new StoppedBefore();
        }
    }

    private final class Safe implements Execution {
        private final Execution real;

        Safe(Execution real) {
            this.real = real;
        }

        @Override
        public boolean paysGasItself() {
            return real.paysGasItself();
        }

        @Override
        public Ended execute(Order order) {
            beforeSending();
            return real.execute(order);
        }

        @Override
        public List<Trade> undone(List<Trade> booked) {
            return real.undone(booked);
        }

        @Override
        public List<Ended> settle(List<Trade> open, Instant at) {
            // What is asked after may be sent once more, as after a reorganisation.
            kept.commit();
            return real.settle(open, at);
        }
    }

    private final class SafeBridge implements Bridge {
        private final Bridge real;

        SafeBridge(Bridge real) {
            this.real = real;
        }

        @Override
        public BigDecimal toSend(Token from, Token to, BigDecimal received) {
            return real.toSend(from, to, received);
        }

        @Override
        public BigDecimal toReceive(Token from, Token to, BigDecimal sent) {
            return real.toReceive(from, to, sent);
        }

        @Override
        public Transfer plan(Request request, Instant at) {
            return real.plan(request, at);
        }

        @Override
        public void start(Transfer transfer, Instant at) {
            beforeSending();
            real.start(transfer, at);
        }

        @Override
        public Whereabouts whereabouts(Transfer transfer, Instant at) {
            // What is asked after may be sent once more, as after a reorganisation.
            kept.commit();
            return real.whereabouts(transfer, at);
        }

        @Override
        public boolean hasArrived(Transfer transfer, Instant at) {
            return real.hasArrived(transfer, at);
        }

        @Override
        public Instant lookAgain(Transfer transfer, Instant at) {
            return real.lookAgain(transfer, at);
        }
    }
}
