package org.evenkeel.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A cycle's events folded and appended to the journal; the mean over the 117 cycles of a run. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class JournalAppend {
    /** A run's events, and an empty store for each time that they are appended. */
    public abstract static class EmptyStore {
        private final List<List<Event>> weeks = RecordedRun.weeks();
        private final Durability durability;
        private Path folder = Scratch.folder();
        private StateStore store;

        EmptyStore(Durability durability) {
            this.durability = durability;
            this.store = StateStore.create(folder, durability);
            long trades = weeks.stream()
                    .flatMap(List::stream)
                    .filter(Event.TradeFilled.class::isInstance)
                    .count();
            Trial.require(trades >= 600, trades + " trades in the journal");
        }

        /** Begins anew. */
        @Setup(Level.Invocation)
        public void begin() {
            end();
            folder = Scratch.folder();
            store = StateStore.create(folder, durability);
        }

        /** Removes what was written. */
        @TearDown
        public void end() {
            store.close();
            Scratch.delete(folder);
        }

        void append() {
            for (List<Event> week : weeks) {
                week.forEach(store.ledger()::apply);
                store.commit();
            }
        }
    }

    /** A store as a backtest has it. */
    @State(Scope.Thread)
    public static class FastStore extends EmptyStore {
        /** Opens it. */
        public FastStore() {
            super(Durability.FAST);
        }
    }

    /** A store as a live run has it. */
    @State(Scope.Thread)
    public static class DurableStore extends EmptyStore {
        /** Opens it. */
        public DurableStore() {
            super(Durability.DURABLE);
        }
    }

    /** The operating system has it. */
    @Benchmark
    @OperationsPerInvocation(Sample.WEEKS)
    public void cycle(FastStore state) {
        state.append();
    }

    /** It is flushed to the disk. */
    @Benchmark
    @OperationsPerInvocation(Sample.WEEKS)
    public void cycleDurably(DurableStore state) {
        state.append();
    }
}
