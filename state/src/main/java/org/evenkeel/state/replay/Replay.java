package org.evenkeel.state.replay;

import java.time.Instant;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateFolder;

/** Time travel: the journal folded again, from its first event on. */
public final class Replay {
    private Replay() {}

    /** Looks at an event before it is folded. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param before the ledger as it was before the event; it changes as soon as this returns
         * @param event what is folded next
         */
        void visit(Ledger before, Event event);
    }

    /**
     * The state as of an instant: all that had happened by then and nothing else, in the middle of a cycle too.
     *
     * @param folder where the run was written
     * @param last the instant
     * @return a ledger of its own: what is folded into it is kept nowhere
     * @throws StateException when there is no journal, or it is damaged or of a later version
     * @throws IllegalArgumentException when the run begins after the instant
     */
    public static Ledger until(StateFolder folder, Instant last) {
        return until(folder, last, (before, event) -> {});
    }

    /** The same, and shows every event that had happened by then. */
    static Ledger until(StateFolder folder, Instant last, Visitor visitor) {
        Ledger ledger = new Ledger();
        folder.forEachEvent(event -> {
            boolean belongs = !event.at().isAfter(last);
            if (belongs) {
                visitor.visit(ledger, event);
                ledger.apply(event);
            } else if (ledger.isEmpty()) {
                throw new IllegalArgumentException("The run in " + folder.folder() + " begins at " + event.at()
                        + ": there is nothing as of " + last + ". Give a later time.");
            }
            return belongs;
        });
        return ledger;
    }

    /**
     * Folds the whole journal and shows every event, with the ledger as it was before. At an
     * {@link org.evenkeel.state.event.Event.Decided} that is what the decision was made from, so that it can be made
     * again.
     *
     * @param folder where the run was written
     * @param visitor looks at each event
     * @return the ledger after the last event
     * @throws StateException when there is no journal, or it is damaged or of a later version
     */
    public static Ledger walk(StateFolder folder, Visitor visitor) {
        Ledger ledger = new Ledger();
        folder.forEachEvent(event -> {
            visitor.visit(ledger, event);
            ledger.apply(event);
            return true;
        });
        return ledger;
    }
}
