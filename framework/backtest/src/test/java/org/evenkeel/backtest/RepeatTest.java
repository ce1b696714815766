package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.io.TempDir;

/** A run is a function of strategy, parameters, data and period, and can be stopped after any cycle. */
final class RepeatTest {
    private static RandomMarkets market(long seed) {
        return RandomMarkets.seeded(seed).hours(24 * 7 * 3).gaps(seed % 4 * 0.1);
    }

    @SeededTest
    void a_run_repeated_is_the_same_in_every_event(long seed) {
        RandomMarkets market = market(seed);
        MarketDataSet data = market.dataSet();
        for (Runs.Kind kind : Runs.Kind.values()) {
            List<Event> first = Runs.events(kind.on(seed, data), market.end());
            Runs.assertSame(first, Runs.events(kind.on(seed, data), market.end()), kind + " on the same columns");
            Runs.assertSame(first, Runs.events(kind.on(seed, market.dataSet()), market.end()), kind + " on new ones");
        }
    }

    @SeededTest
    void a_run_repeated_writes_the_same_bytes(long seed, @TempDir Path folder) throws IOException {
        RandomMarkets market = market(seed);
        List<byte[]> written = new ArrayList<>();
        for (String name : List.of("one", "other")) {
            Path into = Files.createDirectory(folder.resolve(name));
            try (StateStore store = StateStore.create(into, Durability.FAST)) {
                Runs.run(Runs.Kind.RANDOM.on(seed, market.dataSet()), market.end(), store.ledger());
                store.writeSnapshot();
                written.add(Files.readAllBytes(store.folder().journal()));
                written.add(Files.readAllBytes(store.folder().snapshot()));
            }
        }
        assertArrayEquals(written.get(0), written.get(2), "the journal");
        assertArrayEquals(written.get(1), written.get(3), "the snapshot");
    }

    @SeededTest
    void a_run_that_folds_its_events_anew_before_every_cycle_equals_one_that_does_not(long seed) {
        RandomMarkets market = market(seed);
        Backtest backtest = Runs.Kind.RANDOM.on(seed, market.dataSet());
        Runs.assertSame(
                Runs.events(backtest, market.end()),
                inSteps(backtest, market.end(), new Folded()),
                "stopped after every cycle");
    }

    @SeededTest
    void a_run_that_loads_its_state_from_json_before_every_cycle_equals_one_that_does_not(
            long seed, @TempDir Path folder) {
        RandomMarkets market = RandomMarkets.seeded(seed).hours(24 * 6).gaps(seed % 4 * 0.1);
        Backtest backtest = Runs.Kind.RANDOM.on(seed, market.dataSet());
        Runs.assertSame(
                Runs.events(backtest, market.end()),
                inSteps(backtest, market.end(), new Stored(folder)),
                "stopped after every cycle");
    }

    /** Where a ledger is kept while no cycle is at work. */
    private interface Keeping {
        /** Takes the ledger up, does something with it, and puts it away. */
        void use(Consumer<Ledger> work);

        /** Everything that happened. */
        List<Event> events();
    }

    private record Folded(List<Event> events) implements Keeping {
        Folded() {
            this(new ArrayList<>());
        }

        @Override
        public void use(Consumer<Ledger> work) {
            List<Event> before = List.copyOf(events);
            List<Event> after = new ArrayList<>();
            Ledger ledger = new Ledger(after::add);
            before.forEach(ledger::apply);
            work.accept(ledger);
            events.addAll(after.subList(before.size(), after.size()));
        }
    }

    private record Stored(Path folder) implements Keeping {
        @Override
        public void use(Consumer<Ledger> work) {
            try (StateStore store = Files.exists(folder.resolve("journal.jsonl"))
                    ? StateStore.open(folder, "RandomStrategy", Durability.FAST)
                    : StateStore.create(folder, Durability.FAST)) {
                work.accept(store.ledger());
                store.writeSnapshot();
            }
        }

        @Override
        public List<Event> events() {
            List<Event> events = new ArrayList<>();
            StateFolder.at(folder).forEachEvent(events::add);
            return events;
        }
    }

    private static void watch(CycleEngine engine, Instant from, Instant until) {
        try {
            engine.watch(from, until);
        } catch (InterruptedException stopped) {
            throw new AssertionError("nobody stops a backtest's watch", stopped);
        }
    }

    /** Each cycle by an engine that knows nothing of those before it. */
    private static List<Event> inSteps(Backtest backtest, Instant end, Keeping keeping) {
        keeping.use(ledger ->
                backtest.open(ledger, backtest.info("random", "nowhere"), Runs.from(RandomMarkets.START, end)));
        Optional<Instant> tick = backtest.settings().schedule().first(RandomMarkets.START, end);
        while (tick.isPresent()) {
            Instant at = tick.get();
            tick = backtest.settings().schedule().next(at, end);
            Instant until = tick.orElse(end);
            keeping.use(ledger -> {
                CycleEngine engine = backtest.engine(ledger, end);
                engine.cycle(at);
                watch(engine, at, until);
            });
        }
        keeping.use(ledger -> backtest.engine(ledger, end).value(end));
        return keeping.events();
    }
}
