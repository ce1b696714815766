package org.evenkeel.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.state.event.Event;

/** The events of runs on the sample market, to be written to state files. */
final class RecordedRun {
    /** Two decisions a day and hardly any minimum: many trades. */
    private static final Map<String, String> RESTLESS =
            Map.of("cycle", "12h", "lookback", "1d", "threshold", "0", "minRebalanceTradeUsd", "1");

    private RecordedRun() {}

    /** A run up to its trade of that number. */
    static List<Event> upToTrade(int count) {
        List<Event> events = new ArrayList<>();
        Trial.run(Sample.market(), RESTLESS, events::add);
        int filled = 0;
        int size = 0;
        while (size < events.size() && filled < count) {
            filled += events.get(size) instanceof Event.TradeFilled ? 1 : 0;
            size++;
        }
        Trial.require(filled == count, filled + " trades");
        return List.copyOf(events.subList(0, size));
    }

    /** The run of weekly decisions, cycle by cycle: each list ends with a decision's close. */
    static List<List<Event>> weeks() {
        List<Event> events = new ArrayList<>();
        Trial.run(Sample.market(), Map.of(), events::add);
        List<List<Event>> weeks = new ArrayList<>();
        List<Event> week = new ArrayList<>();
        for (Event event : events) {
            week.add(event);
            if (event instanceof Event.CycleClosed) {
                weeks.add(List.copyOf(week));
                week.clear();
            }
        }
        Trial.require(weeks.size() == Sample.WEEKS, weeks.size() + " cycles");
        return weeks;
    }
}
