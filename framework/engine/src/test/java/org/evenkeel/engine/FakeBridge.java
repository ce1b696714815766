package org.evenkeel.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.evenkeel.state.model.Transfer;

/** A bridge that costs nothing and takes no time, unless a test says what becomes of a transfer. */
final class FakeBridge implements FreeBridge {
    private final Deque<Whereabouts> answers = new ArrayDeque<>();
    private final List<Transfer> started = new ArrayList<>();
    private Runnable beforeStart = () -> {};

    /** What is answered next; the last answer is that it has arrived. */
    FakeBridge answers(Whereabouts... next) {
        answers.addAll(List.of(next));
        return this;
    }

    /** Is done when a transfer is to start, before it does. */
    FakeBridge beforeStart(Runnable action) {
        beforeStart = action;
        return this;
    }

    /** What was sent on its way. */
    List<Transfer> started() {
        return started;
    }

    @Override
    public void start(Transfer transfer, Instant at) {
        beforeStart.run();
        started.add(transfer);
    }

    @Override
    public Whereabouts whereabouts(Transfer transfer, Instant at) {
        return answers.isEmpty() ? new Arrived(transfer.amounts().received()) : answers.remove();
    }
}
