package org.evenkeel.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A state of 5,000 trades: its snapshot written, and read again with its journal verified. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class StateSnapshot {
    private static final int TRADES = 5_000;

    /**
     * An open store of 5,000 trades. Before each snapshot the book is valued once more, or there were nothing to do.
     */
    public abstract static class OpenStore {
        private final Path folder = Scratch.folder();
        private final StateStore store;
        private final Instant start;
        private long valuations;

        OpenStore(Durability durability) {
            List<Event> events = RecordedRun.upToTrade(TRADES);
            store = StateStore.create(folder, durability);
            events.forEach(store.ledger()::apply);
            start = events.getLast().at();
            store.writeSnapshot();
            Portfolio saved = StateFolder.at(folder).load().book(Ledger.MAIN_BOOK);
            Trial.require(Trial.trades(saved) == TRADES, Trial.trades(saved) + " trades in the state");
        }

        /** Values the book, an hour later each time. */
        @Setup(Level.Invocation)
        public void value() {
            valuations++;
            Instant at = start.plusSeconds(3_600 * valuations);
            store.ledger().apply(new Event.Valued(at, Ledger.MAIN_BOOK, 10_000, 2_000));
        }

        void write() {
            store.writeSnapshot();
        }

        /** Removes what was written. */
        @TearDown
        public void end() {
            store.close();
            Scratch.delete(folder);
        }
    }

    /** A store as a backtest has it. */
    @State(Scope.Thread)
    public static class FastStore extends OpenStore {
        /** Opens it. */
        public FastStore() {
            super(Durability.FAST);
        }
    }

    /** A store as a live run has it. */
    @State(Scope.Thread)
    public static class DurableStore extends OpenStore {
        /** Opens it. */
        public DurableStore() {
            super(Durability.DURABLE);
        }
    }

    /** A folder with a state of 5,000 trades. */
    @State(Scope.Thread)
    public static class SavedState {
        private final Path folder = Scratch.folder();

        /** Writes it. */
        public SavedState() {
            try (StateStore store = StateStore.create(folder, Durability.FAST)) {
                RecordedRun.upToTrade(TRADES).forEach(store.ledger()::apply);
                store.writeSnapshot();
            }
        }

        /** Removes it. */
        @TearDown
        public void end() {
            Scratch.delete(folder);
        }
    }

    /** The last event committed and the snapshot replaced; the operating system has both. */
    @Benchmark
    public void write(FastStore state) {
        state.write();
    }

    /** The same, and all of it flushed to the disk. */
    @Benchmark
    public void writeDurably(DurableStore state) {
        state.write();
    }

    /** The snapshot read and restored, the journal's hash chain followed to its end. */
    @Benchmark
    public Ledger read(SavedState state) {
        return StateFolder.at(state.folder).load();
    }
}
