package org.evenkeel.cli.reading;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.backtest.Recipe;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.replay.FirstDifference;
import org.evenkeel.state.replay.Replay;
import org.evenkeel.state.store.StateFolder;
import org.jspecify.annotations.Nullable;

/**
 * Makes every decision of a run again, each from the state that the journal had before it, the same data, and what it was
 * told of prices where that is on record. A decision that cannot be made again is named with the reason: it counts neither
 * as right nor as wrong.
 */
final class Verification {
    private final StateFolder folder;
    private final @Nullable String data;
    private final @Nullable String strategy;
    private final List<String> notes = new ArrayList<>();
    /** The cycles whose decisions cannot be made again, by the reason. */
    private final Map<String, List<String>> impossible = new LinkedHashMap<>();

    private int verified;
    private Optional<Remade> last = Optional.empty();
    private Optional<String> difference = Optional.empty();

    /** A decision that was made again, and the signals that it came from. */
    private record Remade(Event.Decided decided, List<SignalOutcome> signals) {}

    Verification(StateFolder folder, @Nullable String data, @Nullable String strategy) {
        this.folder = folder;
        this.data = data;
        this.strategy = strategy;
    }

    /** Runs; 0 when there are decisions and every one came out as recorded, else 5. */
    int run() {
        RunInfo info = info();
        Remaking remaking =
                new Remaking(info, set -> Recipe.of(set, strategy, data).prepare(""));
        difference = universe(info.market().pairs(), remaking.pairs());
        Replay.walk(folder, (before, event) -> {
            if (difference.isEmpty()) {
                visit(before, event, remaking);
            }
        });
        return told();
    }

    private int told() {
        PrintStream err = Console.err();
        notes.forEach(Console.out()::println);
        impossible.forEach(
                (why, cycles) -> err.println("Not to be made again: " + String.join(", ", cycles) + ", for " + why));
        if (difference.isPresent()) {
            err.println("evenkeel: " + difference.get());
            return ExitCode.STATE;
        }
        int left = impossible.values().stream().mapToInt(List::size).sum();
        if (left > 0) {
            err.println("evenkeel: " + left + " of " + (verified + left)
                    + " decisions cannot be made again, for the reasons above; " + verified
                    + " were made again and came out as recorded.");
            return ExitCode.STATE;
        }
        if (verified == 0) {
            err.println("evenkeel: " + folder.folder()
                    + " has no decision to verify: its run ended before the first one. Run it again.");
            return ExitCode.STATE;
        }
        Console.out()
                .println(
                        verified == 1
                                ? "1 decision was made again and came out as recorded."
                                : verified + " decisions were made again; each came out as recorded.");
        return ExitCode.OK;
    }

    /** Prices are recorded in the universe's order: in another universe nothing can be compared. */
    private static Optional<String> universe(List<TradingPair> recorded, List<TradingPair> now) {
        return recorded.equals(now)
                ? Optional.empty()
                : Optional.of("the universe: recorded " + recorded + ", now " + now
                        + ". Either the strategy has changed, or the data offers other pairs.");
    }

    private void visit(Ledger before, Event event, Remaking remaking) {
        switch (event) {
            case Event.RunStarted started -> remaking.goOn(started);
            case Event.Decided decided -> decided(decided, remaking.of(before, decided));
            case Event.CycleClosed closed -> closed(closed);
            default -> {}
        }
    }

    private void decided(Event.Decided decided, Remaking.Outcome outcome) {
        last = Optional.empty();
        switch (outcome) {
            case Remaking.Impossible none ->
                impossible.computeIfAbsent(none.why(), why -> new ArrayList<>()).add(named(decided));
            case Remaking.Different other -> difference = Optional.of(differs(decided, other.what()));
            case Remaking.Again again -> {
                difference = FirstDifference.of(
                                decided.decision(), again.decision().event().decision())
                        .map(found -> differs(decided, found.toString()));
                last = Optional.of(new Remade(decided, again.decision().signals()));
                verified++;
            }
        }
    }

    /** What earlier releases stopped in its middle was closed without its signals, which were not on record. */
    private void closed(Event.CycleClosed closed) {
        if (last.isEmpty()) {
            return;
        }
        Remade remade = last.get();
        last = Optional.empty();
        boolean known = closed.at().equals(remade.decided().at())
                || !remade.decided().signals().isEmpty();
        if (known) {
            difference = SignalComparison.difference(closed.result().outcomes(), remade.signals())
                    .map(text -> differs(remade.decided(), text));
        } else if (!remade.signals().isEmpty()) {
            notes.add("Of " + named(remade.decided())
                    + " the decision came out as recorded. What became of its signals is not on record, for the"
                    + " run was stopped in its middle, and went on at " + Dates.seconds(closed.at()) + ".");
        }
    }

    private static String named(Event.Decided decided) {
        return "cycle " + decided.cycle() + " at " + Dates.seconds(decided.at());
    }

    private static String differs(Event.Decided decided, String text) {
        return named(decided) + ", " + text
                + ". Either the strategy has changed, or it does not follow from its input alone.";
    }

    private RunInfo info() {
        Ledger first = new Ledger();
        folder.forEachEvent(event -> {
            first.apply(event);
            return false;
        });
        return first.info();
    }
}
