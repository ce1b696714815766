package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.state.event.Event;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;

/**
 * Cuts off, or replaces, all candles that had not closed at an instant: every decision made by then, and all that came
 * before it, stays the same.
 */
final class NoLookAheadTest {
    private static final int HOURS = 24 * 7 * 6;

    @SeededTest
    void what_happens_up_to_an_instant_does_not_depend_on_what_comes_after(long seed) {
        RandomMarkets market = RandomMarkets.seeded(seed).hours(HOURS);
        Map<Runs.Kind, List<Event>> whole = everyKind(seed, market);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 3; i++) {
            Instant now = RandomMarkets.START.plus(Duration.ofHours(random.nextInt(24, HOURS)));
            Map<Runs.Kind, List<Event>> cut = everyKind(seed, market.cutAt(now));
            Map<Runs.Kind, List<Event>> other = everyKind(seed, market.otherwiseAfter(now));
            whole.forEach((kind, events) -> {
                List<Event> known = upTo(now, events);
                assertTrue(known.size() > 1, kind + " did nothing before " + now);
                Runs.assertSame(known, upTo(now, cut.get(kind)), kind + " without what came after " + now);
                Runs.assertSame(known, upTo(now, other.get(kind)), kind + " with another future from " + now);
            });
        }
    }

    private static Map<Runs.Kind, List<Event>> everyKind(long seed, RandomMarkets market) {
        MarketDataSet data = market.dataSet();
        Map<Runs.Kind, List<Event>> events = new EnumMap<>(Runs.Kind.class);
        for (Runs.Kind kind : Runs.Kind.values()) {
            events.put(kind, Runs.events(kind.on(seed, data), market.end()));
        }
        return events;
    }

    /**
     * All up to the last decision made by then, without what the run calls itself. What follows a decision is filled
     * later.
     */
    private static List<Event> upTo(Instant now, List<Event> events) {
        int last = 0;
        for (int i = 0; i < events.size(); i++) {
            boolean decided = events.get(i) instanceof Event.Decided;
            last = decided && !events.get(i).at().isAfter(now) ? i : last;
        }
        return events.subList(1, last + 1);
    }
}
