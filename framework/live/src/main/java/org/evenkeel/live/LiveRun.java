package org.evenkeel.live;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.evenkeel.api.Settings;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateStore;

/**
 * A strategy that is run as time goes by. It begins a state or goes on with the one that is there, after a stop, a kill or
 * a power cut alike: what was sent is asked after, what was decided and not sent is done if that is not too late.
 *
 * <pre>{@code
 * WallClock clock = new WallClock();            // clock.stop() ends the run, from any thread
 * LiveRun run = new LiveRun(setup, world, LiveTerms.DEFAULTS, event -> log(event));
 * run.run();
 * }</pre>
 *
 * <p>Runs share nothing: several can go on in one process, each with a folder and a wallet of its own.
 */
public final class LiveRun {
    private final Setup setup;
    private final World world;
    private final LiveTerms terms;
    private final Consumer<LiveEvent> listener;

    /**
     * What is run, and where its state is.
     *
     * @param engine the strategy, how it is run and what it trades
     * @param info what its ledger is the ledger of
     * @param folder where its state is kept
     */
    public record Setup(CycleEngine.Setup engine, RunInfo info, Path folder) {
        Settings settings() {
            return engine.settings();
        }
    }

    /**
     * A run that has not begun.
     *
     * @param listener hears of what happens, on the run's own thread; what it throws ends the run
     */
    public LiveRun(Setup setup, World world, LiveTerms terms, Consumer<LiveEvent> listener) {
        this.setup = setup;
        this.world = world;
        this.terms = terms;
        this.listener = listener;
    }

    /**
     * Runs until the time is over. The first decision is made at the first tick after a new state began.
     *
     * @throws StateException when the state cannot be opened or written: then nothing is sent any more
     * @throws WalletException when books and wallet differ, or the wallet cannot be traded with
     * @throws StrategyException when the strategy fails
     */
    public void run() {
        run(false);
    }

    /**
     * Does what is due, one look at the triggers included, and ends.
     *
     * @throws Unavailable when a part of the world could not be reached for as long as a decision may be late
     * @throws StateException when the state cannot be opened or written: then nothing is sent any more
     * @throws WalletException when books and wallet differ, or the wallet cannot be traded with
     * @throws StrategyException when the strategy fails
     */
    public void once() {
        run(true);
    }

    /**
     * Decides once, now, whatever the cycle, and ends. The rest of a cycle that was stopped in its middle, and buys that
     * wait for money, are given up for it.
     *
     * @throws StateException when the state cannot be opened or written: then nothing is sent any more
     * @throws WalletException when books and wallet differ, or the wallet cannot be traded with
     * @throws StrategyException when the strategy fails
     * @throws Unavailable when a part of the world cannot be reached
     */
    public void decideNow() {
        on(LiveLoop::decideNow);
    }

    private void run(boolean once) {
        on(loop -> loop.run(once));
    }

    /** What is done with what is open. */
    private interface Task {
        void run(LiveLoop loop) throws InterruptedException;
    }

    private void on(Task task) {
        try (StateStore store = Beginning.open(setup.folder(), setup.info())) {
            Kept kept = new StoreKept(store);
            LiveLoop loop = begin(store, kept);
            try {
                task.run(loop);
            } catch (InterruptedException | DurableTrading.StoppedBefore stop) {
                loop.keep();
                listener.accept(new LiveEvent.Stopped(world.time().instant(), loop.restUntil()));
            }
            if (!store.ledger().books().isEmpty()) {
                kept.writeSnapshot();
            }
        }
    }

    private LiveLoop begin(StateStore store, Kept kept) {
        Instant now = world.time().instant();
        store.notices().forEach(text -> listener.accept(new LiveEvent.Notice(now, text)));
        boolean isNew = store.ledger().isEmpty();
        Beginning.begin(store.ledger(), setup.info(), now.truncatedTo(ChronoUnit.SECONDS));
        Instant began = isNew ? now.truncatedTo(ChronoUnit.SECONDS) : Beginning.began(store.folder());
        List<String> differences =
                Beginning.differences(setup.folder(), store.ledger().info(), setup.info());
        differences.forEach(text -> listener.accept(new LiveEvent.Notice(now, text)));
        return new LiveLoop(setup, world, terms, new LiveLoop.Record(store.ledger(), kept, began), listener);
    }

    /** The store, as far as the loop needs it. */
    private record StoreKept(StateStore store) implements Kept {
        @Override
        public void commit() {
            store.commit();
        }

        @Override
        public void writeSnapshot() {
            store.writeSnapshot();
        }
    }
}
