package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.replay.LastWorth;
import org.evenkeel.state.store.StateFolder;

/**
 * What only the journal of a run tells that was made as time went by: its state has it no more.
 *
 * @param starts each time that it was begun or went on, as far as that is on record
 * @param undone the trades whose end a chain took back
 * @param worth what the book was worth after the last that happened; empty where that is not told, and its equity curve
 *     ends with its last valuation
 */
public record LiveJournal(List<Event.RunStarted> starts, List<Event.TradeUndone> undone, Optional<LastWorth> worth) {
    /** Of a backtest. */
    public static final LiveJournal EMPTY = new LiveJournal(List.of(), List.of(), Optional.empty());

    /** Keeps copies. */
    public LiveJournal {
        starts = List.copyOf(starts);
        undone = List.copyOf(undone);
    }

    /**
     * The journal in a folder.
     *
     * @throws org.evenkeel.state.store.StateException when there is none, or it is damaged or of a later version
     */
    public static LiveJournal of(StateFolder folder) {
        List<Event.RunStarted> starts = new ArrayList<>();
        List<Event.TradeUndone> undone = new ArrayList<>();
        folder.forEachEvent(event -> {
            switch (event) {
                case Event.RunStarted started -> starts.add(started);
                case Event.TradeUndone taken -> undone.add(taken);
                default -> {}
            }
            return true;
        });
        return new LiveJournal(starts, undone, LastWorth.of(folder));
    }
}
