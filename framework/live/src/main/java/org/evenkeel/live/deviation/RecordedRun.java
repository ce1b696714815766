package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.replay.LastWorth;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateFolder;

/** The events of a run, as its journal has them. */
public final class RecordedRun {
    private final List<Event> events;

    /**
     * Money that came in from outside or went out; not the gas that flows in with a trade or transfer.
     *
     * @param event how much, and when
     * @param known the time of the decision that came next; empty after the last
     */
    record Flow(Event.CashFlowed event, Optional<Instant> known) {
        /** Whether a decision at an instant has, or would have, known of it. */
        boolean isKnownAt(Instant tick) {
            return event.at().isBefore(tick)
                    || known.filter(decision -> !decision.isAfter(tick)).isPresent();
        }
    }

    private RecordedRun(List<Event> events) {
        this.events = List.copyOf(events);
    }

    /** A run of these events, in their order. */
    public static RecordedRun of(List<Event> events) {
        return new RecordedRun(events);
    }

    /**
     * The run in a folder.
     *
     * @throws StateException when there is none, or its journal is damaged or of a later version
     */
    public static RecordedRun of(StateFolder folder) {
        List<Event> events = new ArrayList<>();
        folder.forEachEvent(events::add);
        return new RecordedRun(events);
    }

    /** What the run is the run of. */
    public RunInfo info() {
        return folded(events.subList(0, Math.min(1, events.size()))).info();
    }

    /**
     * The run up to an instant: no decision at or after it, and of each cycle decided before it all trades of that decision.
     */
    RecordedRun until(Instant end) {
        boolean deciding = false;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            boolean decision = event instanceof Event.Decided;
            boolean late = decision ? !event.at().isBefore(end) : event.at().isAfter(end);
            if (late && (decision || !deciding)) {
                return new RecordedRun(events.subList(0, i));
            }
            deciding = decision || deciding && !(event instanceof Event.CycleClosed);
        }
        return this;
    }

    /** Whether a decision was made. */
    public boolean hasDecision() {
        return firstDecision().isPresent();
    }

    /** When the first decision was made; empty where none was. */
    Optional<Instant> firstDecision() {
        return decisions().stream().findFirst();
    }

    /** When each decision was made, in their order. */
    List<Instant> decisions() {
        return events.stream()
                .filter(Event.Decided.class::isInstance)
                .map(Event::at)
                .toList();
    }

    /** When the run was valued last, where that is the last that happened. */
    Optional<Instant> valuedAtEnd() {
        return events.isEmpty() || !(events.getLast() instanceof Event.Valued valued)
                ? Optional.empty()
                : Optional.of(valued.at());
    }

    /** What it was worth after the last that happened to it, by what it was told itself; empty where it was never valued. */
    Optional<LastWorth> worth() {
        return LastWorth.of(events);
    }

    /** A ledger of its own, as the events leave it. */
    Ledger ledger() {
        return folded(events);
    }

    private static Ledger folded(List<Event> events) {
        Ledger ledger = new Ledger();
        events.forEach(ledger::apply);
        return ledger;
    }

    /** What came in from outside and went out, in its order. */
    List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Event.CashFlowed flow && isMain(flow) && !isGas(i)) {
                flows.add(new Flow(flow, nextDecision(i)));
            }
        }
        return flows;
    }

    /** The gas that was paid with a coin that the book does not hold, in money: what came in and is no flow. */
    BigDecimal gasFromOutside() {
        BigDecimal all = ledger().book(Ledger.MAIN_BOOK).netDeposits();
        return all.subtract(
                Decimals.sum(flows().stream().map(flow -> flow.event().amount()).toList()));
    }

    private static boolean isMain(Event.CashFlowed flow) {
        return flow.book().equals(Ledger.MAIN_BOOK);
    }

    /** Gas from outside flows in right before the end of the trade that it was paid for. */
    private boolean isGas(int index) {
        if (index + 1 == events.size()) {
            return false;
        }
        BigDecimal gas = switch (events.get(index + 1)) {
            case Event.TradeFilled filled -> filled.fill().costs().gas();
            case Event.TradeFailed failed -> failed.gas();
            default -> BigDecimal.ZERO;
        };
        return gas.signum() > 0
                && ((Event.CashFlowed) events.get(index)).amount().compareTo(gas) == 0;
    }

    private Optional<Instant> nextDecision(int index) {
        return events.subList(index, events.size()).stream()
                .filter(Event.Decided.class::isInstance)
                .map(Event::at)
                .findFirst();
    }
}
