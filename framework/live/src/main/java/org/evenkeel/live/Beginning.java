package org.evenkeel.live;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;

/** Opens the state of a live run, or begins it. */
final class Beginning {
    private Beginning() {}

    /**
     * The store of a run: that which the folder holds, or a new one.
     *
     * @throws StateException when it cannot be opened, as when another process has it open
     */
    static StateStore open(Path folder, RunInfo info) {
        return StateFolder.at(folder).holdsState()
                ? StateStore.open(folder, info.strategy(), Durability.DURABLE)
                : StateStore.create(folder, Durability.DURABLE);
    }

    /** When a run that is on the disk began. */
    static Instant began(StateFolder folder) {
        AtomicReference<Instant> began = new AtomicReference<>(Instant.MAX);
        folder.forEachEvent(event -> {
            began.set(event.at());
            return false;
        });
        return began.get();
    }

    /** Begins the ledger, where it is empty. */
    static void begin(Ledger ledger, RunInfo info, Instant now) {
        if (ledger.isEmpty()) {
            ledger.apply(new Event.LedgerOpened(now, info));
        }
    }

    /** What is on record of a start: what decides from now on, and by which parameters where they are others. */
    static Event.RunStarted started(RunInfo recorded, LiveRun.Setup setup, Instant at) {
        SequencedMap<String, String> changed = new LinkedHashMap<>(setup.info().parameters());
        changed.entrySet().removeAll(recorded.parameters().entrySet());
        return new Event.RunStarted(at, setup.engine().strategy().name(), changed);
    }

    /**
     * What differs between the run that is on the disk and the one that is to go on with it.
     *
     * @throws StateException.Conflict when it cannot go on: it is of another strategy or another wallet, or on paper and is
     *     to be executed or the other way round, or it trades in another universe
     */
    static List<String> differences(Path folder, RunInfo then, RunInfo now) {
        requireSameStrategy(folder, then.strategy(), now.strategy());
        requireSameMoney(folder, then.live(), now.live());
        requireSameMarket(folder, then.market(), now.market());
        List<String> differences = new ArrayList<>();
        if (!then.parameters().equals(now.parameters())) {
            differences.add("The run was begun with other parameters: " + changed(then.parameters(), now.parameters())
                    + ". It goes on with what it is given now, and its state keeps those that it was begun with.");
        }
        return differences;
    }

    private static void requireSameStrategy(Path folder, String then, String now) {
        if (!then.equals(now)) {
            throw new StateException.Conflict(
                    folder,
                    "The run in " + folder + " is of the strategy " + then + ", not of " + now + ": give " + then
                            + ", or another folder for a run of " + now + ". Nothing was sent.");
        }
    }

    /** In which order a strategy names what it trades is of no matter. */
    private static void requireSameMarket(Path folder, RunInfo.Market then, RunInfo.Market now) {
        List<String> changes = new ArrayList<>();
        without(then.pairs(), now.pairs()).ifPresent(gone -> changes.add("leaves out " + gone));
        without(now.pairs(), then.pairs()).ifPresent(added -> changes.add("adds " + added));
        if (!then.reserves().equals(now.reserves())) {
            changes.add("pays with " + now.reserves().values() + " instead of "
                    + then.reserves().values());
        }
        if (!changes.isEmpty()) {
            throw new StateException.Conflict(
                    folder,
                    "The run in " + folder + " trades what it was begun with, and the strategy now "
                            + String.join(", ", changes)
                            + ". Go on with the data and the parameters that it was begun with, or close its positions and"
                            + " begin another run.");
        }
    }

    private static Optional<List<TradingPair>> without(List<TradingPair> pairs, List<TradingPair> others) {
        Set<TradingPair> known = Set.copyOf(others);
        return Optional.of(pairs.stream().filter(pair -> !known.contains(pair)).toList())
                .filter(left -> !left.isEmpty());
    }

    /** What one wallet did is not to be booked as another's, nor what nobody did as done. */
    private static void requireSameMoney(Path folder, Optional<RunInfo.Live> then, Optional<RunInfo.Live> now) {
        if (then.isPresent() && now.isPresent()) {
            String was = whose(then.get());
            String is = whose(now.get());
            if (!was.equals(is)) {
                throw new StateException.Conflict(
                        folder,
                        "The run in " + folder + " is " + was + ", and is to go on " + is
                                + ": its books would say what did not happen. Give what it was begun with, or another folder"
                                + " for a run of its own. Nothing was sent.");
            }
        }
    }

    private static String whose(RunInfo.Live live) {
        return live.executed()
                ? "executed for the wallet " + live.holder().orElse("that is not on record")
                : "on paper";
    }

    /** The parameters that differ alone: of all of them nobody would find the one. */
    private static String changed(Map<String, String> then, Map<String, String> now) {
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(then.get(name), now.get(name)))
                .map(name -> name + " was " + then.getOrDefault(name, "not there") + " and is "
                        + now.getOrDefault(name, "not there"))
                .collect(Collectors.joining(", "));
    }
}
