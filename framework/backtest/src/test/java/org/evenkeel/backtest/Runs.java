package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.strategies.BuyAndHold;
import org.evenkeel.strategies.DollarCostAveraging;
import org.evenkeel.strategies.EqualWeightRebalance;
import org.evenkeel.strategies.WeeklyMomentum;
import org.evenkeel.testkit.RandomMarkets;

/** Whole runs on made-up markets. */
final class Runs {
    /** Strategies that are made of a seed, of which only the random one has a use for it. */
    enum Kind {
        MOMENTUM(seed -> WeeklyMomentum::new),
        BUY_AND_HOLD(seed -> BuyAndHold::new),
        EQUAL_WEIGHT(seed -> EqualWeightRebalance::new),
        COST_AVERAGING(seed -> DollarCostAveraging::new),
        RANDOM(seed -> set -> new RandomStrategy(seed));

        private final Function<Long, Function<Parameters, Strategy>> factory;

        Kind(Function<Long, Function<Parameters, Strategy>> factory) {
            this.factory = factory;
        }

        Backtest on(long seed, MarketDataSet data) {
            return Backtest.prepare(factory.apply(seed), Map.of(), data);
        }
    }

    private Runs() {}

    static Backtest.Period from(Instant start, Instant end) {
        return new Backtest.Period(start, end);
    }

    /** Everything that happened from the market's beginning to an instant. */
    static List<Event> events(Backtest backtest, Instant end) {
        List<Event> events = new ArrayList<>();
        run(backtest, end, new Ledger(events::add));
        return events;
    }

    /** Runs on a ledger that has not been opened. */
    static void run(Backtest backtest, Instant end, Ledger ledger) {
        Backtest.Period period = from(RandomMarkets.START, end);
        backtest.open(ledger, backtest.info("random", "nowhere"), period);
        backtest.run(period, ledger, CycleListener.NONE);
    }

    /** Names the first event that differs. */
    static void assertSame(List<Event> expected, List<Event> actual, String what) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(expected.get(i), actual.get(i), what + ", event " + i);
        }
        assertEquals(expected.size(), actual.size(), what + ", number of events");
    }
}
